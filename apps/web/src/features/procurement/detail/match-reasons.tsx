import type { MatchExplanation } from "@jizhen/domain-procurement";
import type { TextKey } from "@jizhen/i18n";
import { useTranslation } from "#lib/translation.tsx";
import { type StatusSign, StatusTag } from "#ui/tag.tsx";

type Verdict = MatchExplanation["verdict"];
const signs: Record<Verdict, StatusSign> = { satisfied: "good", unknown: "waiting", violated: "ended" };

export const VerdictTag = ({ verdict }: { readonly verdict: Verdict }) => {
  const { t } = useTranslation();
  return <StatusTag sign={signs[verdict]}>{t(`procurement.request.verdict.${verdict}`)}</StatusTag>;
};

/** Each part of the score as value × weight, and their sum. Nothing is rounded, so the sum is the score. */
export function Contributions({ explanation }: { readonly explanation: Pick<MatchExplanation, "contributions" | "score"> }) {
  const { t } = useTranslation();
  return (
    <table className="d-parts">
      <caption className="k-hidden">{t("procurement.request.invite.parts")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("procurement.request.invite.part")}</th>
          <th scope="col">{t("procurement.request.invite.why")}</th>
          <th scope="col">{t("procurement.request.invite.value")}</th>
          <th scope="col">{t("procurement.request.invite.weight")}</th>
          <th scope="col">{t("procurement.request.invite.points")}</th>
        </tr>
      </thead>
      <tbody>
        {explanation.contributions.map(({ feature, value, weight, contribution, words }) => (
          <tr key={feature}>
            <th scope="row">{t(`procurement.match.feature.${feature}`)}</th>
            <td className="k-quiet">{t(words.code as TextKey, words.params)}</td>
            <td className="k-figures">{value}</td>
            <td className="k-figures">× {weight} %</td>
            <td className="k-figures">{(contribution / 100).toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {t("procurement.request.invite.sum")}
          </th>
          <td className="k-figures">{((explanation.score ?? 0) / 100).toFixed(2)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
