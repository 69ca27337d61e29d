import { newId } from "@jizhen/db";
import { type Reason, Refusal } from "@jizhen/kernel";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import {
  aBaseline,
  aBaselined,
  aMeasured,
  anApproved,
  anEffect,
  aPlan,
  aProposal,
  aRunning,
  aSeen,
  aVerified,
  aYearLater,
  type On,
} from "./upgrade.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => "was allowed",
    (thrown: unknown) => thrown,
  );
  const reason: Reason | null = error instanceof TRPCError && error.cause instanceof Refusal ? error.cause.reason : null;
  if (!reason) throw error;
  return reason.code;
}
const as = (who: Someone) => world.as(who).town.upgrade;
const page = (who: Someone, { projectId }: On) => as(who).get({ projectId });
let made = 0;
/** A firm of its own for each test: a project of a kind is alone while it lives. */
const maker = () => world.firm(world.dingxiang, `Maker ${(made += 1)}`);

/** A seat in the firm whose project it is, and its end. */
const sit = (who: Someone, { projectId }: On) =>
  world.asOwner(
    "insert into seat (id, person_id, organisation_id, roles, state, opened_at) select $1, $2, organisation_id, '{buyer}', 'active', now() from upgrade_project where id = $3",
    [newId("seat"), who.actor.personId, projectId],
  );
const stand = ({ actor }: Someone) =>
  world.asOwner("update seat set state = 'ended' where person_id = $1 and roles = '{buyer}'", [actor.personId]);

