import { IconGavel } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { failureOf } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { TextArea } from "#ui/field.tsx";
import { MoneyText } from "#ui/figures.tsx";
import { Card, Quiet, Row } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { type BuyersRequest, refreshed } from "../detail/request.ts";
import { FirmName } from "../detail/request-head.tsx";
import type { CompareProps, Comparison } from "./comparison-tab.tsx";
import { type Choice, choiceOf, costOf, followsRules, partsOf, tiedLines } from "./figures.ts";
import { JudgeButtons } from "./judge-buttons.tsx";

type Props = {
  readonly request: BuyersRequest;
  readonly comparison: Comparison;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
  readonly onJudge: CompareProps["onJudge"];
  readonly onAwarded: () => void;
};

/** The decision: what is chosen, what it costs against the best by the published rules, and why when it differs. */
export function AwardPanel({ request, comparison, choice, onChoice, onJudge, onAwarded }: Props) {
  const { t } = useTranslation();
  const { result } = comparison;
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const sure = useOpen();
  const awarding = useAwarding(request, onAwarded);
  const [tried, setTried] = useState("");
  const follows = followsRules(choice, result, request.terms.lines.length);
  const needsReason = !follows && reason.trim() === "";
  const ask = () => {
    setMissing(needsReason);
    if (!needsReason) sure.open();
  };
  const award = () => {
    setTried(comparison.inputsHash);
    void awarding
      .submit({ inputsHash: comparison.inputsHash, parts: partsOf(choice), reason: reason.trim() === "" ? null : reason.trim() })
      .then((done) => done || sure.close());
  };
  return (
    <Card title={t("procurement.award.title")}>
      <AwardProblem
        awarding={awarding}
        settled={tried !== comparison.inputsHash}
        onLook={onAwarded}
        toSettle={(about) => <JudgeButtons comparison={comparison} quoteIds={about} onJudge={onJudge} />}
      />
      <Presets comparison={comparison} onChoice={onChoice} />
      <Picked request={request} comparison={comparison} choice={choice} />
      {tiedLines(result).length > 0 && (
        <Quiet>
          {t("procurement.award.tied", { lines: tiedLines(result).join(", ") })} {t("procurement.award.tie_break")}
        </Quiet>
      )}
      {!follows && choice.size > 0 && (
        <TextArea
          label={t("procurement.award.reason")}
          hint={t("procurement.award.reason_hint")}
          required
          rows={2}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={missing && needsReason ? t("procurement.award.reason_missing") : undefined}
        />
      )}
      <Row end>
        <Button kind="primary" icon={<IconGavel size={18} aria-hidden="true" />} disabled={choice.size === 0} onClick={ask}>
          {t("procurement.award.do")}
        </Button>
      </Row>
      <Confirm
        opened={sure.opened}
        onClose={sure.close}
        title={t("procurement.award.sure")}
        confirm={t("procurement.award.do")}
        busy={awarding.busy}
        onConfirm={award}
      >
        <Picked request={request} comparison={comparison} choice={choice} />
        <p>
          {request.terms.standstillDays > 0
            ? t("procurement.award.then_standstill", { count: request.terms.standstillDays })
            : t("procurement.award.then_orders")}
        </p>
        <Quiet>{t("procurement.award.then_letters")}</Quiet>
      </Confirm>
    </Card>
  );
}

type Award = {
  readonly inputsHash: string;
  readonly parts: readonly { readonly lineNo: number; readonly quoteId: string }[];
  readonly reason: string | null;
};

function useAwarding(request: BuyersRequest, onAwarded: () => void) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  return useSubmit({
    send: (award: Award, call) => client.procurement.award.award.mutate({ requestId: request.id, ...award } as never, call),
    refresh: refreshed,
    onDone: ({ status }: { status: string }) => {
      toast(t(status === "standstill" ? "procurement.award.done_standstill" : "procurement.award.done"));
      onAwarded();
    },
  });
}

