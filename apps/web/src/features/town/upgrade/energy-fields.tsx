import { energyFactors } from "@jizhen/domain-town";
import { useTranslation } from "#lib/translation.tsx";
import { ChipsField } from "#ui/choices.tsx";
import { DecimalField, SelectField, TextField } from "#ui/field.tsx";
import { Card, Grid, Quiet, Stack } from "#ui/layout.tsx";
import { type Carrier, carriers, type Draft, isMonth, monthAfter, outputUnits, type Typed, withCount } from "./measure-form.ts";
import { useUnit } from "./parts.tsx";

type Props = { readonly draft: Draft; readonly fixed: boolean; readonly onChange: (change: Partial<Draft>) => void };
const unitOf = (carrier: Carrier): string => energyFactors.find((row) => row.carrier === carrier)?.unit ?? "";
const counts = [3, 6, 9, 12, 18, 24] as const;

/** Readings month by month; carriers and unit are the baseline's once it stands. */
export function EnergyFields({ draft, fixed, onChange }: Props) {
  const { t } = useTranslation();
  const unit = useUnit();
  return (
    <Card title={t("town.upgrade.measure.energy")}>
      <Stack gap={4}>
        <Grid least={180}>
          <TextField
            label={t("town.upgrade.measure.first")}
            hint={t("town.upgrade.measure.first_hint")}
            required
            inputMode="numeric"
            maxLength={7}
            error={draft.first !== "" && !isMonth(draft.first) ? t("ui.issue.invalid_format") : undefined}
            value={draft.first}
            onChange={(event) => onChange({ first: event.target.value })}
          />
          <SelectField
            label={t("town.upgrade.measure.count")}
            choices={counts.map((count) => ({ value: String(count), label: String(count) }))}
            value={String(draft.months.length)}
            onChange={(event) => onChange({ months: withCount(draft.months, Number(event.target.value)) })}
          />
          {!fixed && (
            <SelectField
              label={t("town.upgrade.measure.unit")}
              choices={outputUnits.map((value) => ({ value, label: unit(value) }))}
              value={draft.unit}
              onChange={(event) => onChange({ unit: event.target.value })}
            />
          )}
        </Grid>
        {!fixed && (
          <ChipsField
            label={t("town.upgrade.measure.carriers")}
            choices={carriers.map((value) => ({ value, label: `${t(`town.upgrade.carrier.${value}`)}（${unit(unitOf(value))}）` }))}
            value={draft.carriers}
            onChange={(chosen) => onChange({ carriers: chosen })}
          />
        )}
        <Months draft={draft} onChange={(months) => onChange({ months })} />
        <Quiet>{t("town.upgrade.invented_factors")}</Quiet>
      </Stack>
    </Card>
  );
}

function Months({ draft, onChange }: { readonly draft: Draft; readonly onChange: (months: Typed[]) => void }) {
  const { t } = useTranslation();
  const unit = useUnit();
  const set = (at: number, part: Partial<Typed>) =>
    onChange(draft.months.map((month, nth) => (nth === at ? { ...month, ...part } : month)));
  const wrong = (text: string | undefined) =>
    text !== undefined && text !== "" && !/^\d{1,12}(\.\d{1,6})?$/.test(text) ? t("town.upgrade.measure.bad_number") : undefined;
  return (
    <div className="u-scroll">
      <table className="u-months">
        <thead>
          <tr>
            <th scope="col">{t("town.upgrade.measure.month")}</th>
            <th scope="col">
              {t("town.upgrade.output")}（{unit(draft.unit)}）
            </th>
            {draft.carriers.map((carrier) => (
              <th key={carrier} scope="col">
                {t(`town.upgrade.carrier.${carrier}`)}（{unit(unitOf(carrier))}）
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draft.months.map(({ output, used }, at) => {
            const month = isMonth(draft.first) ? monthAfter(draft.first, at) : String(at + 1);
            return (
              <tr key={month}>
                <th scope="row" className="k-figures">
                  {month}
                </th>
                <td>
                  <DecimalField
                    label={`${month} ${t("town.upgrade.output")}`}
                    labelHidden
                    error={wrong(output)}
                    value={output}
                    onChange={(event) => set(at, { output: event.target.value })}
                  />
                </td>
                {draft.carriers.map((carrier) => (
                  <td key={carrier}>
                    <DecimalField
                      label={`${month} ${t(`town.upgrade.carrier.${carrier}`)}`}
                      labelHidden
                      error={wrong(used[carrier])}
                      value={used[carrier] ?? ""}
                      onChange={(event) => set(at, { used: { ...used, [carrier]: event.target.value } })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
