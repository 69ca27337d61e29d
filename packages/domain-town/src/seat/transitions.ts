import { type Act, type Decided, type Decision, err, type OrgId, ok, type PersonId, type Result, type SeatId } from "@jizhen/kernel";
import { keeps } from "../permission/grant.ts";
import type { Role } from "../permission/table.ts";
import type { SeatRefusal } from "./errors.ts";
import type { SeatEvent } from "./events.ts";
import type { Seat, SeatIn } from "./model.ts";

type Outcome<S extends Seat["state"]> = Decided<SeatIn<S>, SeatEvent, SeatRefusal>;

/** The life of a seat as one table; who hands over stays under other roles or leaves. */
export const seatSteps = {
  active: { changeRoles: "active", handOver: ["active", "ended"], recoverOwner: "active", end: "ended" },
  ended: {},
} as const satisfies Record<Seat["state"], Readonly<Record<string, Seat["state"] | readonly Seat["state"][]>>>;

const facts = ({ id, personId, organisationId, roles }: Seat) => ({ seatId: id, personId, organisationId, roles });

/** What the seat's neighbours must tell before it may change. */
export type Company = {
  /** Other active seats here that keep the organisation answerable (owner, administrator). Counted under the organisation's row lock. */
  readonly otherKeepers: number;
  readonly actorRoles: readonly Role[];
  /** Roles the actor may give here. */
  readonly grantable: readonly Role[];
};

export function insistActive(seat: Seat): Result<SeatIn<"active">, SeatRefusal> {
  return seat.state === "active" ? ok(seat) : err({ kind: "rule", code: "town.seat.ended" });
}

export type NewSeat = { readonly id: SeatId; readonly personId: PersonId; readonly organisationId: OrgId; readonly roles: readonly Role[] };

export function openSeat(seat: NewSeat, at: Date): Decision<SeatIn<"active">, SeatEvent> {
  const next: SeatIn<"active"> = { ...seat, roles: [...seat.roles], state: "active", openedAt: at, version: 0 };
  return { next, events: [{ type: "town.seat.opened.v1", ...facts(next) }] };
}

/** Gives and takes roles: only what the actor may give, one's own only downwards, and never the last owner's. */
export function changeRoles(seat: SeatIn<"active">, roles: readonly Role[], company: Company, { by }: Act): Outcome<"active"> {
  const own = by.personId === seat.personId;
  if (!own && !keeps(company.actorRoles)) return err({ kind: "forbidden", code: "town.seat.not_yours" });
  const changed = [...roles.filter((role) => !seat.roles.includes(role)), ...seat.roles.filter((role) => !roles.includes(role))];
  const added = (role: Role) => roles.includes(role);
  const above = changed.find((role) => (own ? added(role) : !company.grantable.includes(role)));
  if (above !== undefined) return err({ kind: "forbidden", code: "town.seat.role_above_own", params: { role: above }, field: "roles" });
  if (keeps(seat.roles) && !keeps(roles) && company.otherKeepers === 0) return err({ kind: "rule", code: "town.seat.last_owner" });
  const next: SeatIn<"active"> = { ...seat, roles: [...roles] };
  return ok({ next, events: [{ type: "town.seat.roles_changed.v1", ...facts(next) }] });
}

/** An owner ends a colleague's seat, or a person leaves; the last owner stays until there is another. */
export function endSeat(seat: SeatIn<"active">, company: Company, { by, at }: Act): Outcome<"ended"> {
  const own = by.personId === seat.personId;
  if (!own && !keeps(company.actorRoles)) return err({ kind: "forbidden", code: "town.seat.not_yours" });
  const above = own ? undefined : seat.roles.find((role) => !company.grantable.includes(role));
  if (above !== undefined) return err({ kind: "forbidden", code: "town.seat.role_above_own", params: { role: above } });
  if (keeps(seat.roles) && company.otherKeepers === 0) return err({ kind: "rule", code: "town.seat.last_owner" });
  const next: SeatIn<"ended"> = { ...seat, state: "ended", endedAt: at };
  return ok({ next, events: [{ type: "town.seat.ended.v1", ...facts(next) }] });
}

export type HandOver = {
  readonly heir: Decision<SeatIn<"active">, SeatEvent>;
  readonly own: Decision<Seat, SeatEvent>;
};

/** Ownership goes to a colleague in one step: there is no moment with two first owners, and none without one. Whoever keeps no role leaves. */
export function handOver(
  own: SeatIn<"active">,
  heir: SeatIn<"active">,
  keep: readonly Role[],
  company: Company,
  { at }: Act,
): Result<HandOver, SeatRefusal> {
  if (!own.roles.includes("owner")) return err({ kind: "forbidden", code: "town.seat.not_yours" });
  if (own.id === heir.id) return err({ kind: "rule", code: "town.seat.heir_self" });
  const above = keep.find((role) => role === "owner" || !company.grantable.includes(role));
  if (above !== undefined) return err({ kind: "forbidden", code: "town.seat.role_above_own", params: { role: above }, field: "keep" });
  const next: SeatIn<"active"> = { ...heir, roles: [...new Set<Role>([...heir.roles, "owner"])] };
  const left: Seat = keep.length > 0 ? { ...own, roles: [...keep] } : { ...own, state: "ended", endedAt: at };
  const gone = left.state === "ended" ? ("town.seat.ended.v1" as const) : ("town.seat.roles_changed.v1" as const);
  return ok({
    heir: { next, events: [{ type: "town.seat.roles_changed.v1", ...facts(next) }] },
    own: { next: left, events: [{ type: gone, ...facts(left) }] },
  });
}

/** The town gives back an owner where none could be reached; what the person may do here otherwise stays. */
export function recoverOwner(seat: SeatIn<"active">): Decision<SeatIn<"active">, SeatEvent> {
  const next: SeatIn<"active"> = { ...seat, roles: [...new Set<Role>([...seat.roles, "owner"])] };
  return { next, events: [{ type: "town.seat.roles_changed.v1", ...facts(next) }] };
}
