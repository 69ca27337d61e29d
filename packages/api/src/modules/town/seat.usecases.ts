import { grantableRoles, keeps, seats as life, RoleList, RoleName, type Seat, type SeatIn } from "@jizhen/domain-town";
import { SeatId } from "@jizhen/kernel";
import * as z from "zod";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import { lockOrganisation } from "./organisation.store.ts";
import * as store from "./seat.store.ts";

const on = { seatId: SeatId, version: z.int().min(0) };
export const ChangeRolesInput = z.strictObject({ ...on, roles: RoleList });
export const EndSeatInput = z.strictObject(on);
/** `keep`: what the former owner goes on doing here; with nothing kept the seat ends. */
export const HandOverInput = z.strictObject({ ...on, keep: z.array(RoleName).max(10) });

type Found = { readonly seat: SeatIn<"active">; readonly own: SeatIn<"active"> | null; readonly company: life.Company };

/** Under the organisation's lock, so that two owners who act on each other are looked at one after the other. */
async function load(tx: Tx, input: z.infer<typeof EndSeatInput>): Promise<Found> {
  await lockOrganisation(tx, tx.by.orgId);
  const seat: Seat = await store.getSeat(tx, input.seatId);
  if (seat.version !== input.version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  const active = orRefuse(life.insistActive(seat));
  const all = await store.activeSeats(tx, tx.by.orgId);
  const own = all.find(({ personId }) => personId === tx.by.personId) ?? null;
  const actorRoles = own?.roles ?? [];
  const otherKeepers = all.filter(({ id, roles }) => id !== active.id && keeps(roles)).length;
  return {
    seat: active,
    own,
    company: { otherKeepers, actorRoles, grantable: grantableRoles(actorRoles, await store.kindsOf(tx, tx.by.orgId)) },
  };
}

export async function changeRoles(tx: Tx, input: z.infer<typeof ChangeRolesInput>) {
  const { seat, company } = await load(tx, input);
  return store.commit(tx, "town.seat.changeRoles", seat, orRefuse(life.changeRoles(seat, input.roles, company, tx)));
}

export async function endSeat(tx: Tx, input: z.infer<typeof EndSeatInput>) {
  const { seat, company } = await load(tx, input);
  return store.commit(tx, "town.seat.end", seat, orRefuse(life.endSeat(seat, company, tx)));
}

/** Both seats in one transaction, under the organisation's lock. */
export async function handOver(tx: Tx, { keep, ...input }: z.infer<typeof HandOverInput>) {
  const { seat, own, company } = await load(tx, input);
  if (own === null) return refuse({ kind: "forbidden", code: "town.seat.not_yours" });
  const decision = orRefuse(life.handOver(own, seat, keep, company, tx));
  const moved = await store.commit(tx, "town.seat.handOver", seat, decision.heir);
  await store.commit(tx, "town.seat.handOver", own, decision.own);
  return moved;
}
