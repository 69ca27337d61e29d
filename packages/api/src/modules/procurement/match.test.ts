import { type Candidate, type MatchNeed, runMatch, statementOf, type TownFigures } from "@jizhen/domain-procurement";
import { canonical, LocalDate, Refusal } from "@jizhen/kernel";
import { type CapabilityRange, match } from "@jizhen/spec";
import * as fc from "fast-check";
import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { aDeclaredCapability, aStatement, someTerms } from "./capability.fixtures.ts";
import type { CapabilityRow } from "./capability.store.ts";
import { narrow, narrowingSql, needOf, supplyOf } from "./match.facts.ts";
import { aPublishedRequest } from "./match.fixtures.ts";
import { cancelRequest } from "./request.usecases.ts";
import { replaceSlots, rowsOf } from "./supply.store.ts";

const makesAll = { ...aStatement().attributes, material: { kind: "set" as const, values: ["20#", "304"], closed: true } };
let world: World;
let onlySlipOn: Someone;
beforeAll(async () => {
  world = await aWorld();
  onlySlipOn = await world.firm(world.dingxiang, "Slip-on Works", ["owner"]);
  await aDeclaredCapability(world, world.supplier, { attributes: makesAll });
  await aDeclaredCapability(world, world.secondSupplier, { attributes: { material: { kind: "any" } }, leadDays: null });
  await aDeclaredCapability(world, onlySlipOn, { attributes: { type: { kind: "set", values: ["SO"], closed: true } } });
  await aDeclaredCapability(world, world.elsewhere, { attributes: makesAll });
});
afterAll(() => world.close());

const outcome = async (call: Promise<unknown>) => {
  try {
    await call;
    return "allowed";
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    return cause instanceof Refusal ? cause.reason.code : String(error);
  }
};
const matchOf = (who: Someone) => world.as(who).procurement.match;
const board = (who: Someone, filter: object = {}) => world.as(who).procurement.request.board(filter);

