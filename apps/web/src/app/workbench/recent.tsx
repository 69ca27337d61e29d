import { useQuery } from "@tanstack/react-query";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Unread } from "#ui/asked.tsx";
import { Card } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Empty } from "#ui/states.tsx";
import { MessageRows } from "../../features/messages/message-rows.tsx";
import { RequestLink, RequestStatus } from "../../features/procurement/request/list/request-table.tsx";

/** The latest of this firm's requests, and what happened to this person's things. */
export function Recent() {
  const { may } = useSession();
  return (
    <div className="w-recent">
      {may("procurement.request.open") && <RecentRequests />}
      <RecentMessages />
    </div>
  );
}

function RecentRequests() {
  const { t } = useTranslation();
  const list = useQuery(useTRPC().procurement.request.list.queryOptions({ limit: 5 }));
  if (list.isSuccess && list.data.rows.length === 0) return <></>;
  return (
    <Card flush title={t("shell.workbench.recent")} actions={<AppLink to="/procurement/requests">{t("shell.messages.all")}</AppLink>}>
      <Unread query={list} />
      <ul className="w-list">
        {list.data?.rows.map((request) => (
          <li key={request.id}>
            <RequestLink request={request} />
            <RequestStatus request={request} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RecentMessages() {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const list = useQuery(useTRPC().platform.notification.list.queryOptions({ before: null }));
  const marking = useSubmit({
    send: (input: { ids: string[] }, call) => client.platform.notification.markRead.mutate(input, call),
    refresh: ["platform.notification"],
  });
  return (
    <Card flush title={t("shell.workbench.recent_messages")} actions={<AppLink to="/messages">{t("shell.messages.all")}</AppLink>}>
      <Unread query={list} />
      {list.isSuccess && list.data.rows.length === 0 && <Empty>{t("shell.messages.empty")}</Empty>}
      {list.isSuccess && <MessageRows rows={list.data.rows.slice(0, 6)} onOpen={(id) => void marking.submit({ ids: [id] })} />}
    </Card>
  );
}
