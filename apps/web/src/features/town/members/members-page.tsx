import { IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { useOpen } from "#ui/dialog.tsx";
import { Card } from "#ui/layout.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { LogList } from "./log-list.tsx";
import { SeatTable } from "./seat-table.tsx";
import "../town.css";

type Tab = "seats" | "invitations" | "log";

/** Screen 25: who has a seat, with which roles; invitations; and the log that the firm can read. */
export function MembersPage() {
  const { t } = useTranslation();
  const { tab = "seats" } = useSearch({ from: "/members" });
  const navigate = useNavigate();
  const { may } = useSession();
  const list = useQuery(useTRPC().town.seat.list.queryOptions());
  const inviting = useOpen();
  const invites = may("town.invitation.send");
  const tabs = [
    { key: "seats" as const, label: t("town.members.seats"), ...(list.data && { count: list.data.seats.length }) },
    ...(may("town.invitation.read") ? [{ key: "invitations" as const, label: t("town.members.invitations") }] : []),
    ...(may("town.audit.read") ? [{ key: "log" as const, label: t("town.members.log") }] : []),
  ];
  const show = (key: Tab) => void navigate({ to: "/members", search: key === "seats" ? {} : { tab: key }, replace: true });
  if (!list.isSuccess) return <Unread query={list} action={<LinkButton to="/membership">{t("town.membership.page")}</LinkButton>} />;
  const invite = invites && (
    <Button kind="primary" icon={<IconUserPlus size={18} aria-hidden="true" />} onClick={inviting.open}>
      {t("town.invite.do")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.members")} subtitle={t("town.members.subtitle")} primary={invite}>
      <Tabs label={t("shell.nav.members")} tabs={tabs} current={tab} onChange={show}>
        <Card flush>
          {tab === "seats" && <SeatTable seats={list.data.seats} grantable={list.data.grantable} />}
          {tab === "invitations" && <InvitationList />}
          {tab === "log" && <LogList />}
        </Card>
      </Tabs>
      {inviting.opened && (
        <InviteDialog
          grantable={list.data.grantable}
          onClose={() => {
            inviting.close();
            show("invitations");
          }}
        />
      )}
    </Page>
  );
}