describe("a published request", () => {
  it("asks whoever could supply it, best first, and keeps the run", async () => {
    const requestId = await aPublishedRequest(world, world.buyer);
    await world.drain();
    const { rows, couldSupply } = await matchOf(world.buyer).invited({ requestId });
    expect(rows.map(({ supplierId }) => supplierId)).toEqual([world.supplier.actor.orgId, world.secondSupplier.actor.orgId]);
    expect(couldSupply).toBe(2);
    for (const { score, explanation } of rows) {
      expect(explanation?.contributions.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score);
    }
    const kinds = async (who: Someone) => (await world.as(who).platform.notification.list({ before: null })).rows.map(({ kind }) => kind);
    expect(await kinds(world.supplier)).toContain("procurement.request.invited");
    expect(await kinds(onlySlipOn)).toEqual([]);
    expect(await kinds(world.elsewhere)).toEqual([]);
  });

  it("gives the same bytes when the run is done again from what was kept, though firms have changed since, and cannot be edited", async () => {
    const requestId = await aPublishedRequest(world, world.buyer);
    await world.drain();
    const { rows: mine } = await world.as(world.supplier).procurement.capability.list();
    const [{ id, version, content }] = mine as [(typeof mine)[number]];
    await world.as(world.supplier).procurement.capability.save({ seen: { id, version }, content: { ...content, leadDays: 400 } });
    type Kept = { need: MatchNeed; figures: TownFigures; candidates: (Omit<Candidate, "supplies"> & { sources: string[] })[] };
    const [run] = await world.asOwner<{ snapshot: Kept; result: unknown }>("select snapshot, result from match_run where request_id = $1", [
      requestId,
    ]);
    if (!run) expect.fail("the run was kept");
    const candidates: Candidate[] = [];
    for (const { sources, ...facts } of run.snapshot.candidates.toReversed()) {
      const supplies = await Promise.all(
        sources.map(async (source) => {
          const [capabilityId, revision] = source.split("@");
          const [row] = await world.asOwner<CapabilityRow>(
            `select c.id, c.town_id as "townId", c.organisation_id as "organisationId", r.status, r.revision, r.content, r.at as "updatedAt", 0 as version
               from capability_revision r join capability c on c.id = r.capability_id where r.capability_id = $1 and r.revision = $2::int`,
            [capabilityId, revision],
          );
          return row ? supplyOf(row).supply : expect.fail(`no revision ${source}`);
        }),
      );
      candidates.push({ ...facts, supplies });
    }
    expect(canonical(runMatch(run.snapshot.need, candidates, run.snapshot.figures))).toBe(canonical(run.result));
    const edit = world
      .town(world.buyer)
      .write((tx) => tx.query("update match_run set rule_set = 'mine' where town_id = $1", [tx.by.townId]));
    await expect(edit).rejects.toThrow();
    const [changed] = (await world.as(world.supplier).procurement.capability.list()).rows;
    await world.as(world.supplier).procurement.capability.save({ seen: { id, version: changed?.version ?? -1 }, content });
  });

  it("tells a firm why it was not asked, what would suffice, and nothing of others (P21)", async () => {
    const requestId = await aPublishedRequest(world, world.buyer);
    await world.drain();
    const mine = await matchOf(onlySlipOn).explain({ requestId });
    expect(mine).toMatchObject({
      invited: false,
      explanation: {
        verdict: "violated",
        score: null,
        lines: [{ shortfalls: expect.arrayContaining([expect.objectContaining({ attribute: "type", asked: "WN", stated: "SO" })]) }],
      },
      fixes: [{ lineNo: 1, way: "declare", attributes: ["type"], enough: true }],
    });
    expect(mine.lowestInvitedScore).toBeGreaterThan(0);
    const answers = superjson.stringify([mine, await matchOf(world.supplier).explain({ requestId }), await board(world.supplier)]);
    for (const other of [world.secondSupplier, world.thirdSupplier]) expect(answers).not.toContain(other.actor.orgId);
    expect(answers).not.toContain("乙锻造厂");
    expect(await outcome(matchOf(world.elsewhere).explain({ requestId }))).toBe("procurement.request.unknown");
    expect(await outcome(matchOf(world.rival).invited({ requestId }))).toBe("procurement.request.unknown");
  });

  it("does not ask who is suspended, shut out by the buyer, or one party with it", async () => {
    await world.asOwner("insert into supplier_block (town_id, buyer_id, supplier_id, reason, at) values ($1, $2, $3, '测试', now())", [
      world.dingxiang.id,
      world.buyer.actor.orgId,
      world.secondSupplier.actor.orgId,
    ]);
    const requestId = await aPublishedRequest(world, world.buyer);
    await world.drain();
    const { rows } = await matchOf(world.buyer).invited({ requestId });
    expect(rows.map(({ supplierId }) => supplierId)).toEqual([world.supplier.actor.orgId]);
    expect((await matchOf(world.secondSupplier).explain({ requestId })).explanation.bar).toBe("not_asked");
    await world.asOwner("delete from supplier_block", []);
  });

  it("shows the province only what its buyer chose, and leaves the market with its close", async () => {
    const requestId = await aPublishedRequest(world, world.buyer, { visibility: "province", buyerHidden: true, note: "内部备注" });
    await aPublishedRequest(world, world.buyer, { title: "只在本镇的需求" });
    await world.drain();
    const market = () => world.as(world.elsewhere).procurement.market.board({});
    const shown = await market();
    expect(shown.rows).toMatchObject([
      { id: requestId, hostTown: world.dingxiang.id, card: { buyer: null, place: "定襄县河边镇" }, match: { verdict: "satisfied" } },
    ]);
    expect(superjson.stringify(shown)).not.toMatch(/内部备注|Buyer Works|采购机械厂|只在本镇/);
    expect((await world.as(world.supplier).procurement.market.board({})).rows).toEqual([]);
    await world.town(world.buyer).write(async (tx) => {
      const [row] = await tx.query<{ version: number }>("select version from purchase_request where id = $1", [requestId]);
      return cancelRequest(tx, { requestId, version: row?.version ?? -1, reasonCode: "need_gone", reasonText: "" });
    });
    await world.drain();
    expect((await market()).rows).toEqual([]);
  });
});

