import type { LineCost } from "@jizhen/domain-procurement";
import { useTranslation } from "#lib/translation.tsx";
import { MoneyText } from "#ui/figures.tsx";

/** Every part of the landed cost: stated by the supplier, held in its price by the delivery term, or unknown. */
export function CostParts({
  cost,
  currency,
  points,
}: {
  readonly cost: LineCost;
  readonly currency: string;
  readonly points: number | null;
}) {
  const { t } = useTranslation();
  const unknown = cost.parts.filter(({ state }) => state === "unknown").length;
  return (
    <details className="a-parts">
      <summary>
        {t("procurement.quote.compare.parts")}
        {unknown > 0 && <span className="a-unknown"> · {t("procurement.quote.compare.unknown_parts", { count: unknown })}</span>}
      </summary>
      <dl>
        {cost.parts.map(({ part, state, amount }) => (
          <div key={part}>
            <dt>{t(`procurement.cost.${part}`)}</dt>
            <dd className={state === "unknown" ? "a-unknown" : undefined}>
              {amount === null ? t(`procurement.cost.state.${state}`) : <MoneyText amount={amount} currency={currency} />}
            </dd>
          </div>
        ))}
        <div className="a-sum">
          <dt>{t("procurement.quote.compare.ranking_cost")}</dt>
          <dd>
            <MoneyText amount={cost.cost} currency={currency} />
          </dd>
        </div>
        {points !== null && (
          <div>
            <dt>{t("procurement.quote.compare.points_name")}</dt>
            <dd className="k-figures">{(points / 100).toFixed(2)}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
