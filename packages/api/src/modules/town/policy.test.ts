import { LocalDate, type Reason, Refusal } from "@jizhen/kernel";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type World } from "../../testing/index.ts";
import { aDraftPolicy, aPolicyText, aPublishedPolicy } from "./policy.fixtures.ts";

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
const admin = () => world.as(world.townAdministrator).town;
const portal = () => world.as(null).town.portal.get({ slug: world.dingxiang.slug });

describe("a policy", () => {
  it("is published by a second person, once of two presses, and every version stays readable (T7)", async () => {
    const own = await admin().policy.write({ form: "policy", content: aPolicyText("自己起草的办法") });
    expect(await refusal(admin().policy.publish({ policyId: own.id, version: own.version }))).toBe("town.policy.own_writing");
    const draft = await aDraftPolicy(world, "policy", aPolicyText("出口补助办法"));
    expect(await refusal(world.as(world.buyerOwner).town.policy.read({ policyId: draft.policyId }))).toBe("town.policy.unknown");
    const both = await Promise.allSettled([admin().policy.publish(draft), admin().policy.publish(draft)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const amended = await world
      .as(world.reviewer)
      .town.policy.rewrite({ policyId: draft.policyId, version: 1, content: aPolicyText("出口补助办法（修订）") });
    const read = () => world.as(world.buyerOwner).town.policy.read({ policyId: draft.policyId });
    expect((await read()).revisions.map(({ content }) => content.titleZh)).toEqual(["出口补助办法"]);
    await admin().policy.publish({ policyId: draft.policyId, version: amended.version });
    expect((await read()).revisions.map(({ content }) => content.titleZh)).toEqual(["出口补助办法（修订）", "出口补助办法"]);
    await admin().policy.withdraw({ policyId: draft.policyId, version: amended.version + 1, reason: "政策调整" });
    expect(await read()).toMatchObject({ state: "withdrawn", reason: "政策调整" });
  });

  it("cannot be published by its writer past the table, nor a version changed afterwards", async () => {
    const { policyId } = await aPublishedPolicy(world, "policy", aPolicyText("不可更改的办法"));
    const forced = world.asOwner("update policy set published_by = written_by where id = $1", [policyId]);
    await expect(forced).rejects.toThrow("policy_second_person");
    await expect(world.asOwner("update policy_revision set content = '{}' where policy_id = $1", [policyId])).rejects.toThrow(
      "never changed",
    );
  });

  it("says how many members it would concern, and tells these and no others", async () => {
    const rules = [{ fact: "kind", anyOf: ["carrier"] }];
    const tested = await admin().policy.test({ rules });
    expect(tested.members).toBeGreaterThan(4);
    expect(tested).toMatchObject({ concerns: 0, perhaps: 0, not: tested.members });
    expect(await refusal(admin().policy.test({ rules: [{ fact: "credit_score" }] }))).toBe("town.policy.rule_unknown_fact");
    const forFirms = [{ fact: "kind", anyOf: ["firm"] }, { fact: "home_member" }];
    expect((await admin().policy.test({ rules: forFirms })).not).toBe(1); // the visitor
    await aPublishedPolicy(world, "policy", aPolicyText("承运人办法", rules));
    const { policyId } = await aPublishedPolicy(world, "policy", aPolicyText("本镇企业办法", forFirms));
    await world.drain();
    const told = await world.asOwner<{ id: string }>("select distinct organisation_id as id from notification where link = $1", [
      `/policies/${policyId}`,
    ]);
    expect(told.map(({ id }) => id)).toContain(world.buyerOwner.actor.orgId);
    expect(told.map(({ id }) => id)).not.toContain(world.visiting.actor.orgId);
    const ours = await world.as(world.buyerOwner).town.policy.ours();
    const concern = (title: string) => ours.find(({ content }) => content.titleZh === title)?.concern;
    expect([concern("本镇企业办法"), concern("承运人办法")]).toEqual(["concerns", "not"]);
    expect(ours.findIndex(({ concern: one }) => one === "not")).toBeGreaterThan(ours.findIndex(({ concern: one }) => one === "concerns"));
  });

  it("answers by the employees on the roll, and says what stands there", async () => {
    const firm = await world.firm(world.dingxiang, "Counted Works");
    const rules = [{ fact: "employees", atLeast: null, atMost: 300 }];
    await aPublishedPolicy(world, "policy", aPolicyText("中小企业办法", rules));
    const seen = async () => (await world.as(firm).town.policy.ours()).find(({ content }) => content.titleZh === "中小企业办法");
    expect(await seen()).toMatchObject({ concern: "perhaps", reasons: [{ answer: "unknown", known: null }] });
    await world.asOwner(
      `insert into roll_entry (town_id, id, country, name_zh, name_key, state, employees, organisation_id, source, created_at, updated_at)
       values ($1, 'roll_counted', 'CN', '计数厂', '计数', 'operating', 301, $2, 'hand', now(), now())`,
      [world.dingxiang.id, firm.actor.orgId],
    );
    expect(await seen()).toMatchObject({ concern: "not", reasons: [{ answer: "unmet", known: ["301"] }] });
    await world.asOwner("update roll_entry set employees = 300 where id = 'roll_counted'");
    expect(await seen()).toMatchObject({ concern: "concerns", reasons: [{ answer: "met", known: ["300"] }] });
  });

  it("reminds a week before its deadline, and not after it was withdrawn", async () => {
    const [{ now } = { now: new Date() }] = await world.asOwner<{ now: Date }>("select jizhen_clock() as now");
    const deadline = LocalDate.parse(new Date(now.getTime() + 20 * 86_400_000).toISOString().slice(0, 10));
    await aPublishedPolicy(world, "policy", { ...aPolicyText("限期申报办法"), deadline });
    const gone = await aPublishedPolicy(world, "policy", { ...aPolicyText("已撤销办法"), deadline });
    await admin().policy.withdraw({ ...gone, reason: "政策调整" });
    await world.later({ days: 15 });
    await world.drain();
    const told = await world.asOwner<{ link: string }>("select distinct link from notification where kind = 'town.policy.deadline'");
    expect(told).toHaveLength(1);
  });
});

describe("the public page of a town", () => {
  it("shows who agreed, until they take it back or are suspended", async () => {
    const firm = await world.firm(world.dingxiang, "Shown Works");
    const own = world.as(firm).town.portal;
    const shown = async () => (await portal()).members.map(({ nameEn }) => nameEn);
    expect(await shown()).not.toContain("Shown Works");
    await own.show({ introductionZh: "生产法兰与锻件", introductionEn: null });
    expect(await shown()).toContain("Shown Works");
    await own.hide();
    expect(await shown()).not.toContain("Shown Works");
    await own.show({ introductionZh: "生产法兰与锻件", introductionEn: null });
    const [membership] = await world.as(firm).town.membership.mine();
    if (!membership) throw new Error("no membership");
    const { id: membershipId, version } = membership.membership;
    await admin().membership.suspend({ membershipId, version, reasonCode: "other", reasonText: "测试暂停", until: null });
    expect(await shown()).not.toContain("Shown Works");
    expect(await own.own()).toMatchObject({ shown: true });
  });

  it("holds nothing that was not published", async () => {
    const canary = "CANARY-7f3a";
    await aDraftPolicy(world, "policy", aPolicyText(`草稿${canary}`));
    await world.asOwner("update membership set file = file || jsonb_build_object('legalRepresentative', $1::text)", [canary]);
    await world.asOwner("update organisation set number = number || $1 where id = $2", [canary, world.rival.actor.orgId]);
    await world.asOwner(
      `insert into market_request (request_id, host_town, number, title, families, card, published_at, closes_at)
       values ('preq_canary', $1, 'CG-2026-000099', '公开的需求', '{flange}', jsonb_build_object('buyer', $2::text), now(), now() + interval '90 days')`,
      [world.dingxiang.id, canary],
    );
    await world.as(world.supplier).town.portal.show({ introductionZh: "生产锻件与法兰", introductionEn: null });
    const page = await portal();
    expect(page.requests.map(({ title }) => title)).toContain("公开的需求");
    expect(page.members.length).toBeGreaterThan(0);
    const text = JSON.stringify(page);
    expect(text).not.toContain(canary);
    for (const who of [world.supplier, world.buyerOwner, world.townAdministrator])
      for (const secret of [who.email, who.actor.personId, who.actor.orgId]) expect(text).not.toContain(secret);
  });

  it("says of a town that is not connected that it is so, and shows nothing, not zeros", async () => {
    await world.asOwner("update town set connected = false where id = $1", [world.xinghuacun.id]);
    const page = await world.as(null).town.portal.get({ slug: world.xinghuacun.slug });
    expect([page.connected, page.members, page.families]).toEqual([false, [], []]);
    expect(await refusal(world.as(null).town.portal.get({ slug: "nowhere" }))).toBe("town.town.unknown");
  });
});