describe("a draft", () => {
  it("is told how many could supply it and what stands in the way, without a name", async () => {
    const { lines, firmDate, delivery } = someTerms();
    const preview = await matchOf(world.buyer).preview({ lines, firmDate, delivery: { regionCode: delivery.regionCode } });
    expect(preview).toMatchObject({ firms: 1, toAsk: 1, looked: 3, more: false, lines: [{ lineNo: 1, satisfied: 1, unknown: 1 }] });
    expect(preview.lines[0]?.reasons).toContainEqual({ attribute: "type", reason: "not_in_closed_set", verdict: "violated", count: 1 });
    expect(superjson.stringify(preview)).not.toContain("org_");
  });
});

describe("the business board", () => {
  it("judges each request for the firm that looks, and can show only what it can make", async () => {
    const requestId = await aPublishedRequest(world, world.buyer, { title: "核电用盲板" }, 20);
    const judged = (rows: Awaited<ReturnType<typeof board>>["rows"]) => rows.find(({ id }) => id === requestId)?.match.verdict;
    expect(judged((await board(world.supplier)).rows)).toBe("satisfied");
    expect(judged((await board(onlySlipOn)).rows)).toBe("violated");
    expect((await board(onlySlipOn, { onlyFits: true })).rows).toEqual([]);
    expect((await board(world.buyer)).rows).toEqual([]);
    expect((await board(world.elsewhere)).rows).toEqual([]);
  });

  it("judges anew as soon as my statement, the request or the buyer's choice has changed", async () => {
    const requestId = await aPublishedRequest(world, world.buyer, { title: "判定随时更新" }, 40);
    const seen = async () => (await board(onlySlipOn, { limit: 50 })).rows.find(({ id }) => id === requestId);
    expect((await seen())?.match.verdict).toBe("violated");
    const [mine] = (await world.as(onlySlipOn).procurement.capability.list()).rows;
    if (!mine) expect.fail("the firm has a statement");
    const { id, version, content } = mine;
    const saved = { ...content, attributes: makesAll };
    const changed = await world.as(onlySlipOn).procurement.capability.save({ seen: { id, version }, content: saved });
    expect((await seen())?.match.verdict).toBe("satisfied");
    await world.asOwner("update purchase_request set terms = jsonb_set(terms, '{title}', '\"改了题目\"') where id = $1", [requestId]);
    expect((await seen())?.title).toBe("改了题目");
    await world.asOwner("insert into supplier_block (town_id, buyer_id, supplier_id, reason, at) values ($1, $2, $3, '测试', now())", [
      world.dingxiang.id,
      world.buyer.actor.orgId,
      onlySlipOn.actor.orgId,
    ]);
    expect((await seen())?.match.bar).toBe("not_asked");
    await world.asOwner("delete from supplier_block", []);
    await world.as(onlySlipOn).procurement.capability.save({ seen: { id, version: changed.version }, content });
    expect((await seen())?.match.verdict).toBe("violated");
  });

  it("finds words of both languages, and two words between which something stands", async () => {
    const requestId = await aPublishedRequest(world, world.buyer, { title: "不锈钢304对焊法兰 stainless" });
    const found = async (text: string) => (await board(world.supplier, { text })).rows.some(({ id }) => id === requestId);
    for (const text of ["不锈钢法兰", "法兰", "法", "STAINLESS", "wn 150", "304"]) expect(await found(text), text).toBe(true);
    for (const text of ["球阀", "'; drop table", "!!!"]) expect(await found(text), text).toBe(false);
  });

  it("pages by the deadline without a gap or a repeat, and says more than a hundred instead of counting", async () => {
    const seen: string[] = [];
    let cursor: Awaited<ReturnType<typeof board>>["next"] = null;
    do {
      const page = await board(world.supplier, { limit: 2, cursor });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null && seen.length < 50);
    const all = (await board(world.supplier, { limit: 50 })).rows.map(({ id }) => id);
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(3);
    expect((await board(world.supplier)).found).toEqual({ count: all.length, more: false });
    expect((await board(world.supplier, { limit: 50, sort: "newest" })).rows.map(({ id }) => id).toSorted()).toEqual(all.toSorted());
  });
});

