import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import type { CallContext } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, useOpen } from "#ui/dialog.tsx";
import { TextArea } from "#ui/field.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";

type Props = {
  readonly label: string;
  readonly done: string;
  readonly primary?: boolean;
  readonly send: (call: CallContext) => Promise<unknown>;
  readonly onDone?: () => void;
};

/** One step, taken once; a refusal is said beside the button, and everything is read again. */
export function StepButton({ label, done, primary = false, send, onDone }: Props) {
  const step = useSubmit<string, unknown>({
    send: (_, call) => send(call),
    refresh: ["town"],
    onDone: () => {
      toast(done);
      onDone?.();
    },
  });
  return (
    <>
      <Button kind={primary ? "primary" : "secondary"} busy={step.busy} onClick={() => void step.submit(label)}>
        {label}
      </Button>
      {step.problem !== null && <Notice tone="bad">{step.problem}</Notice>}
    </>
  );
}

type ReasonProps = Omit<Props, "send" | "primary"> & {
  readonly why: string;
  readonly send: (reason: string, call: CallContext) => Promise<unknown>;
};

/** A step back, which needs words for those who get it. */
export function ReasonButton({ label, done, why, send, onDone }: ReasonProps) {
  const { t } = useTranslation();
  const { opened, open, close } = useOpen();
  const [reason, setReason] = useState("");
  const step = useSubmit<string, unknown>({
    send: (given, call) => send(given, call),
    refresh: ["town"],
    onDone: () => {
      toast(done);
      close();
      onDone?.();
    },
  });
  const foot = (
    <>
      <Button onClick={close}>{t("ui.cancel")}</Button>
      <Button kind="danger" busy={step.busy} disabled={reason.trim().length < 4} onClick={() => void step.submit(reason.trim())}>
        {label}
      </Button>
    </>
  );
  return (
    <>
      <Button onClick={open}>{label}</Button>
      <Dialog opened={opened} onClose={close} title={label} foot={foot}>
        <Stack>
          <TextArea label={why} required maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
          {step.problem !== null && <Notice tone="bad">{step.problem}</Notice>}
        </Stack>
      </Dialog>
    </>
  );
}
