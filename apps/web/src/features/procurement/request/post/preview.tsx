import { IconBuildingFactory2 } from "@tabler/icons-react";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { serverNow } from "#lib/clock.ts";
import { momentText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { Card } from "#ui/layout.tsx";
import type { PostForm } from "./blank.ts";
import { closesAtOf, type Gap, termsOf, titleOf } from "./form.ts";
import { LineChips } from "./line-chips.tsx";
import { attributeName } from "./say-finding.ts";

/** Beside the form: what suppliers will see, and how many could supply it. */
export function Preview({ form }: { readonly form: PostForm }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  return (
    <Card title={t("procurement.request.post.preview")}>
      <div className="p-preview k-stack k-gap-3">
        <Supply form={form} />
        <h3>{titleOf(form, locale)}</h3>
        <p className="k-quiet">
          {[
            form.place,
            t(`procurement.request.sealing.${form.sealing}`),
            t("procurement.request.post.closes_at", { at: momentText(closesAtOf(form.closing, serverNow()), locale) }),
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
        <ol>
          {form.lines.map((line) => (
            <li key={line.key}>
              <LineChips line={line} plain />
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}

function Supply({ form }: { readonly form: PostForm }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const settled = useDeferredValue(form);
  const terms = termsOf({ ...settled, place: settled.place || "-" }, localeOf(i18n.language));
  const supply = useQuery({
    ...trpc.procurement.match.preview.queryOptions(
      terms === null ? skipToken : { lines: terms.lines, firmDate: terms.firmDate, delivery: { regionCode: null } },
    ),
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  if (terms === null) return <></>;
  if (supply.isError) return <p className="k-quiet">{t("procurement.request.post.suppliers_unknown")}</p>;
  if (supply.data === undefined) return <p className="k-quiet">{t("ui.loading")}</p>;
  const count = supply.data.firms + supply.data.toAsk;
  return (
    <p className={`p-supply ${count === 0 ? "p-supply-none" : ""}`} role="status">
      <IconBuildingFactory2 size={20} aria-hidden="true" />
      {count === 0 ? t("procurement.request.post.suppliers_none") : t("procurement.request.post.suppliers", { count })}
    </p>
  );
}

/** What is still missing; each entry leads to its place. */
export function Gaps({ form, gaps }: { readonly form: PostForm; readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  return (
    <Card
      title={
        gaps.length === 0 ? t("procurement.request.post.nothing_missing") : t("procurement.request.post.missing", { count: gaps.length })
      }
    >
      {gaps.length > 0 && (
        <ul className="p-gaps">
          {gaps.slice(0, 12).map((gap) => (
            <li key={`${gap.at}${gap.kind}${gap.attributes.join()}`}>
              <GapLink form={form} gap={gap} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function GapLink({ form, gap }: { readonly form: PostForm; readonly gap: Gap }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const line = form.lines.find(({ key }) => key === gap.at);
  const names =
    line === undefined ? "" : gap.attributes.map((name) => attributeName(line, name, locale)).join(locale === "en" ? ", " : "、");
  const target = line === undefined ? `field-${gap.at}` : `line-${gap.at}`;
  return (
    <a
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        goTo(target);
      }}
    >
      {t(`procurement.request.post.gap.${gap.kind}`, { line: gap.line ?? "", attributes: names })}
    </a>
  );
}

/** Scrolls to a part of the form and puts the focus on the first thing there that wants mending. */
export function goTo(target: string): void {
  const part = document.getElementById(target);
  if (part instanceof HTMLDetailsElement) part.open = true;
  part?.scrollIntoView({ block: "center", behavior: "smooth" });
  (part?.querySelector<HTMLElement>("[aria-invalid]") ?? part?.querySelector<HTMLElement>("input,textarea,button"))?.focus({
    preventScroll: true,
  });
}