type AwardProblemProps = {
  readonly awarding: ReturnType<typeof useAwarding>;
  /** The comparison has changed since the refusal: what was missing may have been done. */
  readonly settled: boolean;
  readonly onLook: () => void;
  /** Leads to the quotes that stand in the way. */
  readonly toSettle: (about: readonly string[]) => ReactNode;
};

/** A colleague may have been first, or the comparison moved on: the screen says so and has already read anew. */
function AwardProblem({ awarding, settled, onLook, toSettle }: AwardProblemProps) {
  const { t } = useTranslation();
  const { reason } = failureOf(awarding.error);
  if (awarding.problem === null || (settled && reason?.kind !== "conflict")) return <></>;
  const first = reason?.code === "procurement.award.already_awarded";
  return (
    <Notice tone="bad" action={first ? <Button onClick={onLook}>{t("procurement.award.look")}</Button> : toSettle(reason?.about ?? [])}>
      {awarding.problem}
    </Notice>
  );
}

function Presets({ comparison, onChoice }: Pick<Props, "comparison" | "onChoice">) {
  const { t } = useTranslation();
  const { best, bestWhole, bestByLine, currency } = comparison.result;
  const same =
    bestWhole !== null && bestByLine !== null && bestWhole.cost === bestByLine.cost && bestWhole.suppliers === bestByLine.suppliers;
  const offers = [
    { key: "whole" as const, scenario: bestWhole },
    { key: "by_line" as const, scenario: same ? null : bestByLine },
  ];
  return (
    <div className="a-presets">
      {offers.map(({ key, scenario }) =>
        scenario === null ? null : (
          <Button key={key} onClick={() => onChoice(choiceOf(scenario))}>
            {t(`procurement.award.preset.${key}`, { count: scenario.suppliers })} · <MoneyText amount={scenario.cost} currency={currency} />
            {best !== null &&
              best.cost === scenario.cost &&
              best.suppliers === scenario.suppliers &&
              ` · ${t("procurement.award.preset.by_rules")}`}
          </Button>
        ),
      )}
    </div>
  );
}

/** Each chosen supplier with its lines, and the running total against the best. */
function Picked({ request, comparison, choice }: Pick<Props, "request" | "comparison" | "choice">) {
  const { t } = useTranslation();
  const { result, quotes } = comparison;
  const cost = costOf(choice, result);
  const best = result.best?.cost ?? null;
  const missing = request.terms.lines.filter(({ lineNo }) => !choice.has(lineNo)).map(({ lineNo }) => lineNo);
  return (
    <div className="a-picked">
      {[...new Set(choice.values())].map((quoteId) => {
        const lines = [...choice].filter(([, held]) => held === quoteId).map(([lineNo]) => lineNo);
        const supplier = quotes.find(({ id }) => id === quoteId)?.supplier;
        return (
          <div key={quoteId} className="a-picked-row">
            <span>
              {supplier !== undefined && <FirmName firm={supplier} />}{" "}
              <span className="k-quiet">{t("procurement.award.lines", { lines: lines.sort((a, b) => a - b).join(", ") })}</span>
            </span>
            <MoneyText amount={costOf(new Map(lines.map((lineNo) => [lineNo, quoteId])), result)} currency={result.currency} />
          </div>
        );
      })}
      <div className="a-picked-row a-sum" role="status">
        <strong>{t("procurement.award.total")}</strong>
        <span>
          {best !== null && missing.length === 0 && cost !== best && (
            <span className="k-quiet">
              {t("procurement.award.above_best")} <MoneyText amount={cost - best} currency={result.currency} />{" "}
            </span>
          )}
          <MoneyText amount={cost} currency={result.currency} strong />
        </span>
      </div>
      {missing.length > 0 && <p className="a-unknown">{t("procurement.award.not_awarded", { lines: missing.join(", ") })}</p>}
    </div>
  );
}
