import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { OptionField } from "#ui/choices.tsx";
import { CheckField } from "#ui/field.tsx";
import { Sparkline } from "#ui/sparkline.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { type Board, definitionWords, type Shown, shownText, signOf } from "./words.ts";

type Town = Board["towns"][number];
/** What towns are put in order by: an indicator's amount, or how it grew on the year before. */
export type Order = { readonly key: string; readonly of: "amount" | "growth" };
type Props = {
  readonly board: Board;
  readonly towns: readonly Town[];
  /** Null keeps the order in which the towns came. */
  readonly order: Order | null;
  readonly onOrder: (order: Order | null) => void;
  readonly chosen: readonly string[];
  readonly onChoose: (id: string) => void;
  readonly full: boolean;
};

/** Whether growth of the same firms is told for this indicator: it holds even where a town's coverage is low. */
export const comparable = (towns: readonly Pick<Town, "cells">[], key: string): boolean =>
  towns.some(({ cells }) => cells[key]?.likeForLike.state === "value");

/** Towns by one indicator, largest first; what has no number stands last, in whatever order it came. */
export function sorted<T extends Pick<Town, "cells">>(towns: readonly T[], order: Order | null): readonly T[] {
  if (order === null) return towns;
  const likeForLike = comparable(towns, order.key);
  const numberIn = ({ cells }: T) => {
    const cell = cells[order.key];
    if (cell === undefined) return Number.NEGATIVE_INFINITY;
    if (order.of === "amount") return cell.value.state === "value" ? Number(cell.value.amount) : Number.NEGATIVE_INFINITY;
    const growth = likeForLike ? cell.likeForLike : cell.growth;
    return growth.state === "value" ? Number(growth.percent) : Number.NEGATIVE_INFINITY;
  };
  return [...towns].sort((a, b) => numberIn(b) - numberIn(a) || 0);
}

/** The indicator in the lead while nobody has chosen one. */
const firstKey = (board: Board): string =>
  (board.definitions.find(({ key }) => key === "output_value") ?? board.definitions[0])?.key ?? "output_value";

/** By amount or by growth: the question "which town grew most" takes one press. */
export function OrderField({ board, order, onOrder }: Pick<Props, "board" | "order" | "onOrder">) {
  const { t } = useTranslation();
  return (
    <OptionField
      label={t("figures.board.order")}
      choices={(["amount", "growth"] as const).map((value) => ({ value, label: t(`figures.board.by_${value}`) }))}
      value={order?.of ?? "amount"}
      onChange={(of) => onOrder({ key: order?.key ?? firstKey(board), of })}
    />
  );
}

export function BoardTable({ board, towns, order, onOrder, chosen, onChoose, full }: Props) {
  const { t, i18n } = useTranslation();
  const of = order?.of ?? "amount";
  return (
    <section className="t-board" aria-label={t("figures.board.title")}>
      <table className="k-table">
        <caption className="k-hidden">{t("figures.board.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figures.board.town")}</th>
            {board.definitions.map((definition) => {
              const { name, meaning } = definitionWords(definition, i18n.language);
              return (
                <th key={definition.key} scope="col" className="k-right" aria-sort={order?.key === definition.key ? "descending" : "none"}>
                  <button
                    type="button"
                    className="k-sort"
                    onClick={() => onOrder(order?.key === definition.key ? null : { key: definition.key, of })}
                  >
                    {name}
                  </button>
                  <details className="t-meaning">
                    <summary aria-label={`${name}: ${t("figures.board.meaning")} v${definition.version}`}>v{definition.version}</summary>
                    <p>{meaning}</p>
                  </details>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted(towns, order).map((town) => (
            <tr key={town.id}>
              <th scope="row">
                <CheckField
                  label={nameIn(i18n.language, town)}
                  checked={chosen.includes(town.id)}
                  disabled={full && !chosen.includes(town.id)}
                  onChange={() => onChoose(town.id)}
                />
                {town.report && (
                  <StatusTag sign={signOf[town.report.state] ?? "draft"}>
                    {t(`figures.state.${town.report.state}`)} · {town.report.checked}/{town.report.expected}
                  </StatusTag>
                )}
              </th>
              {board.definitions.map((definition) => (
                <td key={definition.key} className="k-right k-figures">
                  <CellOf cell={town.cells[definition.key]} definition={definition} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("figures.board.total")}</th>
            {board.definitions.map((definition) => (
              <td key={definition.key} className="k-right k-figures">
                <TotalOf total={board.totals[definition.key]} definition={definition} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

type Definition = Board["definitions"][number];

export function ShownValue({ shown, definition }: { readonly shown: Shown; readonly definition: Definition }) {
  const { t, i18n } = useTranslation();
  const text = shownText(shown, definition.unit, t, i18n.language);
  if (shown.state === "value") return <strong>{text}</strong>;
  return <span title={shown.state === "suppressed" ? t("figures.value.suppressed_why") : undefined}>{text}</span>;
}

export function CellOf({ cell, definition }: { readonly cell: Town["cells"][string] | undefined; readonly definition: Definition }) {
  const { t } = useTranslation();
  if (!cell) return <>—</>;
  const numbers = cell.series.map((amount) => (amount === null ? null : Number(amount)));
  return (
    <>
      <ShownValue shown={cell.value} definition={definition} />
      {cell.growth.state === "value" && (
        <div>
          {t("figures.board.growth")} {cell.growth.percent}%
        </div>
      )}
      {cell.likeForLike.state === "value" && <div>{t("figures.board.like", { percent: cell.likeForLike.percent })}</div>}
      {cell.version !== null && cell.version !== definition.version && (
        <div>{t("figures.board.version_other", { version: cell.version })}</div>
      )}
      {numbers.filter((one) => one !== null).length > 1 && (
        <div>
          <Sparkline values={numbers} label={t("figures.board.trend")} />
        </div>
      )}
    </>
  );
}

function TotalOf({ total, definition }: { readonly total: Board["totals"][string] | undefined; readonly definition: Definition }) {
  const { t } = useTranslation();
  if (!total) return <>—</>;
  return (
    <>
      <ShownValue shown={total.value} definition={definition} />
      <div>{t("figures.board.reported", { reported: total.reported, of: total.of })}</div>
      {total.growthOfSum.state === "value" && <div>{t("figures.board.growth_sum", { percent: total.growthOfSum.percent })}</div>}
      {total.meanOfGrowths.state === "value" && <div>{t("figures.board.growth_mean", { percent: total.meanOfGrowths.percent })}</div>}
      {total.ranks !== "shown" && <div>{t(`figures.board.ranks.${total.ranks}`)}</div>}
    </>
  );
}
