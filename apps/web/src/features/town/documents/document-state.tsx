import { type DocumentState, isGrade, type MemberDocument } from "@jizhen/domain-town";
import { daysBetween, localDateAt } from "@jizhen/kernel";
import { serverNow } from "#lib/clock.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type StatusSign, StatusTag } from "#ui/tag.tsx";

const signs: Record<DocumentState, StatusSign> = {
  uploaded: "waiting",
  withdrawn: "draft",
  accepted: "good",
  refused: "warning",
  expired: "warning",
  replaced: "ended",
};
const near = 60;

/** Where a document stands; one that ends soon says when. */
export function DocumentStateTag({ document: { state, validUntil } }: { readonly document: MemberDocument }) {
  const { t } = useTranslation();
  const today = localDateAt(serverNow());
  if (state === "accepted" && validUntil !== null) {
    const days = daysBetween(today, validUntil);
    if (days < 0) return <StatusTag sign="warning">{t("town.document.state.expired")}</StatusTag>;
    if (days <= near) return <StatusTag sign="waiting">{t("town.document.state.ending", { days })}</StatusTag>;
  }
  return <StatusTag sign={signs[state]}>{t(`town.document.state.${state}`)}</StatusTag>;
}

/** What still counts or waits, and what is only history. */
export const isCurrent = ({ state }: MemberDocument): boolean =>
  state === "uploaded" || state === "accepted" || state === "expired" || state === "refused";

export const gradesIn = <L extends { readonly document: MemberDocument }>(lines: readonly L[]): L[] =>
  lines.filter(({ document }) => isGrade(document.type));
export const papersIn = <L extends { readonly document: MemberDocument }>(lines: readonly L[]): L[] =>
  lines.filter(({ document }) => !isGrade(document.type));
