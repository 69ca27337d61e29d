import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameIn } from "#lib/session.ts";
import { CheckField } from "#ui/field.tsx";
import { Sparkline } from "#ui/sparkline.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { type Board, definitionWords, type Shown, shownText, signOf } from "./words.ts";

type Town = Board["towns"][number];
type Props = {
  readonly board: Board;
  readonly towns: readonly Town[];
  readonly chosen: readonly string[];
  readonly onChoose: (id: string) => void;
  readonly full: boolean;
};

/** Towns by one indicator, largest first; what has no number stands last, in whatever order it came. */
export function sorted(towns: readonly Town[], key: string | null): readonly Town[] {
  if (key === null) return towns;
  const numberIn = (town: Town) => {
    const value = town.cells[key]?.value;
    return value?.state === "value" ? Number(value.amount) : Number.NEGATIVE_INFINITY;
  };
  return [...towns].sort((a, b) => numberIn(b) - numberIn(a) || 0);
}

export function BoardTable({ board, towns, chosen, onChoose, full }: Props) {
  const { t, i18n } = useTranslation();
  const [by, setBy] = useState<string | null>(null);
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
                <th key={definition.key} scope="col" className="k-right" aria-sort={by === definition.key ? "descending" : "none"}>
                  <button type="button" className="k-sort" onClick={() => setBy(by === definition.key ? null : definition.key)}>
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
          {sorted(towns, by).map((town) => (
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