const anyRange = (values: readonly string[]): fc.Arbitrary<CapabilityRange> =>
  fc.oneof(
    fc.tuple(fc.subarray([...values]), fc.boolean()).map(([some, closed]): CapabilityRange => ({ kind: "set", values: some, closed })),
    fc.constant<CapabilityRange>({ kind: "any" }),
  );
const anyDn: fc.Arbitrary<CapabilityRange> = fc
  .tuple(fc.integer({ min: 10, max: 400 }), fc.integer({ min: 0, max: 400 }))
  .map(([low, more]): CapabilityRange => ({ kind: "interval", low: String(low), high: String(low + more), unit: null }));
const types = ["WN", "SO", "BL"];
const ratings = ["PN16", "PN25", "Class 150"];
const materials = ["20#", "304", "1.4301", "XM-19", "F11"];
const anyAttributes = fc.record(
  { type: anyRange(types), rating: anyRange(ratings), material: anyRange(materials), dn: anyDn },
  { requiredKeys: [] },
);
const anyLine = fc.record(
  {
    type: fc.constantFrom(...types),
    rating: fc.constantFrom(...ratings),
    material: fc.constantFrom(...materials),
    dn: fc.constantFrom("15", "150", "600"),
  },
  { requiredKeys: [] },
);

describe("narrowing in SQL", () => {
  it("may keep too many sources and never loses one that the match keeps", async () => {
    const firm = await world.firm(world.xinghuacun, "Narrow Works", ["owner"]);
    const [many] = fc.sample(fc.array(anyAttributes, { minLength: 150, maxLength: 150 }), { numRuns: 1, seed: 7 });
    const statements = (many ?? []).map((attributes) => statementOf(aStatement({ attributes })));
    const facts = { organisationId: firm.actor.orgId, works: null, leadDays: null, evidence: 40 };
    await world.town(firm).write(async (tx) => {
      for (const [at, statement] of statements.entries()) await replaceSlots(tx, `capa_test${at}`, rowsOf(statement, facts));
    });
    const lines = fc.sample(anyLine, { numRuns: 40, seed: 11 });
    let dropped = 0;
    for (const values of lines) {
      const on = LocalDate.parse("2026-11-23");
      const need = needOf(someTerms({}, values), on);
      const kept = await world.town(firm).read((tx) => narrow(tx, need));
      for (const [at, statement] of statements.entries()) {
        const { verdict } = match(need.lines[0]?.requirements ?? [], statement, on);
        if (verdict !== "violated") expect([...kept.keys()], JSON.stringify([values, statement.attributes])).toContain(`capa_test${at}`);
        else if (!kept.has(`capa_test${at}`)) dropped += 1;
      }
    }
    expect(dropped).toBeGreaterThan(500);
  });

  it("reads the covering index and nothing else", async () => {
    await world.asOwner(
      `insert into supply_slot (town_id, family, slot1, slot2, slot3, size_low, size_high, source, row_no, organisation_id, region_code, lead_days, evidence, free_share)
       select $1, 'flange', (array['WN', 'SO', 'BL', '*'])[1 + n % 4], (array['PN16', 'PN25', 'Class 150'])[1 + n % 3], '*', 15, 300 + n % 300, 'capa_' || n, 0, 'org_' || n % 500, '140921', 20, 40, -1
         from generate_series(1, 20000) as n`,
      [world.xinghuacun.id],
    );
    await world.asOwner("vacuum analyze supply_slot", []);
    const plan = await world.town(world.elsewhere).read(async (tx) => {
      const { sql, params } = narrowingSql({ family: "flange", slots: ["wn", "pn16", null], size: { low: 150, high: 151 } });
      return tx.query<{ "QUERY PLAN": string }>("explain", `explain (costs off) ${sql}`, [tx.by.townId, "flange", ...params]);
    });
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
    expect(text).toContain("Index Only Scan using supply_slot_covering");
    expect(text).not.toContain("Seq Scan");
  });
});
