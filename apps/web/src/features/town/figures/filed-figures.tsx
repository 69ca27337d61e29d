import { type Definition, type FiledFigure, figures as values } from "@jizhen/domain-town";
import { ratios } from "@jizhen/kernel";
import { useTranslation } from "#lib/translation.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Empty } from "#ui/states.tsx";
import { definitionWords, periodName, type Shown, shownText } from "./words.ts";

export const shownOf = (value: FiledFigure["value"]): Shown => {
  const number = values.numberOf(value);
  if (value.state !== "value") return { state: value.state };
  return number === null ? { state: "missing" } : { state: "value", amount: ratios.toDecimal(number, 4) };
};

type Props = { readonly figures: readonly FiledFigure[]; readonly definitions: readonly Definition[] };

/** The figures of one hand-in; a town sees its own whole. */
export function FiledFigures({ figures, definitions }: Props) {
  const { t, i18n } = useTranslation();
  const byKey = new Map(definitions.map((one) => [one.key, one]));
  return (
    <DataTable
      caption={t("figures.desk.figures")}
      rows={figures}
      rowKey={({ key, period }) => `${key}@${period}`}
      empty={<Empty>{t("figures.cockpit.no_figure")}</Empty>}
      columns={[
        {
          key: "name",
          title: t("figures.declaration.indicator"),
          lead: true,
          cell: ({ key }) => {
            const definition = byKey.get(key);
            return definition ? definitionWords(definition, i18n.language).name : key;
          },
        },
        { key: "period", title: t("figures.board.period"), cell: ({ period }) => periodName(period, t) },
        {
          key: "value",
          title: t("figures.figure.amount"),
          figures: true,
          cell: ({ key, value }) => shownText(shownOf(value), byKey.get(key)?.unit ?? "count", t, i18n.language),
        },
        { key: "firms", title: t("figures.desk.contributors"), figures: true, cell: ({ contributors }) => contributors, wideOnly: true },
        {
          key: "version",
          title: t("figures.board.meaning"),
          cell: ({ version }) => t("figures.board.version", { version }),
          wideOnly: true,
        },
      ]}
    />
  );
}
