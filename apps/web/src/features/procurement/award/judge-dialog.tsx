import { nameOf } from "@jizhen/spec";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { localeOf } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { Reading } from "../detail/reading.tsx";
import { type BuyersRequest, type OpenQuote, refreshed } from "../detail/request.ts";

type Props = { readonly quote: OpenQuote; readonly request: BuyersRequest; readonly opened: boolean; readonly onClose: () => void };
type Finding = {
  readonly finding: "admit" | "reject";
  readonly quality: string;
  readonly lineNo: string;
  readonly requirement: string;
  readonly text: string;
};

function useJudging({ quote, request, onClose }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const about = { requestId: request.id, quoteId: quote.id };
  return useSubmit({
    send: ({ finding, quality, lineNo, requirement, text }: Finding, call) =>
      finding === "admit"
        ? client.procurement.request.admit.mutate({ ...about, quality: quality === "" ? null : Number(quality) }, call)
        : client.procurement.request.reject.mutate(
            { ...about, requirement: requirement.trim(), lineNo: lineNo === "" ? null : Number(lineNo), text: text.trim() },
            call,
          ),
    refresh: refreshed,
    onDone: () => {
      onClose();
      toast(t("procurement.quote.judge.done"));
    },
  });
}

const startOf = ({ judgement }: OpenQuote): Finding =>
  judgement?.finding === "rejected"
    ? { finding: "reject", quality: "", lineNo: String(judgement.lineNo ?? ""), requirement: judgement.requirement, text: judgement.text }
    : { finding: "admit", quality: String(judgement?.quality ?? ""), lineNo: "", requirement: "", text: "" };

/** Meets the requirements, or does not: then the requirement is named, because the supplier will be told. */
export function JudgeDialog(props: Props) {
  const { t, i18n } = useTranslation();
  const { quote, request, opened, onClose } = props;
  const [found, setFound] = useState(() => startOf(quote));
  const [missing, setMissing] = useState(false);
  const judging = useJudging(props);
  const { criteria } = request.terms;
  const marks = criteria.kind === "points" && criteria.weights.quality > 0;
  const incomplete = found.finding === "reject" ? found.requirement.trim() === "" : marks && !/^(100|\d{1,2})$/.test(found.quality);
  const send = () => {
    setMissing(incomplete);
    if (!incomplete) void judging.submit(found);
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind={found.finding === "reject" ? "danger" : "primary"} busy={judging.busy} onClick={send}>
        {t(`procurement.quote.judge.${found.finding}`)}
      </Button>
    </>
  );
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t("procurement.quote.judge.title", { name: nameIn(i18n.language, quote.supplier) })}
      size="small"
      foot={foot}
    >
      <OptionField
        label={t("procurement.quote.judge.finding")}
        choices={[
          { value: "admit" as const, label: t("procurement.quote.judge.admit") },
          { value: "reject" as const, label: t("procurement.quote.judge.reject") },
        ]}
        value={found.finding}
        onChange={(finding) => setFound({ ...found, finding })}
      />
      {quote.content.lines.map(
        (line) =>
          line.deviation !== null && (
            <Notice key={line.lineNo} tone="doubt">
              {t("procurement.quote.judge.line_deviation", { line: line.lineNo, text: line.deviation })}
              <Reading text={line.deviation} />
            </Notice>
          ),
      )}
      {found.finding === "admit" && marks && (
        <TextField
          label={t("procurement.quote.judge.quality")}
          required
          inputMode="numeric"
          maxLength={3}
          value={found.quality}
          onChange={(event) => setFound({ ...found, quality: event.target.value.replace(/\D/g, "") })}
          error={missing ? t("procurement.quote.judge.quality_missing") : undefined}
        />
      )}
      {found.finding === "reject" && <Rejection request={request} found={found} onChange={setFound} missing={missing} />}
      {judging.problem !== null && <Notice tone="bad">{judging.problem}</Notice>}
    </Dialog>
  );
}

type RejectionProps = {
  readonly request: BuyersRequest;
  readonly found: Finding;
  readonly onChange: (found: Finding) => void;
  readonly missing: boolean;
};

function Rejection({ request, found, onChange, missing }: RejectionProps) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const line = request.terms.lines.find(({ lineNo }) => String(lineNo) === found.lineNo);
  const names = line?.spec.values.map(({ attribute }) => nameOf({ family: line.spec.family, attribute }, locale)) ?? [];
  return (
    <>
      <SelectField
        label={t("procurement.quote.judge.line")}
        none={t("procurement.quote.judge.whole")}
        choices={request.terms.lines.map(({ lineNo }) => ({
          value: String(lineNo),
          label: t("procurement.quote.judge.line_number", { line: lineNo }),
        }))}
        value={found.lineNo}
        onChange={(event) => onChange({ ...found, lineNo: event.target.value })}
      />
      <TextField
        label={t("procurement.quote.judge.requirement")}
        hint={t("procurement.quote.judge.requirement_hint")}
        required
        maxLength={200}
        value={found.requirement}
        onChange={(event) => onChange({ ...found, requirement: event.target.value })}
        error={missing ? t("ui.issue.invalid_type") : undefined}
      />
      {names.length > 0 && (
        <div className="k-row k-gap-1">
          {names.map((name) => (
            <Button key={name} small onClick={() => onChange({ ...found, requirement: name })}>
              {name}
            </Button>
          ))}
        </div>
      )}
      <TextArea
        label={t("procurement.quote.judge.text")}
        rows={2}
        maxLength={500}
        value={found.text}
        onChange={(event) => onChange({ ...found, text: event.target.value })}
      />
    </>
  );
}
