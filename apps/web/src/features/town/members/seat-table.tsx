import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Confirm } from "#ui/dialog.tsx";
import { Row } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { RolesDialog } from "./roles-dialog.tsx";

type SeatList = Outputs["town"]["seat"]["list"];
export type Seat = SeatList["seats"][number];

/** The seats of one's own organisation; what may be done to each comes with it. */
export function SeatTable({ seats, grantable }: SeatList) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<Seat | null>(null);
  const [ending, setEnding] = useState<Seat | null>(null);
  const [heir, setHeir] = useState<Seat | null>(null);
  return (
    <>
      <DataTable
        caption={t("town.members.seats")}
        rows={seats}
        rowKey={({ id }) => id}
        empty={<Empty>{t("town.members.none")}</Empty>}
        columns={[
          {
            key: "name",
            title: t("town.person.name"),
            lead: true,
            cell: ({ name, you }) => (you ? `${name}（${t("town.members.you")}）` : name),
          },
          { key: "email", title: t("town.person.email"), cell: ({ email }) => email },
          { key: "roles", title: t("town.members.roles"), cell: ({ roles }) => <RoleChips roles={roles} /> },
          { key: "since", title: t("town.members.since"), cell: ({ openedAt }) => <Moment at={openedAt} />, wideOnly: true },
          {
            key: "actions",
            title: t("town.members.actions"),
            cell: (seat) => (
              <Row gap={2}>
                {seat.actions.includes("changeRoles") && (
                  <Button small onClick={() => setChanging(seat)}>
                    {t("town.seat.change")} <span className="k-hidden">{seat.name}</span>
                  </Button>
                )}
                {seat.actions.includes("handOver") && (
                  <Button small onClick={() => setHeir(seat)}>
                    {t("town.handover.do")} <span className="k-hidden">{seat.name}</span>
                  </Button>
                )}
                {seat.actions.includes("end") && (
                  <Button small onClick={() => setEnding(seat)}>
                    {t(seat.you ? "town.seat.leave" : "town.seat.end")} <span className="k-hidden">{seat.name}</span>
                  </Button>
                )}
              </Row>
            ),
          },
        ]}
      />
      {changing !== null && <RolesDialog seat={changing} grantable={grantable} onClose={() => setChanging(null)} />}
      {heir !== null && <HandOverDialog heir={heir} grantable={grantable} onClose={() => setHeir(null)} />}
      {ending !== null && <EndSeat seat={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

export function RoleChips({ roles }: { readonly roles: readonly Seat["roles"][number][] }) {
  const { t } = useTranslation();
  return (
    <Row gap={1}>
      {roles.map((role) => (
        <Chip key={role} tone={role === "owner" || role === "town_administrator" ? "blue" : "note"}>
          {t(`town.role.${role}`)}
        </Chip>
      ))}
    </Row>
  );
}

function EndSeat({ seat, onClose }: { readonly seat: Seat; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const ending = useSubmit({
    send: (input: Parameters<typeof client.town.seat.end.mutate>[0], call) => client.town.seat.end.mutate(input, call),
    refresh: ["town.seat", "town.audit", "platform.session"],
    onDone: () => {
      toast(t("town.seat.ended_toast", { name: seat.name }));
      onClose();
    },
  });
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t(seat.you ? "town.seat.leave_ask" : "town.seat.end_ask", { name: seat.name })}
      confirm={t(seat.you ? "town.seat.leave" : "town.seat.end")}
      danger
      busy={ending.busy}
      onConfirm={() => void ending.submit({ seatId: seat.id, version: seat.version })}
    >
      <p>{t("town.seat.end_what")}</p>
      {ending.problem !== null && <Notice tone="bad">{ending.problem}</Notice>}
    </Confirm>
  );
}