describe("an upgrade project", () => {
  it("goes from proposal to its end, its effect computed and announced", async () => {
    const by = await maker();
    const verified = await aVerified(world, { by });
    const closed = await as(world.townAdministrator).close(verified);
    const seen = await page(by, verified);
    expect(seen).toMatchObject({
      state: "closed",
      before: { level: 1 },
      after: { level: 2 },
      saving: { perOutput: "10", co2PerOutput: "10" },
    });
    expect(closed.state).toBe("closed");
    const events = await world.asOwner<{ type: string; payload: { json: { measured?: { intensity: string } } } }>(
      "select type, payload from event where type like 'town.upgrade.%' and payload->'json'->>'projectId' = $1 order by id",
      [verified.projectId],
    );
    expect(events.map(({ type }) => type)).toEqual(["town.upgrade.baselined.v1", "town.upgrade.verified.v1"]);
    expect(events[1]?.payload.json.measured?.intensity).toBe("1.08");
  });

  it("keeps its baseline from the approval on, by every path there is (T16)", async () => {
    const by = await maker();
    const { projectId } = await anApproved(world, { by });
    const version = async () => (await as(by).get({ projectId })).version;
    const again = async () => refusal(as(by).baseline({ projectId, version: await version(), measured: aBaseline() }));
    const before = await world.asOwner("select baseline, plan from upgrade_project where id = $1", [projectId]);
    expect(await again()).toBe("town.upgrade.baseline_frozen");
    await as(by).start({ projectId, version: await version() });
    expect(await again()).toBe("town.upgrade.baseline_frozen");
    await aYearLater(world, { projectId, version: 0 });
    await as(by).measure({ projectId, version: await version(), measured: anEffect() });
    expect(await again()).toBe("town.upgrade.baseline_frozen");
    const forced = (set: string) => world.asOwner(`update upgrade_project set ${set} where id = $1`, [projectId]);
    await expect(forced("baseline = jsonb_set(baseline, '{metered,intensity}', '\"9\"')")).rejects.toThrow("plan and baseline");
    await expect(forced("plan = jsonb_set(plan, '{targetSaving}', '1')")).rejects.toThrow("plan and baseline");
    await expect(forced("state = 'baselined', approved_by = null, baseline = null")).rejects.toThrow("plan and baseline");
    await expect(world.asOwner("delete from upgrade_project where id = $1", [projectId])).rejects.toThrow("plan and baseline");
    await as(by).stop({ projectId, version: await version(), reason: "调整生产线" });
    expect(await world.asOwner("select baseline, plan from upgrade_project where id = $1", [projectId])).toEqual(before);
  });

  it("is approved only after a reviewer looked, and verified by another person than its author", async () => {
    const by = await maker();
    const baselined = await aBaselined(world, { by });
    expect(await refusal(as(world.townAdministrator).approve(baselined))).toBe("town.upgrade.baseline_unseen");
    const measured = await aMeasured(world, { by: await maker() });
    await sit(world.reviewer, measured);
    expect(await refusal(as(world.reviewer).verify(measured))).toBe("town.upgrade.own_measurement");
    expect(await refusal(as(world.reviewer).return({ ...measured, reason: "缺少三月电费单" }))).toBe("town.upgrade.own_measurement");
    const forced = world.asOwner(
      "update upgrade_project set state = 'verified', verified_at = now(), verified_by = effect->>'by' where id = $1",
      [measured.projectId],
    );
    await expect(forced).rejects.toThrow("upgrade_project_not_self_verified");
    await stand(world.reviewer);
    const both = await Promise.allSettled([as(world.reviewer).verify(measured), as(world.reviewer).verify(measured)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is not opened again beside another of its kind that has begun since", async () => {
    const by = await maker();
    const verified = await aVerified(world, { by });
    const other = await aProposal(world, { by });
    const reopen = () => as(world.townAdministrator).reopen({ ...verified, reason: "复核发现漏抄" });
    expect(await refusal(reopen())).toBe("town.upgrade.already_live");
    await as(by).stop({ ...other, reason: "调整生产线" });
    expect((await reopen()).state).toBe("measured");
  });

  it("is alone of its kind while it lives, of two proposals at once too", async () => {
    const by = await maker();
    const both = await Promise.allSettled([as(by).propose(aPlan()), as(by).propose(aPlan())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await refusal(as(by).propose(aPlan()))).toBe("town.upgrade.already_live");
    const other = await as(by).propose(aPlan({ kind: "digital", targetSaving: null }));
    expect(other.state).toBe("proposed");
    const [live] = (await as(by).mine()).rows.filter(({ kind }) => kind === "both");
    if (!live) throw new Error("one project");
    await as(by).stop({ projectId: live.id, version: 0, reason: "另行立项" });
    expect((await as(by).propose(aPlan())).state).toBe("proposed");
  });

  it("counts its steps and its spend, and never changes what was reported", async () => {
    const by = await maker();
    const running = await aRunning(world, { by });
    const report = { step: 0, doneOn: "2026-01-05" as never, spend: 1_234_500 as never, text: "已完成联网", files: [] };
    expect(await refusal(as(by).reportStep({ ...running, report: { ...report, step: 1 } }))).toBe("town.upgrade.step_unknown");
    const [today] = await world.asOwner<{ today: string; tomorrow: string }>(
      "select d::text as today, (d + 1)::text as tomorrow from (select (jizhen_clock() at time zone 'Asia/Shanghai')::date as d) one",
    );
    const told = (doneOn: string | undefined, text = "已完成") => ({ ...running, report: { ...report, text, doneOn: doneOn as never } });
    expect(await refusal(as(by).reportStep(told(today?.tomorrow)))).toBe("town.upgrade.step_not_yet");
    await expect(as(by).reportStep(told(today?.today, "好"))).rejects.toThrow("too_small");
    const first = await as(by).reportStep(told(today?.today));
    const once = await as(by).reportStep({ ...running, version: first.version, report });
    await as(by).reportStep({ ...running, version: once.version, report: { ...report, spend: 500 as never } });
    expect(await page(by, running)).toMatchObject({ spent: 2_469_500, steps: [{ text: "已完成" }, { step: 0 }, { step: 0 }] });
    await expect(world.asOwner("update upgrade_step set spend = 0 where project_id = $1", [running.projectId])).rejects.toThrow(
      "never changed",
    );
  });

  it("is neither closed nor opened again by somebody who sits in its firm", async () => {
    const verified = await aVerified(world, { by: await maker() });
    await sit(world.townAdministrator, verified);
    expect(await refusal(as(world.townAdministrator).close(verified))).toBe("town.upgrade.own_measurement");
    expect(await refusal(as(world.townAdministrator).reopen({ ...verified, reason: "复核发现漏抄" }))).toBe("town.upgrade.own_measurement");
    await stand(world.townAdministrator);
    expect((await as(world.townAdministrator).close(verified)).state).toBe("closed");
  });

  it("given back it runs again and says why; reopened it is announced", async () => {
    const by = await maker();
    const measured = await aMeasured(world, { by });
    await as(world.reviewer).return({ ...measured, reason: "缺少三月电费单" });
    expect(await page(by, measured)).toMatchObject({ state: "running", returned: "缺少三月电费单", effect: null });
    const verified = await aVerified(world, { by: await maker() });
    const reopened = await as(world.townAdministrator).reopen({ ...verified, reason: "复核发现漏抄" });
    expect(reopened.state).toBe("measured");
    const told = await world.asOwner("select 1 from event where type = 'town.upgrade.reopened.v1' and payload->'json'->>'projectId' = $1", [
      verified.projectId,
    ]);
    expect(told).toHaveLength(1);
  });
});

describe("the board", () => {
  it("shows every manufacturer at home once, counts each state, and filters in the database", async () => {
    const by = await maker();
    await aSeen(world, { by });
    const board = (filter: object = {}) => as(world.townAdministrator).board(filter);
    const whole = await board();
    const [{ firms } = { firms: 0 }] = await world.asOwner<{ firms: number }>(
      `select count(distinct organisation_id)::int as firms from membership where town_id = $1 and kind = 'firm' and not visiting and state in ('active', 'suspended')`,
      [world.dingxiang.id],
    );
    expect(whole.manufacturers).toBe(firms);
    expect(Object.values(whole.counts).reduce((sum, count) => sum + count, 0)).toBe(firms);
    for (const [state, count] of Object.entries(whole.counts)) expect((await board({ state })).total).toBe(count);
    const { rows } = await board({ state: "baselined" });
    expect(rows.find(({ organisationId }) => organisationId === by.actor.orgId)).toMatchObject({ levelBefore: 1, steps: 1, done: 0 });
    expect((await board({ kind: "digital", state: "baselined" })).total).toBe(0);
    expect((await board({ text: "no such firm" })).total).toBe(0);
    expect(JSON.stringify(whole)).not.toContain(world.visiting.actor.orgId);
  });

  it("a firm sees its own projects and nobody else's", async () => {
    const by = await maker();
    const { projectId } = await aProposal(world, { by });
    expect(await refusal(as(world.rival).get({ projectId }))).toBe("town.upgrade.unknown");
    expect(await refusal(as(world.rival).baseline({ projectId, version: 0, measured: aBaseline() }))).toBe("town.upgrade.unknown");
    expect((await as(world.rival).mine()).rows).toEqual([]);
  });
});
