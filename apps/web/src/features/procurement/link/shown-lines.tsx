import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { QuantityText } from "#ui/figures.tsx";
import { DateText } from "#ui/moment.tsx";
import { Chip } from "#ui/tag.tsx";

export type ShownLine = Outputs["procurement"]["market"]["get"]["lines"][number];

/** What each line asks for, named by the server: this page carries no pack. A line written as text stays as its buyer wrote it. */
export const ShownLines = ({ lines }: { readonly lines: readonly ShownLine[] }) => (
  <ol className="l-lines">
    {lines.map((line) => (
      <li key={line.lineNo}>
        <span className="k-line-no k-figures">{line.lineNo}</span>
        <ShownChips line={line} />
      </li>
    ))}
  </ol>
);

export function ShownChips({ line: { text, parts, quantity, wantedDate, equivalentGrades } }: { readonly line: ShownLine }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "en" ? "en" : "zh";
  return (
    <span className="k-row k-gap-1">
      {text !== null && (
        <Chip tone="note" name={t("procurement.request.detail.by_text")}>
          {text}
        </Chip>
      )}
      {parts.map(({ name, value }) => (
        <Chip key={name.zh} name={name[language]}>
          {value[language]}
        </Chip>
      ))}
      <Chip tone="blue">
        <QuantityText value={quantity.value} unit={quantity.unit} />
      </Chip>
      {wantedDate !== null && (
        <Chip tone="blue" name={t("procurement.request.detail.wanted")}>
          <DateText date={wantedDate} />
        </Chip>
      )}
      {equivalentGrades && <Chip tone="note">{t("procurement.request.detail.equivalents")}</Chip>}
    </span>
  );
}
