import { type RefusalReason, refusalReasons } from "@jizhen/domain-trade";
import { Controller, useForm } from "react-hook-form";
import { moneyText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { localeOf } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { Confirm, Dialog, useOpen } from "#ui/dialog.tsx";
import { TextArea } from "#ui/field.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { OrderShown } from "./order-page.tsx";

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

type RefuseForm = { reason: { code: RefusalReason; text: string } };

export function RefuseOrder({ order }: { readonly order: OrderShown }) {
  const { t } = useTranslation();
  const { opened, open, close } = useOpen();
  const client = useTRPCClient();
  const form = useForm<RefuseForm>({ defaultValues: { reason: { code: "no_capacity", text: "" } } });
  const { submit, busy, problem } = useSubmit({
    send: (input: RefuseForm & { orderId: OrderShown["id"]; version: number }, call) => client.trade.order.refuse.mutate(input, call),
    refresh: ["trade.order"],
    form,
    onDone: () => {
      close();
      toast(t("trade.order.refuse.done"), "info");
    },
  });
  const send = form.handleSubmit((typed) => void submit({ ...typed, orderId: order.id, version: order.version }));
  const wrongText = form.formState.errors.reason?.text?.message;
  const foot = (
    <>
      <Button onClick={close}>{t("ui.cancel")}</Button>
      <Button kind="danger" busy={busy} onClick={() => void send()}>
        {t("trade.order.refuse.do")}
      </Button>
    </>
  );
  return (
    <>
      <Button onClick={open}>{t("trade.order.refuse.do")}</Button>
      <Dialog opened={opened} onClose={close} title={t("trade.order.refuse.title", { number: order.number })} foot={foot}>
        <form onSubmit={(event) => void send(event)}>
          <Stack>
            <Notice tone="doubt">{t("trade.order.refuse.text")}</Notice>
            <Controller
              name="reason.code"
              control={form.control}
              render={({ field }) => (
                <OptionField
                  label={t("trade.order.refuse.reason")}
                  value={field.value}
                  onChange={field.onChange}
                  choices={refusalReasons.map((value) => ({ value, label: t(`trade.order.reason.${value}`) }))}
                />
              )}
            />
            <TextArea
              label={t("trade.order.refuse.reason_text")}
              hint={t("trade.order.refuse.reason_hint")}
              maxLength={1_000}
              error={wrongText}
              {...form.register("reason.text")}
            />
            {problem !== null && wrongText === undefined && <Notice tone="bad">{problem}</Notice>}
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
