import { aScan } from "../../packages/api/src/modules/town/document.fixtures.ts";
import { membershipOf } from "../../packages/api/src/modules/town/measure.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import type { Role } from "../../packages/domain-town/src/index.ts";
import { town as townInvariants } from "../support/invariants/town.ts";
import type { Driver, Ground, Verdict } from "../support/machine.ts";
import { around, barred, type Check, movesOf, took } from "../support/moves.ts";
import { anywhere, brokenOf, type Thing } from "../support/one-thing.ts";

/** A colleague's seat, and what its firm's owner still is there; null when the owner has left. */
type Model = { readonly state: "active" | "ended"; readonly mate: readonly Role[]; readonly owner: readonly Role[] | null };
type Real = Thing & { readonly ground: Ground; readonly people: Readonly<Record<"owner" | "mate" | "clerk", Someone>> };
const machine = "town.seat";

const seen = ({ id, version }: Real) => ({ seatId: id as never, version });
const seats = ({ ground: { world }, people }: Real, who: keyof Real["people"]) => world.as(people[who]).town.seat;
const isOwner = (roles: readonly Role[] | null) => roles?.includes("owner") ?? false;
const andOwner = (roles: readonly Role[]): readonly Role[] => (isOwner(roles) ? roles : [...roles, "owner"]);

const move = movesOf<Model, Real>(machine, ({ state }) => state);
const changed = (model: Model, step: string, mate: readonly Role[]): Verdict<Model> => ({
  next: { ...model, mate },
  took: [took(machine, "active", step, "active")],
});
const ended = (model: Model): Verdict<Model> => ({ next: { ...model, state: "ended" }, took: [took(machine, "active", "end", "ended")] });

const ownerLeft: Check<Model> = [({ owner }) => owner === null, "platform.workspace_unknown"];
const ownerNoMore: Check<Model> = [({ owner }) => !isOwner(owner), "platform.not_permitted"];
const isOver: Check<Model> = [({ state }) => state === "ended", "town.seat.ended"];
const mateLeft: Check<Model> = [({ state }) => state === "ended", "platform.workspace_unknown"];
const isLast: Check<Model> = [({ mate, owner }) => isOwner(mate) && !isOwner(owner), "town.seat.last_owner"];

const give = (roles: readonly Role[]) =>
  move(
    "changeRoles",
    [ownerLeft, ownerNoMore, isOver],
    (model) => changed(model, "changeRoles", roles),
    (real) => seats(real, "owner").changeRoles({ ...seen(real), roles: [...roles] }),
    `changeRoles to ${roles.join(" and ")}`,
  );

const handOver = (keep: readonly Role[]) =>
  move(
    "handOver",
    [ownerLeft, ownerNoMore, isOver],
    ({ state, mate }) => ({
      next: { state, mate: andOwner(mate), owner: keep.length > 0 ? keep : null },
      took: [took(machine, "active", "handOver", "active"), took(machine, "active", "handOver", keep.length > 0 ? "active" : "ended")],
    }),
    (real) => seats(real, "owner").handOver({ ...seen(real), keep: [...keep] }),
    keep.length > 0 ? `handOver and stay for ${keep.join()}` : "handOver and leave",
  );

/** The town gives the role back: one administrator asks, another confirms. */
async function recovered({ ground: { world }, people }: Real): Promise<void> {
  const office = world.as(world.townAdministrator).town;
  const letter = await aScan(world, world.townAdministrator, "measure");
  const on = { ...(await membershipOf(world, people.owner)), reasonText: "负责人失联", email: people.mate.email, letter };
  const { id } = await office.seat.recoverOwner(on);
  const second = await world.colleague(world.townAdministrator, ["town_administrator"]);
  await world.as(second).town.measure.confirm({ measureId: id, version: 0 });
}

