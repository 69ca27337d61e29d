import { useQuery } from "@tanstack/react-query";
import { say } from "#lib/say.ts";
import { nameIn, useSession, useSwitchWorkspace } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import { Loading, Notice, Problem } from "#ui/states.tsx";

/** The request stands in another town: one tap makes the firm a visiting member there, and the page goes on in that town. */
export function Visit({ townId }: { readonly townId: string }) {
  const { t, i18n } = useTranslation();
  const { session, current } = useSession();
  const change = useSwitchWorkspace();
  const town = useQuery(useTRPC().town.town.get.queryOptions({ townId: townId as never }));
  const joining = useJoining(townId);
  const there =
    session?.workspaces.find((one) => one.town.id === townId && one.organisation.id === current?.organisation.id) ??
    session?.workspaces.find((one) => one.town.id === townId);
  if (town.isPending) return <Loading />;
  if (town.isError) return <Problem message={say(town.error)} onRetry={() => void town.refetch()} />;
  const name = town.data === null ? "" : nameIn(i18n.language, town.data);
  return (
    <Card title={t("procurement.quote.visit.title", { town: name })}>
      {joining.problem !== null && <Notice tone="bad">{joining.problem}</Notice>}
      <p>
        {there === undefined
          ? t("procurement.quote.visit.words", { town: name, firm: current === null ? "" : nameIn(i18n.language, current.organisation) })
          : t("procurement.quote.visit.switch_words", { town: name })}
      </p>
      <div>
        {there === undefined ? (
          <Button kind="primary" busy={joining.busy} onClick={() => void joining.submit(null)}>
            {t("procurement.quote.visit.do", { town: name })}
          </Button>
        ) : (
          <Button kind="primary" onClick={() => change(there)}>
            {t("procurement.quote.visit.switch", { town: name })}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** After joining, who one is is read again: the new workspace is chosen as soon as the server names it. */
function useJoining(townId: string) {
  const client = useTRPCClient();
  const { current, query } = useSession();
  const change = useSwitchWorkspace();
  return useSubmit({
    send: (_input: null, call) => client.town.membership.joinAsVisitor.mutate({ townId: townId as never }, call),
    refresh: ["platform.session"],
    onDone: async () => {
      const { data } = await query.refetch();
      const there = data?.workspaces.find((one) => one.town.id === townId && one.organisation.id === current?.organisation.id);
      if (there !== undefined) change(there);
    },
  });
}
