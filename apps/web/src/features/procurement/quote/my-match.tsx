import { attributeOf, nameOf } from "@jizhen/spec";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { AppLink } from "#ui/link.tsx";
import { Notice } from "#ui/states.tsx";
import { Contributions, VerdictTag } from "../detail/match-reasons.tsx";
import type { SuppliersRequest } from "../detail/request.ts";

type Explained = Outputs["procurement"]["match"]["explain"];

/** What my firm's own statements say to this request, and what would suffice. Without an answer the page does without. */
export function MyMatch({ request }: { readonly request: SuppliersRequest }) {
  const { t } = useTranslation();
  const open = request.status === "quoting";
  const query = useQuery({
    ...useTRPC().procurement.match.explain.queryOptions({ requestId: request.id }),
    enabled: open,
    staleTime: 300_000,
  });
  if (!open || query.data === undefined) return <></>;
  const { explanation } = query.data;
  return (
    <details className="q-match">
      <summary>
        <VerdictTag verdict={explanation.bar === null ? explanation.verdict : "violated"} />
        <span>
          {explanation.bar === null
            ? t(`procurement.quote.match.${explanation.verdict}`)
            : t(`procurement.quote.match.bar.${explanation.bar}`)}
        </span>
        {explanation.score !== null && (
          <span className="k-quiet k-figures">
            {t("procurement.request.invite.score", { score: (explanation.score / 100).toFixed(2) })}
          </span>
        )}
      </summary>
      <Shortfalls explained={query.data} />
      {explanation.contributions.length > 0 && <Contributions explanation={explanation} />}
      <p className="k-quiet">
        <AppLink to={"/selling/capabilities" as string}>{t("procurement.quote.match.to_capabilities")}</AppLink>
      </p>
    </details>
  );
}

function Shortfalls({ explained }: { readonly explained: Explained }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const rows = explained.explanation.lines.flatMap((line) => {
    const family = explained.lines.find(({ lineNo }) => lineNo === line.lineNo)?.family ?? "generic";
    return line.shortfalls.filter(({ hard }) => hard).map((shortfall) => ({ lineNo: line.lineNo, family, shortfall }));
  });
  if (rows.length === 0) return <></>;
  return (
    <Notice tone="doubt">
      <ul>
        {rows.slice(0, 12).map(({ lineNo, family, shortfall }) => (
          <li key={`${lineNo}${shortfall.attribute}`}>
            {lineNo}. {nameOf({ family, attribute: shortfall.attribute }, locale)}{" "}
            <strong>{shown(family, shortfall.attribute, shortfall.asked, locale)}</strong> —{" "}
            {t(`procurement.match.reason.${shortfall.reason}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Asked values come as text; a single code gets its name, anything else stands as it is. */
function shown(family: Parameters<typeof nameOf>[0]["family"], attribute: string, asked: string, locale: "zh-CN" | "en"): string {
  return attributeOf(family, attribute) === null ? asked : nameOf({ family, attribute, value: asked }, locale);
}
