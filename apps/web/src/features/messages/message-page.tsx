import { IconChecks } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "#lib/pages.ts";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Loading, Notice, Problem } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { MessageRows } from "./message-rows.tsx";

/** Screen 26: what happened to this person's requests, quotes and orders; opening a message marks it read. */
export function MessagePage() {
  const { t } = useTranslation();
  const { unread = false } = useSearch({ from: "/messages" });
  const navigate = useNavigate();
  const client = useTRPCClient();
  const marking = useSubmit({
    send: (input: { ids: string[] | null }, call) => client.platform.notification.markRead.mutate(input, call),
    refresh: ["platform.notification"],
  });
  const actions = (
    <Button icon={<IconChecks size={18} aria-hidden="true" />} busy={marking.busy} onClick={() => void marking.submit({ ids: null })}>
      {t("shell.messages.mark_all")}
    </Button>
  );
  return (
    <Page title={t("shell.messages")} actions={actions}>
      {marking.problem !== null && <Notice tone="bad">{marking.problem}</Notice>}
      <Tabs
        label={t("shell.messages")}
        tabs={[
          { key: "all", label: t("shell.messages.all") },
          { key: "unread", label: t("shell.messages.unread_only") },
        ]}
        current={unread ? "unread" : "all"}
        onChange={(key) => void navigate({ to: "/messages", search: key === "unread" ? { unread: true } : {}, replace: true })}
      >
        <Card flush>
          <MessageList unreadOnly={unread} onOpen={(id) => void marking.submit({ ids: [id] })} />
        </Card>
      </Tabs>
    </Page>
  );
}

function MessageList({ unreadOnly, onOpen }: { readonly unreadOnly: boolean; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const list = usePages(trpc.platform.notification.list.pathKey(), (before) => client.platform.notification.list.query({ before }));
  if (list.isPending) return <Loading />;
  if (list.isError) return <Problem message={say(list.error)} onRetry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.rows).filter(({ readAt }) => !unreadOnly || readAt === null);
  return (
    <>
      {rows.length === 0 && <Empty>{t(unreadOnly ? "shell.messages.none_unread" : "shell.messages.empty")}</Empty>}
      <MessageRows rows={rows} onOpen={onOpen} />
      {list.hasNextPage && (
        <div className="k-more">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("ui.more")}
          </Button>
        </div>
      )}
    </>
  );
}
