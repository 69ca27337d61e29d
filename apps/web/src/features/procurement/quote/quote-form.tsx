import { IconDeviceFloppy, IconSend } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { FormProvider, type UseFormReturn, useForm, useFormState, useWatch } from "react-hook-form";
import { dropDraft, readDraft, useDraft } from "#lib/draft.ts";
import { useTranslation } from "#lib/translation.tsx";
import { countErrors } from "#lib/use-submit.ts";
import { useWorkspace } from "#lib/workspace.ts";
import { Button } from "#ui/button.tsx";
import { MoneyText } from "#ui/figures.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { LineSpecChips } from "../detail/line-spec.tsx";
import type { SuppliersRequest } from "../detail/request.ts";
import { check, emptyForm, fitted, formFrom, isQuoteForm, type QuoteForm, sumOf } from "./form.ts";
import { LineFields } from "./line-fields.tsx";
import type { Mine } from "./quote-screen.tsx";
import { resolverFor } from "./resolver.ts";
import { SendDialogs, useSending } from "./sending.tsx";
import { FilesAndNote, TermFields } from "./term-fields.tsx";

type Props = {
  readonly request: SuppliersRequest;
  readonly mine: Mine;
  readonly onSent: () => void;
  readonly onCancel: (() => void) | null;
};

/** The quote as it is written: lines first, terms below, the total always in sight. What is typed survives reloads on this device. */
export function QuoteFormView({ request, mine, onSent, onCancel }: Props) {
  const { t } = useTranslation();
  const draftKey = `quote:${useWorkspace() ?? ""}:${request.id}`;
  const [local] = useState(() => readDraft(draftKey, isQuoteForm));
  const [finished, setFinished] = useState(false);
  const stored = mine.draft ?? mine.sent;
  const start = local !== null ? fitted(local, request) : stored !== null ? formFrom(stored, request) : emptyForm(request);
  const form = useForm<QuoteForm>({ defaultValues: start, resolver: resolverFor(request), shouldFocusError: true });
  useFollowing(form, request);
  const finish = () => {
    // The keeper must know before this form goes, or leaving would save what has just been sent.
    flushSync(() => setFinished(true));
    dropDraft(draftKey);
    onSent();
  };
  const sending = useSending(form, request, finish, () => dropDraft(draftKey));
  return (
    <FormProvider {...form}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key comes up from the fields; the form only passes it on */}
      <form
        noValidate
        className="k-stack k-gap-4"
        onSubmit={(event) => void form.handleSubmit((values) => sending.review(check(values, request).content))(event)}
        onKeyDown={nextField}
      >
        <DraftKeeper draftKey={draftKey} off={finished} form={form} />
        {local !== null && <Notice>{t("procurement.quote.form.restored")}</Notice>}
        {sending.problem !== null && <Notice tone="bad">{sending.problem}</Notice>}
        <Card title={t("procurement.quote.form.lines")}>
          <p className="k-quiet">{t("procurement.quote.form.paste_hint")}</p>
          <Stack gap={3}>
            {request.terms.lines.map((line, index) => (
              <LineFields
                key={line.lineNo}
                line={line}
                index={index}
                several={request.terms.lines.length > 1}
                what={<LineSpecChips line={line} />}
              />
            ))}
          </Stack>
        </Card>
        <TermFields request={request} />
        <FilesAndNote />
        <TotalBar request={request} sending={sending} onCancel={onCancel} />
        <SendDialogs request={request} sending={sending} />
      </form>
    </FormProvider>
  );
}

/** An amendment under way changes the lines below the hands that type: what still has a line stays. */
function useFollowing(form: UseFormReturn<QuoteForm>, request: SuppliersRequest): void {
  const version = useRef(request.requestVersion);
  useEffect(() => {
    if (version.current === request.requestVersion) return;
    version.current = request.requestVersion;
    form.reset(fitted(form.getValues(), request));
  }, [form, request]);
}

function DraftKeeper({
  draftKey,
  off,
  form,
}: {
  readonly draftKey: string;
  readonly off: boolean;
  readonly form: UseFormReturn<QuoteForm>;
}) {
  const values = useWatch({ control: form.control }) as QuoteForm;
  const touched = form.formState.isDirty;
  useDraft(draftKey, off || !touched ? null : values);
  return <></>;
}

/** Enter goes to the next field, as on a calculator; in a box of text it stays a new line. */
export function nextField(event: KeyboardEvent<HTMLFormElement>): void {
  const { target } = event;
  if (
    event.key !== "Enter" ||
    event.nativeEvent.isComposing ||
    !(target instanceof HTMLInputElement) ||
    ["checkbox", "radio", "file"].includes(target.type)
  )
    return;
  event.preventDefault();
  const fields = [
    ...event.currentTarget.querySelectorAll<HTMLInputElement>(
      "input:not([type=hidden],[type=file],[type=checkbox],[type=radio],:disabled),select",
    ),
  ];
  const next = fields[fields.indexOf(target) + 1];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

type BarProps = {
  readonly request: SuppliersRequest;
  readonly sending: ReturnType<typeof useSending>;
  readonly onCancel: (() => void) | null;
};

function TotalBar({ request, sending, onCancel }: BarProps) {
  const { t } = useTranslation();
  const values = useWatch<QuoteForm>() as QuoteForm;
  const sum = sumOf(values, request.terms);
  const missing = useErrorCount();
  return (
    <div className="q-bar">
      <div className="q-total" role="status">
        <span className="k-quiet">
          {t("procurement.quote.form.progress", { priced: sum.priced, all: request.terms.lines.length })}
          {sum.declined > 0 && ` · ${t("procurement.quote.form.progress_declined", { count: sum.declined })}`}
        </span>
        <strong className="q-amount">
          <MoneyText amount={values.priceIncludesTax ? sum.gross : sum.net} currency={values.currency} />
        </strong>
        <span className="k-quiet">
          {t(values.priceIncludesTax ? "procurement.quote.form.total_gross" : "procurement.quote.form.total_net")} ·{" "}
          {t(values.priceIncludesTax ? "procurement.quote.form.other_net" : "procurement.quote.form.other_gross")}{" "}
          <MoneyText amount={values.priceIncludesTax ? sum.net : sum.gross} currency={values.currency} />
        </span>
        {missing > 0 && (
          <span className="k-error" role="alert">
            {t("ui.to_mend", { count: missing })}
          </span>
        )}
      </div>
      <div className="q-bar-actions">
        {onCancel !== null && <Button onClick={onCancel}>{t("procurement.quote.form.keep_sent")}</Button>}
        <Button icon={<IconDeviceFloppy size={18} aria-hidden="true" />} busy={sending.saving} onClick={sending.saveNow}>
          {t("procurement.quote.form.save")}
        </Button>
        <Button kind="primary" type="submit" icon={<IconSend size={18} aria-hidden="true" />} busy={sending.busy}>
          {t("procurement.quote.form.submit")}
        </Button>
      </div>
    </div>
  );
}

const useErrorCount = (): number => {
  const { errors } = useFormState<QuoteForm>();
  return countErrors(errors);
};
