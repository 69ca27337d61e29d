import { type LineSpec, nameOf, shownValue } from "@jizhen/spec";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { Row } from "#ui/layout.tsx";
import { Chip } from "#ui/tag.tsx";

/** A specification as understood: a chip a part, doubt in yellow, words that nothing explains in grey. */
export function SpecChips({ spec, text }: { readonly spec: LineSpec; readonly text: string }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  if (spec.byText) {
    return (
      <Row gap={1}>
        <Chip tone="note" name={t("trade.offer.field.by_text")}>
          {text}
        </Chip>
      </Row>
    );
  }
  return (
    <Row gap={1}>
      {spec.values
        .filter((held) => held.value !== null)
        .map((held) => (
          <Chip
            key={held.attribute}
            tone={held.state === "doubt" ? "doubt" : "plain"}
            name={nameOf({ family: spec.family, attribute: held.attribute }, locale)}
          >
            {shownValue(spec.family, held, locale)}
            {held.state === "doubt" && " ?"}
          </Chip>
        ))}
      {spec.note.trim() !== "" && (
        <Chip tone="note" name={t("trade.offer.field.note_kept")}>
          {spec.note}
        </Chip>
      )}
    </Row>
  );
}
