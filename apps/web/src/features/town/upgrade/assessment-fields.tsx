import { assessmentEditions, levelOf, scoreOf } from "@jizhen/domain-town";
import { ratios } from "@jizhen/kernel";
import { useTranslation } from "#lib/translation.tsx";
import { SelectField } from "#ui/field.tsx";
import { Card, Quiet, Stack } from "#ui/layout.tsx";
import { type Draft, editionKeys } from "./measure-form.ts";
import { LevelText } from "./parts.tsx";

type Props = { readonly draft: Draft; readonly fixed: boolean; readonly onChange: (change: Partial<Draft>) => void };
const stages = [0, 1, 2, 3, 4] as const;

/** The self-assessment: a stage an item; the score runs along, by the same formula that the town uses. */
export function AssessmentFields({ draft, fixed, onChange }: Props) {
  const { t } = useTranslation();
  const edition = assessmentEditions.find(({ key }) => key === draft.edition);
  const score = edition ? scoreOf(edition, draft.answers) : ratios.ratio(0);
  return (
    <Card title={t("town.upgrade.measure.assessment")}>
      <Stack gap={4}>
        <Quiet>{t("town.upgrade.invented_edition")}</Quiet>
        {!fixed && (
          <SelectField
            label={t("town.upgrade.measure.assessment")}
            choices={editionKeys.map((value) => ({ value, label: t("town.upgrade.level.edition", { edition: value }) }))}
            value={draft.edition}
            onChange={(event) => onChange({ edition: event.target.value })}
          />
        )}
        {edition?.dimensions.map((dimension) => (
          <section key={dimension.key}>
            <h3>{t(`town.upgrade.dimension.${dimension.key}` as "town.upgrade.dimension.basis")}</h3>
            <div className="u-answers">
              {dimension.items.map(({ key }) => (
                <SelectField
                  key={key}
                  label={t(`town.upgrade.item.${key}` as "town.upgrade.item.data")}
                  none="—"
                  choices={stages.map((stage) => ({ value: String(stage), label: t(`town.upgrade.stage.${stage}`) }))}
                  value={draft.answers[key] === undefined ? "" : String(draft.answers[key])}
                  onChange={(event) => {
                    const { [key]: _held, ...others } = draft.answers;
                    onChange({ answers: event.target.value === "" ? others : { ...others, [key]: Number(event.target.value) } });
                  }}
                />
              ))}
            </div>
          </section>
        ))}
        <p role="status">
          <strong>
            <LevelText level={levelOf(score)} score={ratios.toDecimal(score, 2)} />
          </strong>
        </p>
      </Stack>
    </Card>
  );
}
