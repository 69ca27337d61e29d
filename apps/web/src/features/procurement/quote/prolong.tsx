import { isLocalDate, type LocalDate, plusDays } from "@jizhen/kernel";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { DateField } from "#ui/date-field.tsx";
import { Dialog, useOpen } from "#ui/dialog.tsx";
import { Quiet } from "#ui/layout.tsx";
import { toast } from "#ui/toasts.tsx";
import { refreshed, type SuppliersRequest } from "../detail/request.ts";

/** A later validity after the opening: price and terms stay as they were sealed. */
export function Prolong({ request, until }: { readonly request: SuppliersRequest; readonly until: string }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const asking = useOpen();
  const [date, setDate] = useState<string | null>(() => (isLocalDate(until) ? plusDays(until, 30) : null));
  const prolonging = useSubmit({
    send: (day: LocalDate, call) => client.procurement.quote.prolong.mutate({ requestId: request.id, until: day }, call),
    refresh: refreshed,
    onDone: () => {
      asking.close();
      toast(t("procurement.quote.prolong.done"));
    },
  });
  const foot = (
    <>
      <Button onClick={asking.close}>{t("ui.cancel")}</Button>
      <Button
        kind="primary"
        disabled={!isLocalDate(date)}
        busy={prolonging.busy}
        onClick={() => isLocalDate(date) && void prolonging.submit(date)}
      >
        {t("procurement.quote.prolong.do")}
      </Button>
    </>
  );
  return (
    <>
      <Button onClick={asking.open}>{t("procurement.quote.prolong.do")}</Button>
      <Dialog opened={asking.opened} onClose={asking.close} title={t("procurement.quote.prolong.do")} size="small" foot={foot}>
        <Quiet>{t("procurement.quote.prolong.words")}</Quiet>
        <DateField
          label={t("procurement.quote.prolong.until")}
          value={date}
          min={until}
          onChange={setDate}
          error={prolonging.problem ?? undefined}
        />
      </Dialog>
    </>
  );
}
