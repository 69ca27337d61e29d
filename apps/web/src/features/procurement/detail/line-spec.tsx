import { nameOf, shownValue } from "@jizhen/spec";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { QuantityText } from "#ui/figures.tsx";
import { DateText } from "#ui/moment.tsx";
import { Chip } from "#ui/tag.tsx";
import type { RequestLineShown } from "./request.ts";

/** What a line asks for, as typed and frozen: a chip a part, and the words that stand beside it. */
export function LineSpecChips({ line }: { readonly line: RequestLineShown }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const { spec } = line;
  return (
    <span className="k-row k-gap-1">
      {spec.byText ? (
        <Chip tone="note" name={t("procurement.request.detail.by_text")}>
          {line.text}
        </Chip>
      ) : (
        spec.values.map((held) => (
          <Chip key={held.attribute} name={nameOf({ family: spec.family, attribute: held.attribute }, locale)}>
            {shownValue(spec.family, held, locale)}
          </Chip>
        ))
      )}
      <LineConditions line={line} />
      {!spec.byText && spec.note.trim() !== "" && (
        <Chip tone="note" name={t("procurement.request.detail.note")}>
          {spec.note}
        </Chip>
      )}
    </span>
  );
}

function LineConditions({ line }: { readonly line: RequestLineShown }) {
  const { t } = useTranslation();
  return (
    <>
      <Chip tone="blue">
        <QuantityText value={line.quantity.value} unit={line.quantity.unit} />
      </Chip>
      {line.wantedDate !== null && (
        <Chip tone="blue" name={t("procurement.request.detail.wanted")}>
          <DateText date={line.wantedDate} />
        </Chip>
      )}
      {line.equivalentGrades && <Chip tone="note">{t("procurement.request.detail.equivalents")}</Chip>}
      {line.note.trim() !== "" && (
        <Chip tone="note" name={t("procurement.request.detail.note")}>
          {line.note}
        </Chip>
      )}
    </>
  );
}
