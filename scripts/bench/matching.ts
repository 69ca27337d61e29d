// Times the match of one request of 20 lines against many statements of capability, on a PostgreSQL of its own. One JSON line a figure.
//   npx tsx scripts/bench/matching.ts [statements=10000] [rounds=15]

import { someTerms } from "../../packages/api/src/modules/procurement/capability.fixtures.ts";
import { narrow, narrowingSql, needOf, suppliesBy, tieOf } from "../../packages/api/src/modules/procurement/match.facts.ts";
import { rowsOf } from "../../packages/api/src/modules/procurement/supply.store.ts";
import type { ReadTx } from "../../packages/api/src/platform/tx.ts";
import { newId, openTown } from "../../packages/db/src/index.ts";
import { freshDatabaseOn, testServer } from "../../packages/db/src/testing.ts";
import { CapabilityContent, type MatchNeed, narrowingOf, runMatch, statementOf } from "../../packages/domain-procurement/src/index.ts";
import { LocalDate, OrgId, PersonId, TownId } from "../../packages/kernel/src/index.ts";
import { familyOf } from "../../packages/spec/src/index.ts";

const [statements = 10_000, rounds = 15] = process.argv.slice(2).map(Number);

/** Mulberry32: the same seed gives the same town. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const chance = seeded(20_261_123);
const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
const some = <T>(from: readonly T[], share: number): T[] => {
  const found = from.filter(() => chance() < share);
  return found.length > 0 ? found : [pick(from)];
};
const types = ["WN", "SO", "PL", "BL", "SW", "TH", "LJ", "IF"];
const ratings = ["PN6", "PN10", "PN16", "PN25", "PN40", "PN63", "PN100", "Class 150", "Class 300", "Class 600"];
const materials = ["304", "304L", "316", "316L", "321", "2205", "20#", "Q235B", "Q355B", "16Mn", "A105", "A350 LF2"];
const set = (values: string[], closed: boolean) => ({ kind: "set" as const, values, closed });

const content = () =>
  CapabilityContent.parse({
    family: "flange",
    pack: "flange@1.0.0",
    attributes: {
      type: set(some(types, 0.4), chance() < 0.8),
      rating: set(some(ratings, 0.4), chance() < 0.8),
      material: set(some(materials, 0.3), chance() < 0.8),
      dn: { kind: "interval", low: "15", high: pick(["300", "600", "1200"]), unit: null },
    },
    complete: false,
    documents: [],
    leadDays: 10 + Math.floor(chance() * 40),
    free: null,
    works: "140921",
    validTo: null,
    note: "",
  });

const town = { id: TownId.parse(newId("town")) };
const by = { townId: town.id, orgId: OrgId.parse(newId("org")), personId: PersonId.parse(newId("pers")) };
const server = await testServer();
const fresh = await freshDatabaseOn(server);
const database = await fresh.open();
const print = (figure: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(figure)}\n`);
const say = (scenario: string, times: readonly number[], more: Record<string, unknown> = {}) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
  print({ scenario, statements, rounds: times.length, p50: at(0.5), p95: at(0.95), ...more });
};

try {
  const firms = Array.from({ length: statements }, () => ({ id: newId("capa"), orgId: newId("org"), content: content() }));
  const capabilities = firms.map(({ id, orgId, content: words }) => ({ id, orgId, content: { statement: words, verification: null } }));
  await fresh.asOwner(
    `insert into capability (town_id, id, organisation_id, family, status, revision, content, updated_at, version)
     select $1, c.id, c."orgId", 'flange', 'declared', 1, c.content, now(), 0 from jsonb_to_recordset($2::jsonb) as c(id text, "orgId" text, content jsonb)`,
    [town.id, JSON.stringify(capabilities)],
  );
  const rows = firms.flatMap(({ id, orgId, content: words }) =>
    rowsOf(statementOf(words), { organisationId: orgId, works: words.works, leadDays: words.leadDays, evidence: 40 }).map((row, rowNo) => ({
      ...row,
      rowNo,
      source: id,
    })),
  );
  for (let from = 0; from < rows.length; from += 50_000) {
    await fresh.asOwner(
      `insert into supply_slot (town_id, family, slot1, slot2, slot3, size_low, size_high, source, row_no, organisation_id, region_code, lead_days, evidence, free_share)
       select $1, r.family, r.slot1, r.slot2, r.slot3, r."sizeLow", r."sizeHigh", r.source, r."rowNo", r."organisationId", r."regionCode", r."leadDays", r.evidence, -1
         from jsonb_to_recordset($2::jsonb) as r(family text, slot1 text, slot2 text, slot3 text, "sizeLow" int, "sizeHigh" int, source text, "rowNo" int,
              "organisationId" text, "regionCode" text, "leadDays" int, evidence int)`,
      [town.id, JSON.stringify(rows.slice(from, from + 50_000))],
    );
  }
  await fresh.asOwner("vacuum analyze supply_slot", []);
  await fresh.asOwner("vacuum analyze capability", []);

  const lines = Array.from({ length: 20 }, (_, at) => {
    const values = { type: pick(types), dn: pick(["50", "100", "150", "300"]), rating: pick(ratings), material: pick(materials) };
    return someTerms({}, values).lines.map((line) => ({ ...line, lineNo: at + 1 }));
  }).flat();
  const need: MatchNeed = needOf({ ...someTerms(), lines }, LocalDate.parse("2026-11-23"));
  const times = { narrow: [] as number[], load: [] as number[], decide: [] as number[], whole: [] as number[] };
  let kept = 0;
  let candidates = 0;
  for (let round = 0; round < rounds + 2; round += 1) {
    await openTown(database, by).read(async (plain) => {
      const tx = plain as ReadTx;
      const t0 = performance.now();
      const lines = await narrow(tx, need);
      const sources = [...lines.keys()].sort();
      const t1 = performance.now();
      const supplies = await suppliesBy(tx, { sources });
      const t2 = performance.now();
      const figures = { onTime: { n: 1, d: 2 }, claims: { n: 0, d: 1 }, medianInvitations: 0 };
      const firmsNow = [...supplies].map(([orgId, held]) => ({
        orgId,
        supplies: held,
        record: { finished: 0, onTime: 0, claims: 0 },
        invitations30: 0,
        tie: tieOf("bench", orgId),
        bar: null,
      }));
      const result = runMatch(need, firmsNow, figures, (source, lineNo) => lines.get(source)?.has(lineNo) ?? false);
      const t3 = performance.now();
      kept = sources.length;
      candidates = result.candidates.length;
      // The first two rounds warm plans, caches and the compiler.
      if (round < 2) return;
      times.narrow.push(t1 - t0);
      times.load.push(t2 - t1);
      times.decide.push(t3 - t2);
      times.whole.push(t3 - t0);
    });
  }
  print({ scenario: "matching.rows", statements, slotRows: rows.length });
  say("matching.narrow.20lines", times.narrow, { kept });
  say("matching.load", times.load);
  say("matching.decide", times.decide, { candidates });
  say("matching.whole.20lines", times.whole, { goal: 500 });
  const [first] = need.lines;
  if (first) {
    const { sql, params } = narrowingSql(narrowingOf(first, familyOf(first.family)));
    const plan = await openTown(database, by).read((tx) =>
      tx.query<{ "QUERY PLAN": string }>("explain", `explain (analyze, buffers) ${sql}`, [town.id, first.family, ...params]),
    );
    print({ scenario: "matching.plan", plan: plan.map((row) => row["QUERY PLAN"]) });
  }
} finally {
  await fresh.drop();
  await server.stop();
}
