import { clockOf, someTerms } from "../../packages/api/src/modules/procurement/story.fixtures.ts";
import { aNewcomer, aNumber, aTownEntry } from "../../packages/api/src/modules/town/town.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import type { RequestId } from "../../packages/domain-procurement/src/index.ts";
import type { TownState } from "../../packages/domain-town/src/index.ts";
import { plus } from "../../packages/kernel/src/index.ts";
import { town as townInvariants } from "../support/invariants/town.ts";
import type { Driver, Ground, Verdict } from "../support/machine.ts";
import { around, barred, type Check, movesOf, stays, took } from "../support/moves.ts";
import { anywhere, type Thing } from "../support/one-thing.ts";

/** A town that the province prepares; `running`: one of its firms has a request on the market. */
type Model = { readonly state: TownState; readonly administrators: number; readonly running: boolean };
type Real = Thing & { readonly ground: Ground; readonly firm: Someone; requestId: string; requestVersion: number };
const machine = "town.town";

const office = ({ ground: { world } }: Real, who = world.provinceOfficer) => world.as(who).town.town;
const firm = ({ ground: { world }, firm: who }: Real) => world.as(who).procurement.request;
const seen = ({ id, version }: Real) => ({ townId: id as never, version });
const reason = "撤并测试";

const move = movesOf<Model, Real>(machine, ({ state }) => state);
const moved = (model: Model, step: string, to: TownState): Verdict<Model> => ({
  next: { ...model, state: to },
  took: [took(machine, model.state, step, to)],
});
const unless = (...states: readonly TownState[]): Check<Model> => [({ state }) => !states.includes(state), "town.town.wrong_state"];
const isRunning: Check<Model> = [({ running }) => running, "town.town.still_running"];

/** One of those whom the province invited takes up the invitation. */
async function comes(real: Real): Promise<void> {
  const { world } = real.ground;
  const invited = (await office(real).survey()).towns.find(({ id }) => id === real.id)?.invited[0];
  if (!invited) throw new Error("nobody is invited any more");
  const newcomer = await aNewcomer(world, "新任管理员");
  await real.ground.sql("update person set email = $2 where id = $1", [newcomer.actor.personId, invited.email]);
  await world.as(newcomer, { workspace: null }).town.invitation.accept({ token: invited.path.split("/").at(-1) ?? "" });
}

async function publish(real: Real): Promise<void> {
  const { id, version } = await firm(real).save({ seen: null, terms: someTerms() });
  const closesAt = plus(await clockOf(real.ground.world), 48 * 3_600_000);
  Object.assign(real, {
    requestId: id,
    requestVersion: (await firm(real).publish({ requestId: id, version, closesAt, invite: [] })).version,
  });
}

export const town: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world, sql } = ground;
    const [row] = await sql<{ n: number }>("select count(*)::int as n from organisation");
    const entry = aTownEntry(aNumber(3_000 + (row?.n ?? 0)));
    const { id } = await world.as(world.provinceOfficer).town.town.prepare(entry);
    const who = await world.firm({ id, slug: entry.town.slug, administrationId: world.dingxiang.administrationId }, "Local");
    return {
      model: { state: "prepared", administrators: 0, running: false },
      real: { id, version: 0, ground, firm: who, requestId: "", requestVersion: 0 },
    };
  },
  moves: [
    move(
      "open",
      [unless("prepared"), [({ administrators }) => administrators < 2, "town.town.administrators_missing"]],
      (model) => moved(model, "open", "open"),
      (real) => office(real).open(seen(real)),
    ),
    move(
      "pause",
      [unless("open")],
      (model) => moved(model, "pause", "paused"),
      (real) => office(real).pause({ ...seen(real), reason }),
    ),
    move(
      "resume",
      [unless("paused")],
      (model) => moved(model, "resume", "open"),
      (real) => office(real).resume(seen(real)),
    ),
    move(
      "close",
      [unless("prepared", "paused"), isRunning],
      (model) => moved(model, "close", "closed"),
      (real) => office(real).close({ ...seen(real), reason, successorId: real.ground.world.dingxiang.id }),
    ),
    around(
      "an administrator comes",
      ({ state, administrators }) => state === "prepared" && administrators < 2,
      (model) => stays({ ...model, administrators: model.administrators + 1 }),
      comes,
    ),
    around(
      "a firm goes to the market",
      ({ state, running }) => state === "open" && !running,
      (model) => stays({ ...model, running: true }),
      publish,
    ),
    around(
      "the firm calls it off",
      ({ running }) => running,
      (model) => stays({ ...model, running: false }),
      (real) =>
        firm(real).cancel({
          requestId: real.requestId as RequestId,
          version: real.requestVersion,
          reasonCode: "need_gone",
          reasonText: "",
        }),
    ),
    barred(
      "close into itself",
      (model) => [unless("prepared", "paused"), isRunning].find(([holds]) => holds(model))?.[1] ?? "town.town.successor_unfit",
      (real) => office(real).close({ ...seen(real), reason, successorId: real.id as never }),
    ),
    barred("close by a town's administrator", "platform.not_permitted", (real) =>
      office(real, real.ground.world.townAdministrator).close({ ...seen(real), reason, successorId: null }),
    ),
    barred("pause as somebody saw it who looked too long ago", "platform.changed_meanwhile", (real) =>
      office(real).pause({ ...seen(real), version: real.version + 1, reason }),
    ),
  ],
  tours: [
    [
      "an administrator comes",
      "an administrator comes",
      "open",
      "pause",
      "resume",
      "a firm goes to the market",
      "pause",
      "the firm calls it off",
      "close",
    ],
    ["close"],
  ],
  cases: [],
  statuses: (model) => model,
  read: async (real) => {
    const [row] = await real.ground.sql<Model & { version: number; digest: string }>(
      `select t.state, t.version, md5(t::text) as digest,
         (select count(*)::int from seat s where s.organisation_id = t.administration_id and s.state = 'active' and 'town_administrator' = any(s.roles)) as administrators,
         exists (select 1 from purchase_request r where r.town_id = t.id and r.status = 'quoting') as running
       from town t where t.id = $1`,
      [real.id],
    );
    if (!row) throw new Error(`${real.id} is gone`);
    const { version, digest, ...statuses } = row;
    real.version = version;
    return { statuses, digest };
  },
  violations: ({ ground }) => anywhere(ground, townInvariants),
};
