import { shownValue } from "@jizhen/spec";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { QuantityText } from "#ui/figures.tsx";
import { DateText } from "#ui/moment.tsx";
import { Chip } from "#ui/tag.tsx";
import { type PostLine, stopsOf } from "./line.ts";
import { attributeName } from "./say-finding.ts";

/** A line as understood: a chip a part, doubt in yellow, words that nothing explains in grey. */
export function LineChips({ line, plain = false }: { readonly line: PostLine; readonly plain?: boolean }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const { spec } = line;
  const wanting = stopsOf(line).flatMap(({ attributes }) =>
    attributes.filter((name) => !spec.values.some((held) => held.attribute === name)),
  );
  if (spec.byText) {
    return (
      <div className="k-row k-gap-1">
        <Chip tone="note" name={t("procurement.request.post.by_text")}>
          {line.text}
        </Chip>
        {line.quantity !== "" && <Amount line={line} />}
      </div>
    );
  }
  return (
    <div className="k-row k-gap-1">
      {spec.values.map((held) => (
        <Chip
          key={held.attribute}
          tone={held.state === "doubt" && !plain ? "doubt" : "plain"}
          name={attributeName(line, held.attribute, locale)}
        >
          {shownValue(spec.family, held, locale)}
          {held.state === "doubt" && !plain && " ?"}
        </Chip>
      ))}
      {line.quantity !== "" && <Amount line={line} />}
      {line.wantedDate !== null && (
        <Chip tone="blue" name={t("procurement.request.post.wanted_date")}>
          <DateText date={line.wantedDate} />
        </Chip>
      )}
      {!plain &&
        [...new Set(wanting)].map((name) => (
          <Chip key={name} tone="bad" name={attributeName(line, name, locale)}>
            {t("procurement.request.post.required")}
          </Chip>
        ))}
      {spec.note.trim() !== "" && (
        <Chip tone="note" name={t("procurement.request.post.note")}>
          {spec.note}
        </Chip>
      )}
    </div>
  );
}

const Amount = ({ line }: { readonly line: PostLine }) => (
  <Chip tone="blue">
    <QuantityText value={line.quantity} unit={line.unit} />
  </Chip>
);
