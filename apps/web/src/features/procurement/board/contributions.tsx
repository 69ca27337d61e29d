import type { TextKey } from "@jizhen/i18n";
import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";

type Part = Outputs["procurement"]["match"]["explain"]["explanation"]["contributions"][number];

/** The seven parts under each other, with their sum below: whoever adds them up gets the score. */
export function Contributions({ contributions, score }: { readonly contributions: readonly Part[]; readonly score: number }) {
  const { t } = useTranslation();
  const figures = (value: number) => (value / 100).toFixed(2);
  return (
    <section>
      <table className="b-parts">
        <tbody>
          {contributions.map(({ feature, value, weight, contribution, words }) => (
            <tr key={feature}>
              <th scope="row">
                {t(`procurement.match.feature.${feature}`)}
                <small>{t(words.code as TextKey, words.params)}</small>
                <span className="b-bar" aria-hidden="true">
                  <span data-tenths={Math.round(value / 10)} />
                </span>
              </th>
              <td className="k-figures">{t("procurement.match.value_times_weight", { value, weight })}</td>
              <td className="k-figures">{figures(contribution)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("procurement.match.total")}
            </th>
            <td className="k-figures">{figures(score)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="k-quiet">{t("procurement.match.sums")}</p>
    </section>
  );
}
