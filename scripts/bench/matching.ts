// Times the match of one request of 20 lines against many statements of capability, stage by stage, on a PostgreSQL of its own.
import { someTerms } from "../../packages/api/src/modules/procurement/capability.fixtures.ts";
import { narrow, needOf, suppliesBy, tieOf } from "../../packages/api/src/modules/procurement/match.facts.ts";
import { rowsOf } from "../../packages/api/src/modules/procurement/supply.store.ts";
import type { ReadTx } from "../../packages/api/src/platform/tx.ts";
import { type Database, newId, openTown } from "../../packages/db/src/index.ts";
import { type FreshDatabase, freshDatabaseOn, testServer } from "../../packages/db/src/testing.ts";
import { type Candidate, CapabilityContent, type MatchNeed, runMatch, statementOf } from "../../packages/domain-procurement/src/index.ts";
import { LocalDate, OrgId, PersonId, TownId } from "../../packages/kernel/src/index.ts";
import { seeded } from "./support/chance.ts";
import { full, percentile, print, round, wanted } from "./support/figures.ts";

const only = process.argv.find((word) => word.startsWith("--size="))?.slice("--size=".length);
const sizes = only === undefined ? [10_000, 100_000, ...(full ? [1_000_000] : [])] : [Number(only)];
const rounds = 15;
const warmRounds = 3;

const chance = seeded();
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

const columns = {
  capability: "town_id, family, status, revision, content, updated_at, version",
  supply_slot: "town_id, family, slot1, slot2, slot3, size_low, size_high, row_no, region_code, lead_days, evidence, free_share",
};
const differing = 100_000;

/**
 * Lays statements and their narrow rows, some thousands at a time. A hundred thousand differ; beyond that they are repeated under other firms, by
 * the database, before its indexes are made.
 */
async function lay(fresh: FreshDatabase, townId: string, statements: number): Promise<number> {
  await layDiffering(fresh, townId, Math.min(statements, differing));
  if (statements > differing) await repeat(fresh, Math.ceil(statements / differing) - 1);
  for (const table of ["supply_slot", "capability"]) await fresh.asOwner(`vacuum analyze ${table}`);
  const [counted] = await fresh.asOwner<{ count: number }>("select count(*)::int as count from supply_slot");
  return counted?.count ?? 0;
}

