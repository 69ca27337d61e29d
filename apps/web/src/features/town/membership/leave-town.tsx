import { nameIn, useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { Own } from "./membership-page.tsx";

/** The owner ends the membership; what is still open is counted in the refusal. */
export function LeaveTown({ own: { membership } }: { readonly own: Own }) {
  const { t, i18n } = useTranslation();
  const { current } = useSession();
  const client = useTRPCClient();
  const asking = useOpen();
  const town = current === null ? t("town.join.this_town") : nameIn(i18n.language, current.town);
  const leaving = useSubmit({
    send: (input: { membershipId: typeof membership.id; version: number }, call) => client.town.membership.leave.mutate(input, call),
    refresh: ["town", "platform.session"],
    onDone: () => {
      toast(t("town.leave.done", { town }));
      asking.close();
    },
  });
  return (
    <div>
      <Button kind="quiet" onClick={asking.open}>
        {t("town.leave.do")}
      </Button>
      <Confirm
        opened={asking.opened}
        onClose={asking.close}
        title={t("town.leave.ask", { town })}
        confirm={t("town.leave.do")}
        danger
        busy={leaving.busy}
        onConfirm={() => void leaving.submit({ membershipId: membership.id, version: membership.version })}
      >
        <p>{t("town.leave.what")}</p>
        {leaving.problem !== null && <Notice tone="bad">{leaving.problem}</Notice>}
      </Confirm>
    </div>
  );
}
