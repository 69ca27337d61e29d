import { useTranslation } from "#lib/translation.tsx";
import { Card, Quiet, Row, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";
import { FileLinks } from "../parts/file-links.tsx";
import { LevelText, type Upgrade, useFigure, useUnit } from "./parts.tsx";

type Measured = NonNullable<Upgrade["baseline"]> | NonNullable<Upgrade["effect"]>;

/** Baseline and effect side by side, by one formula. */
export function MeasuredCard({ project }: { readonly project: Upgrade }) {
  const { t } = useTranslation();
  const { baseline, effect } = project;
  if (baseline === null)
    return (
      <Card title={t("town.upgrade.baseline")}>
        <Quiet>{t("town.upgrade.baseline.none")}</Quiet>
      </Card>
    );
  return (
    <Card title={t(effect === null ? "town.upgrade.baseline" : "town.upgrade.effect")}>
      <Stack gap={3}>
        <Row gap={2}>
          <Chip tone={baseline.seen ? "good" : "doubt"}>
            {t("town.upgrade.baseline")} · {t(baseline.seen ? "town.upgrade.baseline.seen" : "town.upgrade.baseline.unseen")}
          </Chip>
          {baseline.frozen && <Chip tone="blue">{t("town.upgrade.baseline.frozen")}</Chip>}
          {effect !== null && (
            <Chip tone={effect.verified ? "good" : "doubt"}>
              {t("town.upgrade.effect")} · {t(effect.verified ? "town.upgrade.effect.verified" : "town.upgrade.effect.unverified")}
            </Chip>
          )}
        </Row>
        {baseline.metered?.provisional && <Notice tone="doubt">{t("town.upgrade.provisional_long")}</Notice>}
        <div className="u-scroll">
          <Comparison baseline={baseline} effect={effect} />
        </div>
        <Saved project={project} />
        <Papers name={t("town.upgrade.before")} measured={baseline} />
        {effect !== null && <Papers name={t("town.upgrade.after")} measured={effect} />}
        <Quiet>
          {t("town.upgrade.formula", { version: baseline.formula })}
          {baseline.metered !== null && ` · ${t("town.upgrade.invented_factors")}`}
        </Quiet>
      </Stack>
    </Card>
  );
}

type RowOf = { readonly name: string; readonly cell: (measured: Measured) => React.ReactNode };

function Comparison({ baseline, effect }: { readonly baseline: Measured; readonly effect: Measured | null }) {
  const { t } = useTranslation();
  const [figure, unit] = [useFigure(), useUnit()];
  const metered = (name: string, of: (of: NonNullable<Measured["metered"]>) => string): RowOf[] =>
    baseline.metered === null ? [] : [{ name, cell: ({ metered: one }) => (one === null ? "—" : of(one)) }];
  const rows: RowOf[] = [
    ...(baseline.assessed === null
      ? []
      : [
          {
            name: t("town.upgrade.level"),
            cell: ({ assessed }: Measured) => (assessed === null ? "—" : <LevelText level={assessed.level} score={assessed.score} />),
          },
        ]),
    ...metered(t("town.upgrade.period"), ({ from, to, months }) => t("town.upgrade.months", { from, to, months })),
    ...metered(t("town.upgrade.output"), ({ output, outputUnit }) => `${figure(output)} ${unit(outputUnit)}`),
    ...metered(t("town.upgrade.kgce"), ({ kgce }) => figure(kgce)),
    ...metered(t("town.upgrade.intensity"), ({ intensity, outputUnit }) => `${figure(intensity)} kgce/${unit(outputUnit)}`),
    ...metered(t("town.upgrade.co2"), ({ kgCo2e }) => figure(kgCo2e)),
    ...metered(t("town.upgrade.co2_intensity"), ({ co2Intensity, outputUnit }) => `${figure(co2Intensity)} kg/${unit(outputUnit)}`),
  ];
  return (
    <table className="u-compare k-figures">
      <thead>
        <tr>
          <th scope="col">
            <span className="k-hidden">{t("town.upgrade.change")}</span>
          </th>
          <th scope="col">{t("town.upgrade.before")}</th>
          {effect !== null && <th scope="col">{t("town.upgrade.after")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cell }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{cell(baseline)}</td>
            {effect !== null && <td>{cell(effect)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was saved and whether the targets were reached; both figures where output moved much. */
function Saved({ project: { saving, plan, after } }: { readonly project: Upgrade }) {
  const { t } = useTranslation();
  if (saving === null && after.level === null) return <></>;
  const reached = (yes: boolean) => (
    <Chip tone={yes ? "good" : "bad"}>{t(yes ? "town.upgrade.target.reached" : "town.upgrade.target.missed")}</Chip>
  );
  return (
    <Stack gap={2}>
      {saving !== null && (
        <Row gap={2}>
          <strong>{t("town.upgrade.per_output", { percent: saving.perOutput })}</strong>
          {plan.targetSaving !== null && reached(Number(saving.perOutput) >= plan.targetSaving)}
        </Row>
      )}
      {saving?.showBoth && (
        <Notice tone="doubt">
          {t("town.upgrade.raw", { percent: saving.raw, output: saving.outputChange })} · {t("town.upgrade.both_shown")}
        </Notice>
      )}
      {after.level !== null && plan.targetLevel !== null && (
        <Row gap={2}>
          <span>
            {t("town.upgrade.level")} {t("town.upgrade.level.short", { level: after.level })}
          </span>
          {reached(after.level >= plan.targetLevel)}
        </Row>
      )}
    </Stack>
  );
}

function Papers({ name, measured: { files } }: { readonly name: string; readonly measured: Measured }) {
  const { t } = useTranslation();
  if (files.length === 0) return <></>;
  return (
    <section>
      <h3>
        {t("town.upgrade.evidence")} · {name}
      </h3>
      <FileLinks files={files} />
    </section>
  );
}
