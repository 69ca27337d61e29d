import { type RefusalReason, refusalReasons } from "@jizhen/domain-trade";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextArea } from "#ui/field.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { OrderShown } from "./order-page.tsx";

type RefuseForm = { reason: { code: RefusalReason; text: string } };

type Props = { readonly order: OrderShown; readonly opened: boolean; readonly onClose: () => void };

/** Why the supplier says no; `other` needs words. */
export function RefuseDialog({ order, opened, onClose }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const form = useForm<RefuseForm>({ defaultValues: { reason: { code: "no_capacity", text: "" } } });
  const { submit, busy, problem } = useSubmit({
    send: (input: RefuseForm & { orderId: OrderShown["id"]; version: number }, call) => client.trade.order.refuse.mutate(input, call),
    refresh: ["trade.order"],
    form,
    onDone: () => {
      onClose();
      toast(t("trade.order.refuse.done"), "info");
    },
  });
  const send = form.handleSubmit((typed) => void submit({ ...typed, orderId: order.id, version: order.version }));
  const wrongText = form.formState.errors.reason?.text?.message;
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind="danger" busy={busy} onClick={() => void send()}>
        {t("trade.order.refuse.do")}
      </Button>
    </>
  );
  return (
    <Dialog opened={opened} onClose={onClose} title={t("trade.order.refuse.title", { number: order.number })} foot={foot}>
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
  );
}
