import { type Attribute, FamilyCode, familyOf, heldOf, nameOf } from "@jizhen/spec";
import { useState } from "react";
import { unitText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { ChipsField } from "#ui/choices.tsx";
import { DateField } from "#ui/date-field.tsx";
import { CheckField, DecimalField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Grid, Row } from "#ui/layout.tsx";
import { SearchSelect } from "#ui/search-select.tsx";
import { asText, inFamily, type PostLine, readCell, withDate, withQuantity, withValue } from "./line.ts";
import { LineQuestions } from "./line-questions.tsx";
import { contentText } from "./say-finding.ts";

export const units = ["H87", "SET", "PR", "KGM", "TNE", "MTR", "XBO", "XCT", "XBX", "LTR"] as const;
type EditorProps = { readonly line: PostLine; readonly onChange: (line: PostLine) => void };

/** Every field of one line: the bottom sheet of phones, the drawer of wide screens. */
export function LineEditor({ line, onChange }: EditorProps) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const { spec } = line;
  const attributes = spec.byText ? [] : familyOf(spec.family).attributes;
  return (
    <>
      <LineQuestions line={line} onChange={onChange} />
      <Row gap={3}>
        <DecimalField
          label={t("procurement.request.post.quantity")}
          required
          value={line.quantity}
          onChange={(event) => onChange(withQuantity(line, event.target.value))}
        />
        <UnitField line={line} onChange={onChange} />
      </Row>
      <DateField
        label={t("procurement.request.post.wanted_date")}
        value={line.wantedDate}
        onChange={(date) => onChange(withDate(line, date))}
      />
      <SelectField
        label={t("procurement.request.post.family")}
        value={spec.family}
        choices={FamilyCode.options.map((value) => ({ value, label: nameOf({ family: value }, locale) }))}
        onChange={(event) => onChange(inFamily(line, FamilyCode.parse(event.target.value)))}
      />
      <Grid least={180} gap={3}>
        {attributes.map((attribute) => (
          <AttributeField key={attribute.code} attribute={attribute} line={line} onChange={onChange} />
        ))}
      </Grid>
      <TextArea
        label={t("procurement.request.post.note")}
        rows={2}
        value={spec.note}
        maxLength={4_000}
        onChange={(event) => onChange({ ...line, spec: { ...spec, note: event.target.value } })}
      />
      <TextArea
        label={t("procurement.request.post.written")}
        rows={2}
        value={line.text}
        maxLength={2_000}
        onChange={(event) => onChange({ ...line, text: event.target.value })}
      />
      <CheckField
        label={t("procurement.request.post.splittable")}
        checked={line.splittable}
        onChange={(event) => onChange({ ...line, splittable: event.target.checked })}
      />
      <CheckField
        label={t("procurement.request.post.equivalents")}
        checked={line.equivalentGrades}
        onChange={(event) => onChange({ ...line, equivalentGrades: event.target.checked })}
      />
      <CheckField
        label={t("procurement.request.post.by_text")}
        hint={t("procurement.request.post.by_text_hint")}
        checked={spec.byText}
        onChange={(event) => onChange(asText(line, event.target.checked))}
      />
    </>
  );
}

type UnitProps = EditorProps & { readonly hidden?: boolean; readonly tabIndex?: number };

export function UnitField({ line, onChange, hidden = false, tabIndex }: UnitProps) {
  const { t } = useTranslation();
  const known: readonly string[] = units;
  const all = known.includes(line.unit) ? known : [line.unit, ...known];
  return (
    <SelectField
      label={t("procurement.request.post.unit")}
      labelHidden={hidden}
      {...(tabIndex !== undefined && { tabIndex })}
      value={line.unit}
      choices={all.map((value) => ({ value, label: unitText(value) }))}
      onChange={(event) => onChange({ ...line, unit: event.target.value })}
    />
  );
}

function AttributeField({ attribute, line, onChange }: EditorProps & { readonly attribute: Attribute }) {
  const { i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const { code, values, type } = attribute;
  const label = nameOf({ family: line.spec.family, attribute: code }, locale);
  const value = heldOf(line.spec, code)?.value ?? null;
  const choices = values.map((one) => ({ value: one.code, label: contentText(line, code, one.code, locale) }));
  if (type === "set" || type === "evidence") {
    if (choices.length === 0) return <WordsField attribute={attribute} label={label} line={line} onChange={onChange} />;
    const held = Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
    return (
      <ChipsField
        label={label}
        choices={choices}
        value={held}
        onChange={(next) => onChange(withValue(line, code, next.length === 0 ? null : next))}
      />
    );
  }
  if (choices.length > 0 && (value === null || typeof value === "string")) {
    const unlisted = value !== null && !values.some((one) => one.code === value) ? [{ value, label: value }] : [];
    return (
      <SearchSelect
        label={label}
        required={attribute.need === "required"}
        choices={[...unlisted, ...choices]}
        value={value}
        onChange={(next) => onChange(withValue(line, code, next))}
      />
    );
  }
  return <WordsField attribute={attribute} label={label} line={line} onChange={onChange} />;
}

/** Typed freely and read on leaving, so that half a word is not taken for a value. */
function WordsField({ attribute, label, line, onChange }: EditorProps & { readonly attribute: Attribute; readonly label: string }) {
  const { i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const held = heldOf(line.spec, attribute.code);
  const shown = held === null || held.value === null ? "" : contentText(line, attribute.code, held.value, locale);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      required={attribute.need === "required"}
      value={typed ?? shown}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed !== null && typed !== shown) onChange(readCell(line, attribute.code, typed));
        setTyped(null);
      }}
    />
  );
}

export function EditorFoot({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Button kind="primary" onClick={onDone}>
      {t("ui.close")}
    </Button>
  );
}
