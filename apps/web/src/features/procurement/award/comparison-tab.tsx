import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useNarrow } from "#lib/use-narrow.ts";
import { Unread } from "#ui/asked.tsx";
import { OptionField } from "#ui/choices.tsx";
import { Card, Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { Rates } from "../detail/overview.tsx";
import type { BuyersRequest } from "../detail/request.ts";
import { AwardPanel } from "./award-panel.tsx";
import { type Choice, choiceOf, type Shown } from "./figures.ts";
import { JudgeButtons } from "./judge-buttons.tsx";
import { JudgeDialog } from "./judge-dialog.tsx";
import { Matrix } from "./matrix.tsx";
import { SupplierCards } from "./supplier-cards.tsx";
import "./award.css";

export type Comparison = Outputs["procurement"]["award"]["evaluate"];

/** What matrix and cards need alike. */
export type CompareProps = {
  readonly request: BuyersRequest;
  readonly comparison: Comparison;
  readonly shown: Shown;
  readonly choice: Choice;
  /** Null while nothing may be chosen. */
  readonly onChoose: ((lineNo: number, quoteId: string) => void) | null;
  readonly onChooseAll: ((quoteId: string) => void) | null;
  /** Opens the judgement of a quote over the comparison; null where nothing is to be judged. */
  readonly onJudge: ((quoteId: string) => void) | null;
};

/** The comparison after the opening: all lines, all suppliers, every figure with its parts, and the decision below. */
export function ComparisonTab({ request, onAwarded }: { readonly request: BuyersRequest; readonly onAwarded: () => void }) {
  // Always of this moment; what the route has just asked ahead is.
  const query = useQuery({ ...useTRPC().procurement.award.evaluate.queryOptions({ requestId: request.id }), staleTime: 5_000 });
  if (!query.isSuccess) return <Unread query={query} lines={8} />;
  return <Compare request={request} comparison={query.data} onAwarded={onAwarded} />;
}

type Props = { readonly request: BuyersRequest; readonly comparison: Comparison; readonly onAwarded: () => void };

function Compare({ request, comparison, onAwarded }: Props) {
  const narrow = useNarrow();
  const { result } = comparison;
  const [shown, setShown] = useState<Shown>({ tax: result.taxIncluded ? "with" : "without", at: "delivered", currency: "comparison" });
  // A choice rests on one comparison: when that changes, it starts again from the best.
  const [held, setHeld] = useState<{ readonly hash: string; readonly choice: Choice } | null>(null);
  const choice = held?.hash === comparison.inputsHash ? held.choice : choiceOf(result.best);
  const set = (next: Choice) => setHeld({ hash: comparison.inputsHash, choice: next });
  const may = request.actions.includes("award") && !comparison.decided;
  const choose = (lineNo: number, quoteId: string) => {
    const next = new Map(choice);
    if (next.get(lineNo) === quoteId) next.delete(lineNo);
    else next.set(lineNo, quoteId);
    set(next);
  };
  const chooseAll = (quoteId: string) =>
    set(new Map(result.lines.filter((line) => line.quoteId === quoteId).map(({ lineNo }) => [lineNo, quoteId])));
  const [judged, setJudged] = useState<string | null>(null);
  const mayJudge = !comparison.decided && (request.actions.includes("admit") || request.actions.includes("reject"));
  const onJudge = mayJudge ? setJudged : null;
  const [onChoose, onChooseAll] = may ? [choose, chooseAll] : [null, null];
  const props: CompareProps = { request, comparison, shown, choice, onChoose, onChooseAll, onJudge };
  return (
    <Stack>
      <Doubts comparison={comparison} onJudge={onJudge} />
      <Card title={<CompareTitle />} actions={<Switches shown={shown} onChange={setShown} request={request} />}>
        {narrow ? <SupplierCards {...props} /> : <Matrix {...props} />}
        <Ground request={request} comparison={comparison} shown={shown} />
      </Card>
      {may && (
        <AwardPanel request={request} comparison={comparison} choice={choice} onChoice={set} onJudge={onJudge} onAwarded={onAwarded} />
      )}
      {mayJudge &&
        comparison.quotes.map((quote) => (
          <JudgeDialog key={quote.id} quote={quote} request={request} opened={judged === quote.id} onClose={() => setJudged(null)} />
        ))}
    </Stack>
  );
}

const CompareTitle = () => <>{useTranslation().t("procurement.quote.compare.title")}</>;

function Switches({
  shown,
  onChange,
  request,
}: {
  readonly shown: Shown;
  readonly onChange: (shown: Shown) => void;
  readonly request: BuyersRequest;
}) {
  const { t } = useTranslation();
  const several = request.terms.quoteCurrencies.length > 1;
  return (
    <div className="a-switches">
      {shown.currency === "comparison" && (
        <>
          <OptionField
            label={t("procurement.quote.compare.tax")}
            labelHidden
            choices={[
              { value: "with" as const, label: t("procurement.quote.compare.with_tax") },
              { value: "without" as const, label: t("procurement.quote.compare.without_tax") },
            ]}
            value={shown.tax}
            onChange={(tax) => onChange({ ...shown, tax })}
          />
          <OptionField
            label={t("procurement.quote.compare.at")}
            labelHidden
            choices={[
              { value: "delivered" as const, label: t("procurement.quote.compare.delivered") },
              { value: "ex_works" as const, label: t("procurement.quote.compare.ex_works") },
            ]}
            value={shown.at}
            onChange={(at) => onChange({ ...shown, at })}
          />
        </>
      )}
      {several && (
        <OptionField
          label={t("procurement.quote.compare.currency")}
          labelHidden
          choices={[
            { value: "comparison" as const, label: t("procurement.quote.compare.in_currency", { currency: request.terms.currency }) },
            { value: "quoted" as const, label: t("procurement.quote.compare.as_quoted") },
          ]}
          value={shown.currency}
          onChange={(currency) => onChange({ ...shown, currency })}
        />
      )}
    </div>
  );
}

/** On what the order of the quotes stands, whatever the switches show. */
function Ground({ request, comparison, shown }: Pick<CompareProps, "request" | "comparison" | "shown">) {
  const { t } = useTranslation();
  const { result } = comparison;
  const tax = t(result.taxIncluded ? "procurement.quote.compare.with_tax" : "procurement.quote.compare.without_tax");
  const own = shown.currency === "comparison" && shown.at === "delivered" && (shown.tax === "with") === result.taxIncluded;
  return (
    <div>
      <Quiet>
        {t("procurement.quote.compare.ground", {
          criteria: t(`procurement.request.criteria.${result.criteria.kind}`),
          tax,
          currency: result.currency,
        })}
      </Quiet>
      {!own && <Quiet>{t("procurement.quote.compare.other_view")}</Quiet>}
      <Rates request={request} />
    </div>
  );
}

/** What to settle before deciding: missing judgements, unknown costs that could turn the order, quotes left out. */
function Doubts({ comparison, onJudge }: Pick<CompareProps, "comparison" | "onJudge">) {
  const { t, i18n } = useTranslation();
  const { result, quotes } = comparison;
  const nameOf = (id: string) => {
    const supplier = quotes.find((quote) => quote.id === id)?.supplier;
    return supplier === undefined ? "" : nameIn(i18n.language, supplier);
  };
  const unjudged = quotes.filter(
    ({ judgement, content }) => judgement === null && content.lines.some(({ deviation }) => deviation !== null),
  );
  const joined = (parts: readonly string[]) => parts.join(i18n.language === "en" ? ", " : "、");
  return (
    <>
      {unjudged.length > 0 && onJudge !== null && (
        <Notice tone="doubt" action={<JudgeButtons comparison={comparison} quoteIds={unjudged.map(({ id }) => id)} onJudge={onJudge} />}>
          {t("procurement.quote.compare.unjudged", { names: joined(unjudged.map(({ id }) => nameOf(id))) })}
        </Notice>
      )}
      {!comparison.decided &&
        result.couldFlip.map(({ quoteId, parts }) => (
          <Notice key={quoteId} tone="doubt">
            {t("procurement.quote.compare.could_flip", {
              name: nameOf(quoteId),
              parts: joined(parts.map((part) => t(`procurement.cost.${part}`))),
            })}
          </Notice>
        ))}
      {result.unoffered.length > 0 && (
        <Notice tone="doubt">{t("procurement.quote.compare.unoffered", { lines: result.unoffered.join(", ") })}</Notice>
      )}
    </>
  );
}