export const seat: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world } = ground;
    const owner = await world.firm(world.dingxiang, "Seats");
    const people = { owner, mate: await world.colleague(owner, ["buyer"]), clerk: await world.colleague(owner, ["seller"]) };
    const [row] = await ground.sql<{ id: string }>("select id from seat where person_id = $1", [people.mate.actor.personId]);
    const real = { id: row?.id ?? "", version: 0, ground, people };
    return { model: { state: "active", mate: ["buyer"], owner: ["owner"] }, real };
  },
  moves: [
    give(["seller"]),
    give(["buyer", "owner"]),
    move(
      "changeRoles",
      [mateLeft, [({ mate }) => !isOwner(mate), "platform.not_permitted"], isLast],
      (model) =>
        changed(
          model,
          "changeRoles",
          model.mate.filter((role) => role !== "owner"),
        ),
      (real, { mate }) => seats(real, "mate").changeRoles({ ...seen(real), roles: mate.filter((role) => role !== "owner") }),
      "the colleague steps down",
    ),
    move("end", [ownerLeft, isOver, [({ owner }) => !isOwner(owner), "town.seat.not_yours"]], ended, (real) =>
      seats(real, "owner").end(seen(real)),
    ),
    move("end", [mateLeft, isLast], ended, (real) => seats(real, "mate").end(seen(real)), "the colleague leaves"),
    handOver(["finance"]),
    handOver([]),
    around(
      "the town gives the owner's role back",
      ({ state }) => state === "active",
      (model) => changed(model, "recoverOwner", andOwner(model.mate)),
      recovered,
    ),
    barred(
      "end by a colleague who owns nothing",
      ({ state }) => (state === "ended" ? isOver[1] : "town.seat.not_yours"),
      (real) => seats(real, "clerk").end(seen(real)),
    ),
    barred("change roles by a colleague who owns nothing", "platform.not_permitted", (real) =>
      seats(real, "clerk").changeRoles({ ...seen(real), roles: ["owner"] }),
    ),
    barred(
      "the colleague takes what nobody gave",
      ({ state, mate }) => (state === "ended" ? mateLeft[1] : isOwner(mate) ? "town.seat.role_above_own" : "platform.not_permitted"),
      (real) => seats(real, "mate").changeRoles({ ...seen(real), roles: ["owner", "finance"] }),
    ),
    barred("end by another firm", "town.seat.unknown", (real) => real.ground.world.as(real.ground.world.rival).town.seat.end(seen(real))),
    barred(
      "end as somebody saw it who looked too long ago",
      ({ owner }) => (owner === null ? ownerLeft[1] : "platform.changed_meanwhile"),
      (real) => seats(real, "owner").end({ ...seen(real), version: real.version + 1 }),
    ),
  ],
  tours: [
    [
      "changeRoles to seller",
      "changeRoles to buyer and owner",
      "the colleague steps down",
      "the town gives the owner's role back",
      "the colleague leaves",
    ],
    ["handOver and stay for finance", "the colleague leaves"],
    ["handOver and leave", "the town gives the owner's role back"],
    ["end", "the town gives the owner's role back"],
    ["the colleague leaves"],
  ],
  cases: [],
  statuses: (model) => model,
  read: async (real) => {
    const rows = await real.ground.sql<{ id: string; state: "active" | "ended"; roles: Role[]; version: number; digest: string }>(
      "select id, state, roles, version, md5(t::text) as digest from seat t where person_id = any($1) order by person_id = $2 desc",
      [[real.people.owner.actor.personId, real.people.mate.actor.personId], real.people.mate.actor.personId],
    );
    const [mate, owner] = rows;
    real.version = mate?.version ?? 0;
    const statuses = { state: mate?.state, mate: mate?.roles, owner: owner?.state === "active" ? owner.roles : null };
    return { statuses, digest: rows.map(({ digest }) => digest).join() };
  },
  violations: async ({ ground, people }) => [
    ...(await anywhere(ground, townInvariants)),
    ...(await brokenOf(ground, [answerable], people.owner.actor.orgId)),
  ],
};

const answerable = `select 'nobody answers for the firm' as broken where not exists
  (select 1 from seat where organisation_id = $1 and state = 'active' and 'owner' = any(roles))`;
