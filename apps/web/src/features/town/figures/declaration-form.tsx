import { cellId, cellsAsked, type Decimal, type DeclarationCell, type Definition, figures, outliersOf } from "@jizhen/domain-town";
import { useState } from "react";
import { dropDraft, readDraft, useDraft } from "#lib/draft.ts";
import { failureOf } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { useWorkspace } from "#lib/workspace.ts";
import { Button } from "#ui/button.tsx";
import { DecimalField, SelectField, TextField } from "#ui/field.tsx";
import { Card, Grid, Quiet, Row, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { amountText, definitionWords, fromFen, type MoneyUnit, moneyUnits, periodName, toFen } from "./words.ts";

export type View = Outputs["town"]["declaration"]["own"];
type Typed = Readonly<Record<string, { readonly text: string; readonly remark: string }>>;
type Kept = { readonly unit: MoneyUnit; readonly version: number; readonly typed: Typed };

const isKept = (value: unknown): value is Kept => typeof value === "object" && value !== null && "typed" in value && "unit" in value;

/** What is typed, as cells of the declaration; an empty field is not written yet, which is not zero. */
function cellsFrom(view: View, typed: Typed, unit: MoneyUnit): { cells: DeclarationCell[]; broken: string[] } {
  const units = new Map(view.definitions.map((one) => [one.key, one.unit]));
  const broken: string[] = [];
  const cells = cellsAsked(view.definitions, view.quarter).map((place): DeclarationCell => {
    const { text = "", remark = "" } = typed[cellId(place)] ?? {};
    if (text.trim() === "") return { ...place, amount: null, remark };
    const amount = units.get(place.key) === "fen" ? toFen(text, unit) : figures.plainDecimal(text);
    if (amount === null) broken.push(cellId(place));
    return { ...place, amount: amount as Decimal | null, remark };
  });
  return { cells, broken };
}

function typedFrom(view: View, unit: MoneyUnit): Typed {
  const units = new Map(view.definitions.map((one) => [one.key, one.unit]));
  return Object.fromEntries(
    (view.declaration?.cells ?? []).map(({ amount, remark, ...place }) => [
      cellId(place),
      { text: amount === null ? "" : units.get(place.key) === "fen" ? fromFen(amount, unit) : amount, remark },
    ]),
  );
}

/** The firm's form: months beside each other, last period under each field, and a remark where a figure is unusual. */
export function DeclarationForm({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const version = view.declaration?.version ?? 0;
  const draftKey = `declaration:${useWorkspace() ?? ""}:${view.quarter}`;
  const kept = readDraft(draftKey, isKept);
  const [unit, setUnit] = useState<MoneyUnit>(kept?.version === version ? kept.unit : "wan");
  const [typed, setTyped] = useState<Typed>(() => (kept?.version === version ? kept.typed : typedFrom(view, "wan")));
  useDraft<Kept>(draftKey, { unit, version, typed });
  const { cells, broken } = cellsFrom(view, typed, unit);
  const outliers = new Map(outliersOf(cells, view.earlier).map(({ id, why }) => [id, why]));
  const done = (words: "figures.declaration.saved" | "figures.declaration.submitted") => () => {
    dropDraft(draftKey);
    toast(t(words));
  };
  const input = { quarter: view.quarter, cells, version };
  const save = useSubmit<typeof input, unknown>({
    send: (given, call) => client.town.declaration.save.mutate(given, call),
    refresh: ["town"],
    onDone: done("figures.declaration.saved"),
  });
  const submit = useSubmit<typeof input, unknown>({
    send: (given, call) => client.town.declaration.submit.mutate(given, call),
    refresh: ["town"],
    onDone: done("figures.declaration.submitted"),
  });
  const refused = failureOf(submit.error ?? save.error).reason?.field ?? null;
  const set = (id: string, change: Partial<Typed[string]>) =>
    setTyped((held) => ({ ...held, [id]: { text: "", remark: "", ...held[id], ...change } }));
  const changeUnit = (next: MoneyUnit) => {
    setTyped(typedIn(view, cells, typed, next));
    setUnit(next);
  };
  const problem = submit.problem ?? save.problem;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (broken.length === 0) void submit.submit(input);
      }}
    >
      <Stack>
        <SelectField
          label={t("figures.declaration.unit_money")}
          choices={(Object.keys(moneyUnits) as MoneyUnit[]).map((value) => ({ value, label: t(`figures.unit.${value}`) }))}
          value={unit}
          onChange={(event) => changeUnit(event.target.value as MoneyUnit)}
        />
        {view.definitions
          .filter(({ source }) => source === "declared")
          .map((definition) => (
            <Fields key={definition.key} {...{ view, definition, typed, unit, broken, outliers, refused, set }} />
          ))}
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        <Row end>
          <Button busy={save.busy} disabled={broken.length > 0} onClick={() => void save.submit(input)}>
            {t("figures.declaration.save")}
          </Button>
          <Button kind="primary" type="submit" busy={submit.busy}>
            {t("figures.declaration.submit")}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

/** Another unit shows the same amounts; what is no number stays as it was typed. */
function typedIn(view: View, cells: readonly DeclarationCell[], typed: Typed, unit: MoneyUnit): Typed {
  const money = new Set<string>(view.definitions.filter((one) => one.unit === "fen").map(({ key }) => key));
  const moved = cells.flatMap((cell) => {
    const held = typed[cellId(cell)];
    if (!held || cell.amount === null || !money.has(cell.key)) return [];
    return [[cellId(cell), { ...held, text: fromFen(cell.amount, unit) }] as const];
  });
  return { ...typed, ...Object.fromEntries(moved) };
}

type FieldsProps = {
  readonly view: View;
  readonly definition: Definition;
  readonly typed: Typed;
  readonly unit: MoneyUnit;
  readonly broken: readonly string[];
  readonly outliers: ReadonlyMap<string, "changed" | "unusual">;
  readonly refused: string | null;
  readonly set: (id: string, change: Partial<Typed[string]>) => void;
};

function Fields({ view, definition, typed, unit, broken, outliers, refused, set }: FieldsProps) {
  const { t, i18n } = useTranslation();
  const { name, meaning } = definitionWords(definition, i18n.language);
  const suffix = definition.unit === "fen" ? t(`figures.unit.${unit}`) : t(`figures.unit.${definition.unit}`);
  const last = view.earlier.filter(({ key, part, amount }) => key === definition.key && part === null && amount !== null).at(-1)?.amount;
  return (
    <Card title={name}>
      <Quiet>{meaning}</Quiet>
      <Grid least={180}>
        {cellsAsked([definition], view.quarter).map((place) => {
          const id = cellId(place);
          const part = definition.parts.find(({ key }) => key === place.part);
          const partName = part === undefined ? name : i18n.language === "en" ? part.nameEn : part.nameZh;
          const label = t("figures.declaration.cell", { name: partName, period: periodName(place.period, t) });
          const unusual = outliers.get(id);
          return (
            <Stack key={id} gap={2}>
              <DecimalField
                label={label}
                suffix={suffix}
                value={typed[id]?.text ?? ""}
                hint={last ? t("figures.declaration.usual", { amount: amountText(last, definition.unit, t, i18n.language) }) : undefined}
                error={broken.includes(id) ? t("figures.declaration.invalid") : refused === id ? t("ui.issue.invalid") : undefined}
                onChange={(event) => set(id, { text: event.target.value })}
              />
              {unusual !== undefined && (
                <TextField
                  label={t("figures.declaration.remark_for", { name: label })}
                  hint={t(`figures.declaration.${unusual}`)}
                  maxLength={300}
                  value={typed[id]?.remark ?? ""}
                  onChange={(event) => set(id, { remark: event.target.value })}
                />
              )}
            </Stack>
          );
        })}
      </Grid>
    </Card>
  );
}
