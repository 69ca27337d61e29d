import { IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Confirm } from "#ui/dialog.tsx";
import { Row } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";
import { RoleChips } from "./seat-table.tsx";

type Line = Outputs["town"]["invitation"]["list"][number];

/** Links that are out: whom for, until when; to copy again or to take back. */
export function InvitationList() {
  const { t } = useTranslation();
  const list = useQuery(useTRPC().town.invitation.list.queryOptions());
  const [revoking, setRevoking] = useState<Line | null>(null);
  if (!list.isSuccess) return <Unread query={list} />;
  const copy = async ({ path }: Line) => {
    await navigator.clipboard.writeText(`${location.origin}${path}`);
    toast(t("town.invite.copied"));
  };
  return (
    <>
      <DataTable
        caption={t("town.members.invitations")}
        rows={list.data}
        rowKey={({ id }) => id}
        empty={<Empty>{t("town.invite.none")}</Empty>}
        columns={[
          { key: "email", title: t("town.person.email"), lead: true, cell: ({ email }) => email },
          { key: "roles", title: t("town.members.roles"), cell: ({ roles }) => <RoleChips roles={roles} /> },
          {
            key: "state",
            title: t("town.file.state"),
            cell: ({ state }) => <StatusTag sign={state === "sent" ? "waiting" : "ended"}>{t(`town.invite.state.${state}`)}</StatusTag>,
          },
          { key: "until", title: t("town.invite.until"), cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
          {
            key: "actions",
            title: t("town.members.actions"),
            cell: (line) => (
              <Row gap={2}>
                {line.state === "sent" && (
                  <Button small icon={<IconCopy size={16} aria-hidden="true" />} onClick={() => void copy(line)}>
                    {t("town.invite.copy")} <span className="k-hidden">{line.email}</span>
                  </Button>
                )}
                <Button small onClick={() => setRevoking(line)}>
                  {t("town.invite.revoke")} <span className="k-hidden">{line.email}</span>
                </Button>
              </Row>
            ),
          },
        ]}
      />
      {revoking !== null && <Revoke line={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function Revoke({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const revoking = useSubmit({
    send: (input: { invitationId: Line["id"] }, call) => client.town.invitation.revoke.mutate(input, call),
    refresh: ["town.invitation", "town.audit"],
    onDone: onClose,
  });
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t("town.invite.revoke_of", { email: line.email })}
      confirm={t("town.invite.revoke")}
      danger
      busy={revoking.busy}
      onConfirm={() => void revoking.submit({ invitationId: line.id })}
    >
      <p>{t("town.invite.revoke_what")}</p>
      {revoking.problem !== null && <Notice tone="bad">{revoking.problem}</Notice>}
    </Confirm>
  );
}
