import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { Quiet } from "#ui/layout.tsx";
import "./upgrade.css";

type Gap = Outputs["town"]["upgrade"]["get"]["gaps"][number];

/** Item by item what is missing to a full score, the most first, and what would give it. */
export function Gaps({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  if (gaps.length === 0) return <></>;
  const most = Math.max(...gaps.map(({ missing }) => Number(missing)));
  return (
    <section>
      <h3>{t("town.upgrade.gaps")}</h3>
      <ul className="u-gaps">
        {gaps.map(({ item, dimension, missing, remedy }) => (
          <li key={item}>
            <span>
              {t(`town.upgrade.item.${item}` as "town.upgrade.item.data")}{" "}
              <small className="k-quiet">{t(`town.upgrade.dimension.${dimension}` as "town.upgrade.dimension.basis")}</small>
            </span>
            <meter
              className="u-gap"
              min={0}
              max={most}
              value={Number(missing)}
              aria-label={t("town.upgrade.gap.points", { points: missing })}
            />
            <span className="k-figures">{t("town.upgrade.gap.points", { points: missing })}</span>
            <span className="k-quiet">{t(`town.upgrade.remedy.${remedy}`)}</span>
          </li>
        ))}
      </ul>
      <Quiet>{t("town.upgrade.invented_edition")}</Quiet>
    </section>
  );
}
