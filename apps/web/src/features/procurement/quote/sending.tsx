import type { QuoteContent } from "@jizhen/domain-procurement";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { failureOf } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Confirm } from "#ui/dialog.tsx";
import { MoneyText } from "#ui/figures.tsx";
import { Facts, Quiet } from "#ui/layout.tsx";
import { DateText } from "#ui/moment.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { SuppliersRequest } from "../detail/request.ts";
import { draftOf, fieldOf, formFrom, type QuoteForm, sumOf } from "./form.ts";

const refresh = ["procurement.quote", "procurement.request"];
const isDoubt = (error: unknown): boolean => failureOf(error).reason?.code.startsWith("procurement.quote.confirm_") ?? false;

type Sent = { readonly content: QuoteContent; readonly confirm: boolean };

/** Keeping a draft, looking over a quote before it goes, and asking once where a price looks like a slip. */
export function useSending(form: UseFormReturn<QuoteForm>, request: SuppliersRequest, onSent: () => void, onSaved: () => void) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [reviewed, setReviewed] = useState<QuoteContent | null>(null);
  const [doubt, setDoubt] = useState(false);
  const [unkept, setUnkept] = useState(false);
  const requestId = request.id;
  const save = useSubmit({
    send: (content: QuoteContent, call) => client.procurement.quote.save.mutate({ requestId, content } as never, call),
    refresh,
    onDone: () => {
      onSaved();
      toast(t("procurement.quote.form.saved"));
    },
  });
  const submit = useSubmit({
    send: ({ content, confirm }: Sent, call) =>
      client.procurement.quote.submit.mutate({ requestId, requestVersion: request.requestVersion, content, confirm } as never, call),
    refresh,
    form,
    fieldOf: (path) => fieldOf(path.replace(/^content\./, ""), form.getValues()),
    onDone: () => {
      toast(t("procurement.quote.form.sent"));
      onSent();
    },
  });
  const go = async (confirm: boolean) => {
    if (reviewed === null) return;
    const done = await submit.submit({ content: reviewed, confirm });
    if (!done) setDoubt(true);
  };
  const saveNow = () => {
    const content = draftOf(form.getValues());
    setUnkept(content === null);
    if (content !== null) void save.submit(content);
  };
  const asksAgain = reviewed !== null && doubt && isDoubt(submit.error);
  return {
    review: (content: QuoteContent | null) => {
      submit.clear();
      setDoubt(false);
      setReviewed(content);
    },
    close: () => setReviewed(null),
    reviewed,
    asksAgain,
    go,
    saveNow,
    saving: save.busy,
    busy: submit.busy,
    problem: unkept ? t("procurement.quote.form.unkept") : (save.problem ?? (asksAgain ? null : submit.problem)),
    words: submit.problem,
  };
}

type Props = { readonly request: SuppliersRequest; readonly sending: ReturnType<typeof useSending> };

/** What goes out, in one look; then, if a price is doubtful, the question about it. */
export function SendDialogs({ request, sending }: Props) {
  const { t } = useTranslation();
  const { reviewed, asksAgain, close, go, busy } = sending;
  return (
    <>
      <Confirm
        opened={reviewed !== null && !asksAgain}
        onClose={close}
        title={t("procurement.quote.form.review")}
        confirm={t("procurement.quote.form.submit")}
        busy={busy}
        onConfirm={() => void go(false)}
      >
        {sending.words !== null && <Notice tone="bad">{sending.words}</Notice>}
        {reviewed !== null && <Review content={reviewed} request={request} />}
      </Confirm>
      <Confirm
        opened={asksAgain}
        onClose={close}
        title={t("procurement.quote.form.doubt")}
        confirm={t("procurement.quote.form.sure")}
        busy={busy}
        onConfirm={() => void go(true)}
      >
        <Notice tone="doubt">{sending.words}</Notice>
      </Confirm>
    </>
  );
}

function Review({ content, request }: { readonly content: QuoteContent; readonly request: SuppliersRequest }) {
  const { t } = useTranslation();
  const sum = sumOf(formFrom(content, request), request.terms);
  const declined = content.lines.filter(({ answer }) => answer === "declined").map(({ lineNo }) => lineNo);
  const others = content.lines.filter(({ deviation }) => deviation !== null).map(({ lineNo }) => lineNo);
  return (
    <>
      <Facts
        rows={[
          { name: t("procurement.quote.form.total_gross"), value: <MoneyText amount={sum.gross} currency={content.currency} strong /> },
          { name: t("procurement.quote.form.total_net"), value: <MoneyText amount={sum.net} currency={content.currency} /> },
          {
            name: t("procurement.quote.form.incoterm"),
            value: [content.incoterm, content.place, content.port].filter((part) => part !== null).join(" · "),
          },
          { name: t("procurement.quote.form.valid_until"), value: <DateText date={content.validUntil} /> },
          {
            name: t("procurement.quote.form.lines"),
            value: t("procurement.quote.form.progress", {
              priced: content.lines.length - declined.length,
              all: request.terms.lines.length,
            }),
          },
          ...(declined.length === 0
            ? []
            : [{ name: t("procurement.quote.answer.declined"), value: t("procurement.award.lines", { lines: declined.join(", ") }) }]),
          ...(others.length === 0
            ? []
            : [{ name: t("procurement.quote.form.alternative"), value: t("procurement.award.lines", { lines: others.join(", ") }) }]),
        ]}
      />
      <Quiet>{t(request.terms.sealing === "none" ? "procurement.quote.form.then_open" : "procurement.quote.form.then_sealed")}</Quiet>
    </>
  );
}
