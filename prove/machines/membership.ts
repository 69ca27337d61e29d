import { aNumber, aRegistration } from "../../packages/api/src/modules/town/town.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { newId } from "../../packages/db/src/ids.ts";
import { town as townInvariants } from "../support/invariants/town.ts";
import type { Driver, Ground, Move, Taken, Verdict } from "../support/machine.ts";
import { anywhere, type Thing } from "../support/one-thing.ts";

type S = "applied" | "under_review" | "active" | "suspended" | "left" | "rejected" | "withdrawn";
/** A firm's membership at home, and its visit to another town once it made one. */
type Model = {
  readonly state: S;
  /** The applicant was asked and has not answered. */
  readonly asked: boolean;
  readonly visit: { readonly state: "active" | "suspended" | "left"; readonly by: "host" | "home" } | null;
};
type Real = Thing & { readonly ground: Ground; readonly owner: Someone; readonly visit: Thing };
const machine = "town.membership";
const text = "多次违约，先行暂停";
const why = { reasonCode: "breach_of_rules" as const, reasonText: text, until: null };

const seen = ({ id, version }: Thing) => ({ membershipId: id as never, version });
const office = ({ ground: { world } }: Real) => world.as(world.townAdministrator).town.membership;
const host = ({ ground: { world } }: Real) => world.as(world.elsewhereAdministrator).town.membership;
const own = ({ ground: { world }, owner }: Real) => world.as(owner).town.membership;
const wrong = { refused: "town.membership.wrong_state" };

const step = (from: S, name: string, to: S): Taken => ({ machine, from, step: name, to });
/** Open in these states and closed in all others; what else follows is said by `also`. */
const move = (
  name: string,
  open: Partial<Record<S, S>>,
  act: (real: Real) => Promise<unknown>,
  also: (model: Model, next: Model) => Verdict<Model> = (_, next) => ({ next, took: [] }),
  closed: { readonly refused: string } = wrong,
): Move<Model, Real> => ({
  name,
  tries: { machine, step: name, at: ({ state }) => state },
  expect: (model) => {
    const to = open[model.state];
    if (to === undefined) return closed;
    const verdict = also(model, { ...model, state: to, asked: false });
    return "refused" in verdict ? verdict : { next: verdict.next, took: [step(model.state, name, to), ...verdict.took] };
  },
  act,
});

/** What was decided at home reaches the host when the reaction has run. */
const told = async ({ ground: { world } }: Real, decision: Promise<unknown>) => {
  await decision;
  await world.drain();
};

/** Who is no member at home any more visits nowhere. */
const followed = ({ visit }: Model, next: Model): Verdict<Model> =>
  visit === null || visit.state === "left"
    ? { next, took: [] }
    : { next: { ...next, visit: { ...visit, state: "left" } }, took: [step(visit.state, "leaveWithHome", "left")] };

/** One administrator asks for the end, another confirms it. */
async function ended(real: Real): Promise<void> {
  const { world } = real.ground;
  const { id } = await office(real).end({ ...seen(real), reasonText: text });
  const second = await world.colleague(world.townAdministrator, ["town_administrator"]);
  await world.as(second).town.measure.confirm({ measureId: id, version: 0 });
}

const atHost = (
  name: string,
  expect: (visit: NonNullable<Model["visit"]>, model: Model) => Verdict<Model>,
  act: (real: Real) => Promise<unknown>,
) => ({
  name: `${name} the visit`,
  expect: (model: Model): Verdict<Model> => (model.visit === null ? { refused: "town.membership.unknown" } : expect(model.visit, model)),
  act,
});

