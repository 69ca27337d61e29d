import type { FamilyCode } from "@jizhen/spec";
import { nameOf } from "@jizhen/spec";
import { useQuery } from "@tanstack/react-query";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useNarrow } from "#lib/use-narrow.ts";
import { localeOf } from "#lib/words.ts";
import { BottomSheet, Drawer } from "#ui/dialog.tsx";
import { Stack } from "#ui/layout.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Loading, Notice, Problem } from "#ui/states.tsx";
import { Chip, StatusTag } from "#ui/tag.tsx";
import { Contributions } from "./contributions.tsx";

type Explained = Outputs["procurement"]["match"]["explain"];

/** "Why me" and "why not me": this firm against one request, with the parts of its score and what would change the answer. */
export function ExplainDrawer({ requestId, onClose }: { readonly requestId: string | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const Sheet = narrow ? BottomSheet : Drawer;
  return (
    <Sheet opened={requestId !== null} onClose={onClose} title={t("procurement.match.drawer")}>
      {requestId !== null && <Explanation requestId={requestId} />}
    </Sheet>
  );
}

function Explanation({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const explained = useQuery(trpc.procurement.match.explain.queryOptions({ requestId: requestId as Explained["requestId"] }));
  if (explained.isPending) return <Loading />;
  if (explained.isError) return <Problem message={say(explained.error)} onRetry={() => void explained.refetch()} />;
  const { explanation, title, invited, lowestInvitedScore } = explained.data;
  return (
    <Stack gap={5}>
      <h3>{title}</h3>
      {explanation.bar !== null && <Notice tone="doubt">{t(`procurement.match.bar.${explanation.bar}`)}</Notice>}
      <Notice tone={invited ? "good" : "info"}>
        {t(invited ? "procurement.match.you_are_invited" : "procurement.match.not_invited")}
        {!invited &&
          lowestInvitedScore !== null &&
          `（${t("procurement.match.lowest", { score: (lowestInvitedScore / 100).toFixed(2) })}）`}
      </Notice>
      <Lines explained={explained.data} />
      {explanation.score !== null && <Contributions contributions={explanation.contributions} score={explanation.score} />}
      <Fixes explained={explained.data} />
    </Stack>
  );
}

const signs = { satisfied: "good", unknown: "waiting", violated: "ended" } as const;

function Lines({ explained }: { readonly explained: Explained }) {
  const { t } = useTranslation();
  const familyOf = (lineNo: number) => explained.lines.find((line) => line.lineNo === lineNo);
  return (
    <ul className="b-verdicts">
      {explained.explanation.lines.map(({ lineNo, verdict, bar, shortfalls }) => (
        <li key={lineNo}>
          <p className="b-verdict-head">
            <strong>{t("procurement.match.line", { line: lineNo })}</strong>
            <StatusTag sign={signs[verdict]}>{t(`procurement.board.verdict.${verdict}`)}</StatusTag>
          </p>
          <p className="k-quiet">{familyOf(lineNo)?.text}</p>
          {bar !== null && <p className="b-gap">{t(`procurement.match.bar.${bar}`)}</p>}
          {bar === null && shortfalls.length === 0 && <p className="k-quiet">{t("procurement.match.all_fit")}</p>}
          <Shortfalls shortfalls={shortfalls} family={familyOf(lineNo)?.family ?? "generic"} />
        </li>
      ))}
    </ul>
  );
}

type Shortfall = Explained["explanation"]["lines"][number]["shortfalls"][number];

function Shortfalls({ shortfalls, family }: { readonly shortfalls: readonly Shortfall[]; readonly family: FamilyCode }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  return (
    <ul className="b-shortfalls">
      {shortfalls.map(({ attribute, verdict, reason, hard, asked, stated }) => (
        <li key={attribute}>
          <span className="b-shortfall-name">
            {nameOf({ family, attribute }, locale)}
            {!hard && <Chip>{t("procurement.match.soft")}</Chip>}
          </span>
          <span>
            {t("procurement.match.asked")} <strong>{nameOf({ family, attribute, value: asked }, locale)}</strong>
          </span>
          <span>
            {t("procurement.match.stated")} <strong>{stated ?? t("procurement.match.nothing_stated")}</strong>
          </span>
          <Chip tone={verdict === "violated" ? "bad" : "doubt"}>{t(`procurement.match.reason.${reason}`)}</Chip>
        </li>
      ))}
    </ul>
  );
}

function Fixes({ explained }: { readonly explained: Explained }) {
  const { t, i18n } = useTranslation();
  if (explained.fixes.length === 0) return null;
  const familyOf = (lineNo: number) => explained.lines.find((line) => line.lineNo === lineNo)?.family ?? "generic";
  const what = (lineNo: number, attributes: readonly string[]) =>
    attributes
      .map((attribute) => nameOf({ family: familyOf(lineNo), attribute }, localeOf(i18n.language)))
      .join(i18n.language === "en" ? ", " : "、");
  return (
    <section className="b-fixes">
      <h3>{t("procurement.match.fixes")}</h3>
      <ul>
        {explained.fixes.map(({ lineNo, way, attributes, enough }) => (
          <li key={`${lineNo} ${way} ${attributes.join()}`}>
            {explained.lines.length > 1 && `${t("procurement.match.line", { line: lineNo })} · `}
            {t(`procurement.match.fix.${way}`, { what: what(lineNo, attributes) })}{" "}
            <Chip tone={enough ? "good" : "note"}>{t(enough ? "procurement.match.fix.enough" : "procurement.match.fix.all")}</Chip>
          </li>
        ))}
      </ul>
      <p className="k-quiet">{t("procurement.match.fix.next")}</p>
      <LinkButton to="/selling/capabilities">{t("procurement.match.to_capability")}</LinkButton>
    </section>
  );
}
