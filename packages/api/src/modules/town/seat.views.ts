import { grantableRoles, type MembershipKind, type Role, RoleName, Seat, type SeatAction, seatActionsOn } from "@jizhen/domain-town";
import type { SeatId } from "@jizhen/kernel";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import type { ReadTx } from "../../platform/tx.ts";

export type SeatLine = {
  readonly id: SeatId;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly openedAt: Date;
  readonly version: number;
  readonly you: boolean;
  readonly actions: readonly SeatAction[];
};

const Row = z.object({ name: z.string(), email: z.string(), roles: z.array(RoleName), endedAt: z.date().nullable() }).loose();

const sql = `
  select s.id, s.person_id as "personId", s.organisation_id as "organisationId", s.roles, s.state, s.opened_at as "openedAt",
         s.ended_at as "endedAt", s.version, p.name, p.email
    from seat s join person p on p.id = s.person_id
   where s.organisation_id = $1 and s.state = 'active' order by s.opened_at, s.id limit 500`;

/** The seats of one's own organisation, with what may be done to each and which roles one may give. */
export async function listSeats(tx: ReadTx, { roles: held, permissions }: Workspace): Promise<{ seats: SeatLine[]; grantable: Role[] }> {
  const rows = await tx.query<object>("town.seat.list", sql, [tx.by.orgId]);
  const seats = rows.map((found): SeatLine => {
    const { name, email, endedAt: _, ...rest } = Row.parse(found);
    const seat = Seat.parse(rest);
    const { id, personId, roles, openedAt, version } = seat;
    const actions = seatActionsOn(seat, tx.by, held, permissions);
    return { id, personId, name, email, roles, openedAt, version, you: personId === tx.by.personId, actions };
  });
  return { seats, grantable: grantableRoles(held, await kinds(tx)) };
}

async function kinds(tx: ReadTx): Promise<MembershipKind[]> {
  const rows = await tx.query<{ kind: MembershipKind }>(
    "town.seat.kinds",
    `select kind from membership_card where organisation_id = $1 and state in ('applied', 'under_review', 'active', 'suspended')
      union select 'administration' from town where administration_id = $1`,
    [tx.by.orgId],
  );
  return rows.map(({ kind }) => kind);
}
