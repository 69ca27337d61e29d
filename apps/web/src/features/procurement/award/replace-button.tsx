import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { refreshed } from "../detail/request.ts";
import type { Round } from "./award-result.tsx";

/** 替补: hands the free lines to the next-best, by the ranking that was stored at the award. */
export function ReplaceButton({ round }: { readonly round: Round }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const sure = useOpen();
  const replacing = useSubmit({
    send: (_input: null, call) => client.procurement.award.replace.mutate({ awardId: round.id, reason: null }, call),
    refresh: refreshed,
    onDone: () => {
      sure.close();
      toast(t("procurement.award.replaced"));
    },
  });
  return (
    <>
      <Button kind="primary" onClick={sure.open}>
        {t("procurement.award.replace")}
      </Button>
      <Confirm
        opened={sure.opened}
        onClose={sure.close}
        title={t("procurement.award.replace")}
        confirm={t("procurement.award.replace")}
        busy={replacing.busy}
        onConfirm={() => void replacing.submit(null)}
      >
        {replacing.problem !== null && <Notice tone="bad">{replacing.problem}</Notice>}
        <p>{t("procurement.award.replace_words")}</p>
      </Confirm>
    </>
  );
}
