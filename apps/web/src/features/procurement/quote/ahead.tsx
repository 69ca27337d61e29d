import { IconDeviceFloppy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { FormProvider, useForm, useFormContext, useWatch } from "react-hook-form";
import { readDraft, useDraft, writeDraft } from "#lib/draft.ts";
import { keepWay } from "#lib/onward.ts";
import { nameIn, type Workspace } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { Countdown } from "#ui/countdown.tsx";
import { MoneyText } from "#ui/figures.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { ShownChips } from "../link/shown-lines.tsx";
import { aheadDraft, aheadForm, type ShownRequest } from "./ahead-form.ts";
import { isQuoteForm, type QuoteForm, sumOf } from "./form.ts";
import { LineFields } from "./line-fields.tsx";
import { PricesAre } from "./prices-are.tsx";
import { nextField } from "./quote-form.tsx";

type Props = { readonly requestId: string; readonly townId: string; readonly waiting: Workspace };

/**
 * A firm whose admission is not decided writes its quote meanwhile. It stays on this device and is no quote yet: the town's rule that only
 * an admitted firm quotes holds, and this page becomes the quote as soon as it is admitted.
 */
export function Ahead({ requestId, townId, waiting }: Props) {
  const { t, i18n } = useTranslation();
  const [kept, setKept] = useState(false);
  const shown = useQuery(useTRPC().procurement.market.get.queryOptions({ id: requestId as never }));
  useEffect(() => {
    keepWay(waiting.organisation.id, `/selling/requests/${requestId}?town=${townId}`);
  }, [waiting.organisation.id, requestId, townId]);
  const words = t("procurement.link.waiting", {
    firm: nameIn(i18n.language, waiting.organisation),
    town: nameIn(i18n.language, waiting.town),
  });
  return (
    <Page
      title={shown.data?.title ?? t("procurement.quote.page.title")}
      sign={shown.data && <CopyId text={shown.data.number} />}
      back={
        <AppLink to="/r/$id" params={{ id: requestId }}>
          {t("procurement.link.title")}
        </AppLink>
      }
    >
      <div role="status">
        <Notice tone={kept ? "good" : "doubt"} action={<LinkButton to="/membership">{t("procurement.link.to_application")}</LinkButton>}>
          {kept ? t("procurement.link.kept") : words}
        </Notice>
      </div>
      <Unread query={shown} lines={6} />
      {shown.isSuccess && shown.data.open && (
        <AheadQuote request={shown.data} draftKey={`quote:${townId}/${waiting.organisation.id}:${requestId}`} onKept={setKept} />
      )}
      {shown.isSuccess && !shown.data.open && <Notice>{t("procurement.link.closed")}</Notice>}
    </Page>
  );
}

type FormProps = { readonly request: ShownRequest; readonly draftKey: string; readonly onKept: (kept: boolean) => void };

function AheadQuote({ request, draftKey, onKept }: FormProps) {
  const { t } = useTranslation();
  const [start] = useState(() => aheadForm(request, readDraft(draftKey, isQuoteForm)));
  const form = useForm<QuoteForm>({ defaultValues: start });
  const keep = form.handleSubmit((values) => {
    onKept(writeDraft(draftKey, aheadDraft(values)));
    window.scrollTo({ top: 0 });
  });
  return (
    <FormProvider {...form}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key comes up from the fields; the form only passes it on */}
      <form noValidate className="k-stack k-gap-4" onSubmit={(event) => void keep(event)} onKeyDown={nextField}>
        <Keeper draftKey={draftKey} />
        <Card title={t("procurement.quote.form.lines")}>
          <p className="k-quiet">
            {t("procurement.board.closes_in")} <Countdown to={new Date(request.closesAt)} over={t("procurement.request.status.closed")} />
          </p>
          <PricesAre />
          <Stack gap={3}>
            {request.lines.map((line, index) => (
              <LineFields
                key={line.lineNo}
                line={line}
                index={index}
                several={request.lines.length > 1}
                what={<ShownChips line={line} />}
              />
            ))}
          </Stack>
        </Card>
        <Bar request={request} />
      </form>
    </FormProvider>
  );
}

function Keeper({ draftKey }: { readonly draftKey: string }) {
  const { control, formState } = useFormContext<QuoteForm>();
  const values = useWatch({ control }) as QuoteForm;
  const draft = formState.isDirty ? aheadDraft(values) : null;
  useDraft(draftKey, draft);
  return <></>;
}

function Bar({ request }: { readonly request: ShownRequest }) {
  const { t } = useTranslation();
  const values = useWatch<QuoteForm>() as QuoteForm;
  const { goods, priced } = sumOf(values, request);
  return (
    <div className="q-bar">
      <div className="q-total" role="status">
        <span className="k-quiet">{t("procurement.quote.form.progress", { priced, all: request.lines.length })}</span>
        <strong className="q-amount">
          <MoneyText amount={goods} currency={request.currency} />
        </strong>
        <span className="k-quiet">
          {t(values.priceIncludesTax ? "procurement.quote.form.total_gross" : "procurement.quote.form.total_net")}
        </span>
      </div>
      <div className="q-bar-actions">
        <Button kind="primary" type="submit" icon={<IconDeviceFloppy size={18} aria-hidden="true" />}>
          {t("procurement.link.keep")}
        </Button>
      </div>
    </div>
  );
}