async function repeat(fresh: FreshDatabase, times: number): Promise<void> {
  const made = await fresh.asOwner<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'supply_slot'::regclass and not indisprimary`,
  );
  for (const { name } of made) await fresh.asOwner(`drop index ${name}`);
  await fresh.asOwner("alter table supply_slot disable trigger all");
  for (let time = 1; time <= times; time += 1) {
    await fresh.asOwner(
      `insert into capability (${columns.capability}, id, organisation_id)
       select ${columns.capability}, id || '${time}', organisation_id || '${time}' from capability where length(id) = $1`,
      [newId("capa").length],
    );
    await fresh.asOwner(
      `insert into supply_slot (${columns.supply_slot}, source, organisation_id)
       select ${columns.supply_slot}, source || '${time}', organisation_id || '${time}' from supply_slot where length(source) = $1`,
      [newId("capa").length],
    );
  }
  for (const { definition } of made) await fresh.asOwner(definition);
}

async function layDiffering(fresh: FreshDatabase, townId: string, statements: number): Promise<void> {
  const portion = 5_000;
  for (let from = 0; from < statements; from += portion) {
    const firms = Array.from({ length: Math.min(portion, statements - from) }, () => ({
      id: newId("capa"),
      orgId: newId("org"),
      content: content(),
    }));
    await fresh.asOwner(
      `insert into capability (town_id, id, organisation_id, family, status, revision, content, updated_at, version)
       select $1, c.id, c."orgId", 'flange', 'declared', 1, c.content, now(), 0 from jsonb_to_recordset($2::jsonb) as c(id text, "orgId" text, content jsonb)`,
      [townId, JSON.stringify(firms.map(({ content: statement, ...firm }) => ({ ...firm, content: { statement, verification: null } })))],
    );
    const rows = firms.flatMap(({ id, orgId, content: words }) =>
      rowsOf(statementOf(words), { organisationId: orgId, works: words.works, leadDays: words.leadDays, evidence: 40 }).map(
        (row, rowNo) => ({ ...row, rowNo, source: id }),
      ),
    );
    await fresh.asOwner(
      `insert into supply_slot (town_id, family, slot1, slot2, slot3, size_low, size_high, source, row_no, organisation_id, region_code, lead_days, evidence, free_share)
       select $1, r.family, r.slot1, r.slot2, r.slot3, r."sizeLow", r."sizeHigh", r.source, r."rowNo", r."organisationId", r."regionCode", r."leadDays", r.evidence, -1
         from jsonb_to_recordset($2::jsonb) as r(family text, slot1 text, slot2 text, slot3 text, "sizeLow" int, "sizeHigh" int, source text, "rowNo" int,
              "organisationId" text, "regionCode" text, "leadDays" int, evidence int)`,
      [townId, JSON.stringify(rows)],
    );
  }
}

const needOfLines = (count: number): MatchNeed => {
  const lines = Array.from({ length: count }, (_, at) => {
    const values = { type: pick(types), dn: pick(["50", "100", "150", "300"]), rating: pick(ratings), material: pick(materials) };
    return someTerms({}, values).lines.map((line) => ({ ...line, lineNo: at + 1 }));
  });
  return needOf({ ...someTerms(), lines: lines.flat() }, LocalDate.parse("2026-11-23"));
};

const figures = { onTime: { n: 1, d: 2 }, claims: { n: 0, d: 1 }, medianInvitations: 0 };
const firmOf = (orgId: OrgId, supplies: Candidate["supplies"]): Candidate => ({
  orgId,
  supplies,
  record: { finished: 0, onTime: 0, claims: 0 },
  invitations30: 0,
  tie: tieOf("bench", orgId),
  bar: null,
});

type Timed = { narrow: number; load: number; decide: number; cpu: number; kept: number; candidates: number; top: readonly string[] };

/** The stages of a run, and the best twenty with their explanations. */
async function once(database: Database, by: Parameters<typeof openTown>[1], need: MatchNeed): Promise<Timed> {
  return openTown(database, by).read(async (plain) => {
    const tx = plain as ReadTx;
    const before = process.cpuUsage();
    const t0 = performance.now();
    const lines = await narrow(tx, need);
    const t1 = performance.now();
    const supplies = await suppliesBy(tx, { sources: [...lines.keys()].sort() });
    const t2 = performance.now();
    const firms = [...supplies].map(([orgId, held]) => firmOf(orgId, held));
    const { candidates, explanations } = runMatch(need, firms, figures, (source, lineNo) => lines.get(source)?.has(lineNo) ?? false);
    const t3 = performance.now();
    const { user, system } = process.cpuUsage(before);
    const top = explanations.slice(0, 20).map(({ orgId }) => orgId);
    return {
      narrow: t1 - t0,
      load: t2 - t1,
      decide: t3 - t2,
      cpu: (user + system) / 1000,
      kept: lines.size,
      candidates: candidates.length,
      top,
    };
  });
}

const portion = 50_000;

/**
 * The same best twenty when every statement of the town is judged, without narrowing: the exact answer. A portion at a time against the best
 * of those before, because firms are ranked one by one and a million of them would take the machine's memory.
 */
async function exactTop(fresh: FreshDatabase, database: Database, by: Parameters<typeof openTown>[1], need: MatchNeed) {
  const sources = (await fresh.asOwner<{ id: string }>("select id from capability order by id")).map(({ id }) => id);
  let best: readonly Candidate[] = [];
  let top: readonly OrgId[] = [];
  for (let from = 0; from < sources.length; from += portion) {
    const supplies = await openTown(database, by).read((plain) =>
      suppliesBy(plain as ReadTx, { sources: sources.slice(from, from + portion) }),
    );
    const firms = [...best, ...[...supplies].map(([orgId, held]) => firmOf(orgId, held))];
    top = runMatch(need, firms, figures)
      .explanations.slice(0, 20)
      .map(({ orgId }) => orgId);
    best = firms.filter(({ orgId }) => top.includes(orgId));
  }
  return top;
}

async function bench(server: Awaited<ReturnType<typeof testServer>>, statements: number): Promise<void> {
  const by = { townId: TownId.parse(newId("town")), orgId: OrgId.parse(newId("org")), personId: PersonId.parse(newId("pers")) };
  const fresh = await freshDatabaseOn(server);
  try {
    const database = await fresh.open();
    const slotRows = await lay(fresh, by.townId, statements);
    // Twenty lines against a million statements leave most of them as candidates; no town has a tenth of them.
    const lines = statements <= 100_000 ? 20 : 1;
    const need = needOfLines(lines);
    const times: Timed[] = [];
    for (let done = 0; done < rounds + warmRounds; done += 1) {
      const timed = await once(database, by, need);
      if (done >= warmRounds) times.push(timed);
    }
    const stage = (name: string, of: (timed: Timed) => number, more: object = {}) => {
      const all = times.map(of);
      print(`matching.${name}`, {
        statements,
        lines,
        rounds: all.length,
        p50: percentile(all, 0.5),
        p95: percentile(all, 0.95),
        ...more,
      });
    };
    const [last] = times;
    stage("narrow", ({ narrow: ms }) => ms, { slotRows, kept: last?.kept });
    stage("load", ({ load }) => load);
    stage("decide", ({ decide }) => decide, { candidates: last?.candidates });
    const exact = await exactTop(fresh, database, by, need);
    const recall = { recall: round(exact.filter((orgId, at) => last?.top[at] === orgId).length / exact.length) };
    // The time of the process itself, without what it waits for: the sturdy figure on a machine that others use too.
    stage("cpu", ({ cpu }) => cpu);
    stage("top20", (timed) => timed.narrow + timed.load + timed.decide, { ...recall, goal: { p95: 500, statements: 10_000 } });
  } finally {
    await fresh.drop();
  }
}

if (["matching.narrow", "matching.load", "matching.decide", "matching.cpu", "matching.top20"].some(wanted)) {
  const server = await testServer();
  try {
    for (const size of sizes) await bench(server, size);
  } finally {
    await server.stop();
  }
}