export const membership: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const [row] = await ground.sql<{ n: number }>("select count(*)::int as n from organisation");
    const { membershipId, owner } = await aRegistration(ground.world, aNumber(1_000 + (row?.n ?? 0)));
    const real = { id: membershipId, version: 0, ground, owner, visit: { id: newId("memb"), version: 0 } };
    return { model: { state: "applied", asked: false, visit: null }, real };
  },
  moves: [
    move("takeUp", { applied: "under_review" }, (real) => office(real).takeUp(seen(real))),
    move(
      "ask",
      { under_review: "under_review" },
      (real) => office(real).ask({ ...seen(real), points: ["licence"], text }),
      (_, next) => ({
        next: { ...next, asked: true },
        took: [],
      }),
    ),
    move(
      "answer",
      { under_review: "under_review" },
      (real) => own(real).answer({ ...seen(real), text, application: null }),
      ({ asked }, next) => (asked ? { next, took: [] } : { refused: "town.membership.nothing_asked" }),
    ),
    move("admit", { under_review: "active" }, (real) => office(real).admit({ ...seen(real), confirmsCode: false })),
    move("refuse", { under_review: "rejected" }, (real) => office(real).refuse({ ...seen(real), reasonCode: "other", reasonText: text })),
    move("withdraw", { applied: "withdrawn", under_review: "withdrawn" }, (real) => own(real).withdraw(seen(real))),
    move(
      "suspend",
      { active: "suspended" },
      (real) => told(real, office(real).suspend({ ...seen(real), ...why })),
      ({ visit }, next) =>
        visit?.state === "active"
          ? { next: { ...next, visit: { state: "suspended", by: "home" } }, took: [step("active", "suspendWithHome", "suspended")] }
          : { next, took: [] },
    ),
    move(
      "reinstate",
      { suspended: "active" },
      (real) => told(real, office(real).reinstate(seen(real))),
      ({ visit }, next) =>
        visit?.state === "suspended" && visit.by === "home"
          ? { next: { ...next, visit: { state: "active", by: "host" } }, took: [step("suspended", "reinstateWithHome", "active")] }
          : { next, took: [] },
    ),
    move("leave", { active: "left", suspended: "left" }, (real) => told(real, own(real).leave(seen(real))), followed, {
      refused: "town.membership.not_active",
    }),
    move("end", { active: "left", suspended: "left" }, (real) => told(real, ended(real)), followed),
    {
      name: "visit the other town",
      expect: (model) => {
        if (model.state === "active") return { next: { ...model, visit: model.visit ?? { state: "active", by: "host" } }, took: [] };
        return { refused: model.state === "suspended" ? "town.membership.suspended" : "town.membership.not_active" };
      },
      act: async (real) => {
        const [joined] = await own(real).joinAsVisitor({ townId: real.ground.world.xinghuacun.id });
        (real as { visit: Thing }).visit = { id: joined?.id ?? "", version: real.visit.id === joined?.id ? real.visit.version : 0 };
      },
    },
    atHost(
      "suspend",
      (visit, model) =>
        visit.state === "active"
          ? { next: { ...model, visit: { state: "suspended", by: "host" } }, took: [step("active", "suspend", "suspended")] }
          : wrong,
      (real) => host(real).suspend({ ...seen(real.visit), ...why }),
    ),
    atHost(
      "reinstate",
      (visit, model) => {
        if (visit.state !== "suspended") return wrong;
        if (visit.by === "home") return { refused: "town.membership.set_at_home" };
        if (model.state !== "active") return { refused: "town.membership.not_verified_at_home" };
        return { next: { ...model, visit: { state: "active", by: "host" } }, took: [step("suspended", "reinstate", "active")] };
      },
      (real) => host(real).reinstate(seen(real.visit)),
    ),
    {
      name: "take up as somebody saw it who looked too long ago",
      expect: () => ({ refused: "platform.changed_meanwhile" }),
      act: (real) => office(real).takeUp({ ...seen(real), version: real.version + 1 }),
    },
    {
      name: "withdraw by another firm",
      expect: () => ({ refused: "town.membership.unknown" }),
      act: (real) => real.ground.world.as(real.ground.world.rival).town.membership.withdraw(seen(real)),
    },
  ],
  tours: [
    [
      "takeUp",
      "ask",
      "answer",
      "admit",
      "visit the other town",
      "suspend",
      "reinstate",
      "suspend the visit",
      "suspend",
      "reinstate",
      "reinstate the visit",
    ],
    ["takeUp", "ask", "refuse"],
    ["withdraw"],
    ["takeUp", "withdraw"],
    ["takeUp", "admit", "leave"],
    ["takeUp", "admit", "suspend", "leave"],
    ["takeUp", "admit", "suspend", "end"],
    ["takeUp", "admit", "visit the other town", "end"],
    ["takeUp", "admit", "visit the other town", "suspend the visit", "leave"],
  ],
  cases: [],
  statuses: ({ state, visit }) => ({ state, visit: visit?.state ?? null }),
  read: async (real) => {
    const rows = await real.ground.sql<{ id: string; state: string; version: number; digest: string }>(
      "select id, state, version, md5(t::text) as digest from membership t where id = any($1) order by id = $2 desc",
      [[real.id, real.visit.id], real.id],
    );
    const [home, visit] = rows;
    real.version = home?.version ?? 0;
    if (visit) real.visit.version = visit.version;
    return { statuses: { state: home?.state, visit: visit?.state ?? null }, digest: rows.map(({ digest }) => digest).join() };
  },
  violations: ({ ground }) => anywhere(ground, townInvariants),
};
