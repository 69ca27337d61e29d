import type { Attribute, CapabilityRange } from "@jizhen/spec";
import { unitText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { ChipsField } from "#ui/choices.tsx";
import { CheckField, DecimalField } from "#ui/field.tsx";
import { SearchChips } from "#ui/search-select.tsx";
import { type Editing, editingOf, orNothing } from "./draft.ts";

type Set = Extract<CapabilityRange, { kind: "set" }>;
type FieldProps = {
  readonly attribute: Attribute;
  readonly value: CapabilityRange | null;
  readonly onChange: (value: CapabilityRange | null) => void;
  readonly error?: string | undefined;
};

/** One attribute of a family: a list as chips with "complete", or an interval; "no limit" for both. */
export function AttributeField(props: FieldProps) {
  const { t, i18n } = useTranslation();
  const { attribute, value, onChange } = props;
  const editing = editingOf(attribute);
  if (editing === null) return null;
  const name = i18n.language === "en" ? attribute.names.en : attribute.names.zh;
  const any = value?.kind === "any";
  return (
    <section className="c-attribute">
      {any ? <h3>{name}</h3> : <Control {...props} name={name} editing={editing} />}
      <div className="c-ticks">
        <CheckField
          label={t("procurement.capability.any")}
          aria-label={t("ui.pair", { name, value: t("procurement.capability.any") })}
          checked={any}
          onChange={(event) => onChange(event.target.checked ? { kind: "any" } : null)}
        />
        {value?.kind === "set" && (
          <CheckField
            label={t("procurement.capability.closed")}
            aria-label={t("ui.pair", { name, value: t("procurement.capability.closed") })}
            checked={value.closed}
            onChange={(event) => onChange({ ...value, closed: event.target.checked })}
          />
        )}
      </div>
    </section>
  );
}

type ControlProps = FieldProps & { readonly name: string; readonly editing: Editing };

function Control({ attribute, value, onChange, error, name, editing }: ControlProps) {
  const { t, i18n } = useTranslation();
  if (editing.kind === "interval") return <Interval attribute={attribute} name={name} value={value} onChange={onChange} error={error} />;
  const held: Set = value?.kind === "set" ? value : { kind: "set", values: [], closed: false };
  const choices = editing.choices.map(({ code, zh, en }) => ({ value: code, label: i18n.language === "en" ? en : zh }));
  const change = (values: string[]) => onChange(orNothing({ ...held, values }));
  const frame = { label: name, choices, value: held.values, onChange: change, error };
  return editing.kind === "search" ? (
    <SearchChips {...frame} placeholder={t("procurement.capability.not_stated")} />
  ) : (
    <ChipsField {...frame} />
  );
}

function Interval({ attribute, name, value, onChange, error }: FieldProps & { readonly name: string }) {
  const { t } = useTranslation();
  const held = value?.kind === "interval" ? value : { kind: "interval" as const, low: null, high: null, unit: attribute.unit };
  const suffix = attribute.unit === null ? (attribute.code === "dn" ? "DN" : undefined) : unitText(attribute.unit);
  const set = (end: "low" | "high", text: string) => onChange(orNothing({ ...held, [end]: text.trim() === "" ? null : text.trim() }));
  return (
    <fieldset className="c-interval">
      <legend>{name}</legend>
      <DecimalField
        label={t("procurement.capability.low")}
        value={held.low ?? ""}
        suffix={suffix}
        maxLength={16}
        error={error}
        onChange={(event) => set("low", event.target.value)}
      />
      <DecimalField
        label={t("procurement.capability.high")}
        value={held.high ?? ""}
        suffix={suffix}
        maxLength={16}
        onChange={(event) => set("high", event.target.value)}
      />
    </fieldset>
  );
}
