import { isUnitPrice } from "@jizhen/kernel";
import { useKept } from "#lib/kept.ts";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, useOpen } from "#ui/dialog.tsx";
import { DecimalField, TextArea } from "#ui/field.tsx";
import { PriceText } from "#ui/figures.tsx";
import { Quiet } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { type BuyersRequest, type OpenQuote, refreshed } from "../detail/request.ts";
import { type Hopes, targetsOf } from "./hopes.ts";

type Props = { readonly quote: OpenQuote; readonly request: BuyersRequest };

/** 议价: offered once for each supplier, by the server's word. */
export function Negotiate(props: Props) {
  const { t } = useTranslation();
  const asking = useOpen();
  if (!props.quote.mayAsk && !asking.opened) return <></>;
  return (
    <>
      <Button small onClick={asking.open}>
        {t("procurement.negotiation.do")}
      </Button>
      <NegotiateDialog {...props} opened={asking.opened} onClose={asking.close} />
    </>
  );
}

type DialogProps = Props & { readonly opened: boolean; readonly onClose: () => void };

function NegotiateDialog({ quote, request, opened, onClose }: DialogProps) {
  const { t, i18n } = useTranslation();
  const client = useTRPCClient();
  const [{ hopes, text }, setWish, forget] = useKept<{ hopes: Hopes; text: string }>(`negotiate:${quote.id}`, { hopes: {}, text: "" });
  const asking = useSubmit({
    send: (_input: null, call) => {
      const targets = targetsOf(hopes).flatMap(({ lineNo, price }) => (isUnitPrice(price) ? [{ lineNo, price }] : []));
      const wish = { targets, text: text.trim() };
      return client.procurement.negotiation.ask.mutate({ requestId: request.id, quoteId: quote.id, revision: quote.revision, wish }, call);
    },
    refresh: refreshed,
    onDone: () => {
      forget();
      onClose();
      toast(t("procurement.negotiation.sent"));
    },
  });
  const unread = targetsOf(hopes).filter(({ price }) => !isUnitPrice(price));
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind="primary" busy={asking.busy} disabled={unread.length > 0} onClick={() => void asking.submit(null)}>
        {t("procurement.negotiation.send")}
      </Button>
    </>
  );
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t("procurement.negotiation.title", { name: nameIn(i18n.language, quote.supplier) })}
      size="small"
      foot={foot}
    >
      <Quiet>{t("procurement.negotiation.once")}</Quiet>
      {quote.content.lines.map(({ lineNo, answer, tiers }) =>
        answer === "priced" ? (
          <DecimalField
            key={lineNo}
            label={t("procurement.negotiation.line", { line: lineNo })}
            hint={
              <>
                {t("procurement.negotiation.quoted")} <PriceText price={tiers.at(-1)?.price ?? ""} currency={quote.content.currency} />
              </>
            }
            suffix={quote.content.currency}
            maxLength={23}
            value={hopes[lineNo] ?? ""}
            onChange={(event) => setWish({ hopes: { ...hopes, [lineNo]: event.target.value }, text })}
            error={unread.some((target) => target.lineNo === lineNo) ? t("ui.issue.invalid_format") : undefined}
          />
        ) : null,
      )}
      <TextArea
        label={t("procurement.negotiation.text")}
        maxLength={500}
        value={text}
        onChange={(event) => setWish({ hopes, text: event.target.value })}
      />
      {asking.problem !== null && <Notice tone="bad">{asking.problem}</Notice>}
    </Dialog>
  );
}
