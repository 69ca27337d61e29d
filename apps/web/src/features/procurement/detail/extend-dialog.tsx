import { isLocalDate, localDateAt, millisecondsIn, plus, plusDays, startOf } from "@jizhen/kernel";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { DateField } from "#ui/date-field.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { SelectField } from "#ui/field.tsx";
import { Grid, Quiet } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { type BuyersRequest, refreshed } from "./request.ts";

type Props = { readonly request: BuyersRequest; readonly opened: boolean; readonly onClose: () => void };
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, "0")}:00` }));

/** A later close, in the town's time; an earlier one does not exist. */
export function ExtendDialog({ request, opened, onClose }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const now = request.closesAt ?? request.serverNow;
  const [date, setDate] = useState<string | null>(() => plusDays(localDateAt(now), 1));
  const [hour, setHour] = useState("17");
  const closesAt = isLocalDate(date) ? plus(startOf(date), Number(hour) * millisecondsIn.hour) : null;
  const extending = useSubmit({
    send: (at: Date, call) =>
      client.procurement.request.extend.mutate({ requestId: request.id, version: request.version, closesAt: at }, call),
    refresh: refreshed,
    onDone: () => {
      onClose();
      toast(t("procurement.request.extend.done"));
    },
  });
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button
        kind="primary"
        busy={extending.busy}
        disabled={closesAt === null}
        onClick={() => closesAt !== null && void extending.submit(closesAt)}
      >
        {t("procurement.request.extend.do")}
      </Button>
    </>
  );
  return (
    <Dialog opened={opened} onClose={onClose} title={t("procurement.request.extend.do")} size="small" foot={foot}>
      <Quiet>
        {t("procurement.request.extend.now")} <Moment at={now} />
      </Quiet>
      <Grid gap={3} least={180}>
        <DateField label={t("procurement.request.extend.date")} value={date} min={localDateAt(now)} onChange={setDate} />
        <SelectField
          label={t("procurement.request.extend.hour")}
          choices={hours}
          value={hour}
          onChange={(event) => setHour(event.target.value)}
        />
      </Grid>
      <Quiet>{t("procurement.request.extend.words")}</Quiet>
      {extending.problem !== null && <Notice tone="bad">{extending.problem}</Notice>}
    </Dialog>
  );
}
