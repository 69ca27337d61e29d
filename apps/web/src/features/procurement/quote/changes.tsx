import { useTranslation } from "#lib/translation.tsx";
import type { SuppliersRequest } from "../detail/request.ts";

/** Which lines and terms the buyer changed after the version that was quoted. */
export function Changes({ request, since }: { readonly request: SuppliersRequest; readonly since: number }) {
  const { t, i18n } = useTranslation();
  const later = request.versions.filter(({ requestVersion, material }) => requestVersion > since && material);
  const lines = [...new Set(later.flatMap(({ changedLines }) => changedLines))].sort((a, b) => a - b);
  const terms = [...new Set(later.flatMap(({ changedTerms }) => changedTerms))];
  const named = terms.map((term) =>
    i18n.exists(`procurement.request.term.${term}`)
      ? t(`procurement.request.term.${term}` as "procurement.request.term.delivery")
      : t("procurement.request.term.other"),
  );
  return (
    <ul className="q-changes">
      {lines.length > 0 && <li>{t("procurement.quote.stale.lines", { lines: lines.join(", ") })}</li>}
      {named.length > 0 && (
        <li>{t("procurement.quote.stale.terms", { terms: [...new Set(named)].join(i18n.language === "en" ? ", " : "、") })}</li>
      )}
    </ul>
  );
}
