import { cellId, type DeclarationCell, type Definition } from "@jizhen/domain-town";
import { useTranslation } from "#lib/translation.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Empty } from "#ui/states.tsx";
import { amountText, definitionWords, periodName } from "./words.ts";

type Props = {
  readonly cells: readonly DeclarationCell[];
  readonly definitions: readonly Definition[];
  readonly unusual: ReadonlySet<string>;
};

/** What a firm wrote, to be read: amount, period, and the remark where a figure is unusual. */
export function DeclarationCells({ cells, definitions, unusual }: Props) {
  const { t, i18n } = useTranslation();
  const byKey = new Map(definitions.map((one) => [one.key, one]));
  const nameOf = ({ key, part }: DeclarationCell): string => {
    const definition = byKey.get(key);
    if (!definition) return key;
    const within = definition.parts.find((one) => one.key === part);
    const { name } = definitionWords(definition, i18n.language);
    return within ? `${name} · ${i18n.language === "en" ? within.nameEn : within.nameZh}` : name;
  };
  return (
    <DataTable
      caption={t("figures.declaration.title")}
      rows={cells.filter(({ part, amount }) => part === null || amount !== null)}
      rowKey={cellId}
      empty={<Empty>{t("figures.declaration.none")}</Empty>}
      marked={(cell) => unusual.has(cellId(cell))}
      columns={[
        { key: "name", title: t("figures.declaration.indicator"), lead: true, cell: nameOf },
        { key: "period", title: t("figures.board.period"), cell: ({ period }) => periodName(period, t) },
        {
          key: "amount",
          title: t("figures.figure.amount"),
          figures: true,
          cell: ({ key, amount }) =>
            amount === null ? t("figures.declaration.none") : amountText(amount, byKey.get(key)?.unit ?? "count", t, i18n.language),
        },
        { key: "remark", title: t("figures.declaration.remark"), cell: ({ remark }) => (remark === "" ? "—" : remark) },
      ]}
    />
  );
}
