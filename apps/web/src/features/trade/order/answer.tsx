import { lazy, Suspense, useState } from "react";
import { moneyText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { localeOf } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { OrderShown } from "./order-page.tsx";

/** Brings the form library, which few who open an order need. */
const RefuseDialog = lazy(async () => ({ default: (await import("./refuse-dialog.tsx")).RefuseDialog }));

/** Rendered when the server allows it; asks once, because it binds both parties. */
export function ConfirmOrder({ order }: { readonly order: OrderShown }) {
  const { t, i18n } = useTranslation();
  const { opened, open, close } = useOpen();
  const client = useTRPCClient();
  const { submit, busy, problem } = useSubmit({
    send: (input: { orderId: OrderShown["id"]; version: number }, call) => client.trade.order.confirm.mutate(input, call),
    refresh: ["trade.order"],
    onDone: () => {
      close();
      toast(t("trade.order.confirm.done"));
    },
  });
  const payable = moneyText(order.payable, order.terms.currency, localeOf(i18n.language));
  return (
    <>
      <Button kind="primary" wide onClick={open}>
        {t("trade.order.confirm.do")}
      </Button>
      <Confirm
        opened={opened}
        onClose={close}
        title={t("trade.order.confirm.title", { number: order.number })}
        confirm={t("trade.order.confirm.do")}
        busy={busy}
        onConfirm={() => void submit({ orderId: order.id, version: order.version })}
      >
        <Stack gap={3}>
          <p>
            {t("trade.order.confirm.text", { payable, place: order.terms.deliverTo === "" ? order.terms.place : order.terms.deliverTo })}
          </p>
          {problem !== null && <Notice tone="bad">{problem}</Notice>}
        </Stack>
      </Confirm>
    </>
  );
}

export function RefuseOrder({ order }: { readonly order: OrderShown }) {
  const { t } = useTranslation();
  const { opened, open, close } = useOpen();
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setWanted(true);
          open();
        }}
      >
        {t("trade.order.refuse.do")}
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <RefuseDialog order={order} opened={opened} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
