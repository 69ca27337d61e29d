import { buildBoard } from "../../../packages/api/src/modules/town/board.table.ts";
import { boardInput, boardOf, rowsSql } from "../../../packages/api/src/modules/town/board.views.ts";
import { publishedTable } from "../../../packages/api/src/modules/town/publication.usecases.ts";
import type { ReadTx } from "../../../packages/api/src/platform/tx.ts";
import { newId, openTown } from "../../../packages/db/src/index.ts";
import { type FreshDatabase, freshDatabaseOn, type TestServer } from "../../../packages/db/src/testing.ts";
import { type Definition, firstDefinitions, Quarter, quarterPlus, Definition as Schema } from "../../../packages/domain-town/src/index.ts";
import { OrgId, PersonId, TownId } from "../../../packages/kernel/src/index.ts";
import { seeded } from "../support/chance.ts";
import { percentile, print, round } from "../support/figures.ts";

const [towns, quarters, indicators, rounds, warm] = [92, 12, 30, 12, 3];
const newest = Quarter.parse("2026-Q3");
const shown = Array.from({ length: quarters }, (_, at) => quarterPlus(newest, at - quarters + 1));
const chance = seeded();

/** Twelve indicators beside the eighteen that a province starts with. */
const added: readonly Definition[] = Array.from({ length: indicators - firstDefinitions.length }, (_, n) =>
  Schema.parse({
    ...firstDefinitions.find(({ key }) => key === "exports"),
    key: `bench_${n}`,
    nameZh: `基准指标${n}`,
    nameEn: `Bench indicator ${n}`,
    validFrom: "2020-Q1",
  }),
);

/** A figure as towns hand them in: some few have one dominant firm or hardly any, and are hidden. */
function figureOf(town: string, quarter: string, { key, version, formula }: Definition) {
  const amount = 1_000_000 + Math.floor(chance() * 900_000_000);
  const [small, dominant] = [chance() < 0.03, chance() < 0.03];
  const [largest, isRatio] = [dominant ? 0.85 : 0.05 + chance() * 0.2, formula.kind === "ratio"];
  return {
    town,
    quarter,
    key,
    version,
    numerator: amount,
    denominator: isRatio ? amount * 3 : 1,
    contributors: small ? 2 : 3 + Math.floor(chance() * 60),
    largest: Math.floor(amount * largest),
    largestTwo: Math.floor(amount * Math.min(largest * 1.6, 0.9)),
  };
}

const figuresSql = `
  insert into figure (town_id, reporting_town, quarter, submission, key, period, version, revision, state, numerator, denominator, contributors, largest,
         largest_two, like_now, like_before, inputs_hash, at)
  select $1, f.town, f.quarter, 1, f.key, p.period, f.version, 1, 'value', f.numerator, f.denominator, f.contributors, f.largest, f."largestTwo",
         f.numerator, f.numerator * 0.9, md5(f.town || f.key || f.quarter), now()
    from jsonb_to_recordset($2::jsonb) as f(town text, quarter text, key text, version int, numerator numeric, denominator numeric, contributors int,
         largest numeric, "largestTwo" numeric),
         lateral (select f.quarter as period union all
                  select left(f.quarter, 5) || lpad((right(f.quarter, 1)::int * 3 - m)::text, 2, '0') from generate_series(0, 2) m where f.key = any($3)) p`;

async function lay(fresh: FreshDatabase, province: string): Promise<void> {
  const ids = Array.from({ length: towns }, () => newId("town"));
  await fresh.asOwner(
    `insert into town (id, slug, kind, name_zh, name_en, county_code, city_zh, category, pack, state, connected, rules, created_at)
     select t.id, 'bench-' || t.n, 'town', '基准镇' || t.n, 'Bench ' || t.n, '140921', '忻州市', 'test', 'generic', 'open', true, '{}'::jsonb, now()
       from unnest($1::text[]) with ordinality t(id, n)`,
    [ids],
  );
  await fresh.asOwner(
    "insert into indicator_definition (key, version, content, defined_by, at) select d->>'key', 1, d, $2, now() from jsonb_array_elements($1::jsonb) d",
    [JSON.stringify(added), newId("pers")],
  );
  await fresh.asOwner(
    `insert into report (town_id, id, reporting_town, quarter, state, revision, submission, locked_submission, expected, checked, missing, submitted_by, submitted_at,
            approved_by, approved_at, accepted_by, accepted_at, locked_at)
     select $1, 'rprt_' || lpad((t.n * 100 + q.n)::text, 26, '0'), t.id, q.quarter, 'locked', 1, 1, 1, 60, 55, '[]', $4, now(), $5, now(), $5, now(), now()
       from unnest($2::text[]) with ordinality t(id, n), unnest($3::text[]) with ordinality q(quarter, n)`,
    [province, ids, shown, newId("pers"), newId("pers")],
  );
  const definitions = [...firstDefinitions, ...added];
  const monthly = definitions.filter(({ grain }) => grain === "month").map(({ key }) => key);
  for (const quarter of shown) {
    const rows = ids.flatMap((town) => definitions.map((definition) => figureOf(town, quarter, definition)));
    await fresh.asOwner(figuresSql, [province, JSON.stringify(rows), monthly]);
  }
  for (const table of ["figure", "report", "town"]) await fresh.asOwner(`vacuum analyze ${table}`);
}

type Reader = <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>;

/** All quarters but the newest were published, one after the other, as the office does it. */
async function publishAll(fresh: FreshDatabase, province: string, read: Reader): Promise<void> {
  for (const quarter of shown.slice(0, -1)) {
    const table = await read(async (tx) => {
      const board = await boardOf(tx, quarter);
      return publishedTable(
        board,
        quarter,
        board.towns.map(({ id }) => ({ reportingTown: id, revision: 1, submission: 1 })),
      );
    });
    await fresh.asOwner(`insert into publication (town_id, id, quarter, content, "by", at) values ($1, $2, $3, $4::jsonb, $5, now())`, [
      province,
      newId("publ"),
      quarter,
      JSON.stringify(table),
      newId("pers"),
    ]);
  }
  await fresh.asOwner("vacuum analyze publication");
}

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let done = 0; done < rounds + warm; done += 1) {
    const began = performance.now();
    await work();
    if (done >= warm) times.push(performance.now() - began);
  }
  return times;
}

async function plan(fresh: FreshDatabase, province: string): Promise<void> {
  const lines = await fresh.asOwner<{ "QUERY PLAN": string }>(`explain (analyze, buffers, costs off) ${rowsSql}`, [
    province,
    shown[0],
    newest,
  ]);
  process.stderr.write(`${lines.map((line) => line["QUERY PLAN"]).join("\n")}\n`);
}

async function figures(fresh: FreshDatabase, province: string, read: Reader): Promise<void> {
  const size = { towns, quarters, indicators, rounds };
  const from = shown[0];
  const bare = await timed(() => fresh.asOwner(rowsSql, [province, from, newest]));
  const quarter = await timed(() => read((tx) => boardOf(tx, newest)));
  const input = await read((tx) => boardInput(tx, newest));
  const built = await timed(async () => buildBoard(input));
  const year = await timed(() => read((tx) => boardOf(tx, "2026" as never)));
  const tell = (name: string, times: readonly number[], more: object = {}) =>
    print(`board.province.${name}`, { ...size, p50: percentile(times, 0.5), p95: percentile(times, 0.95), ...more });
  const ratio = (times: readonly number[]) => round(percentile(times, 0.5) / percentile(bare, 0.5), 1);
  tell("bare", bare, { what: "the figures' rows by one statement, without a table made of them" });
  tell("rules", built, { what: "growth, sums and what must be hidden, without the database", rows: input.rows.length });
  tell("quarter", quarter, { timesBare: ratio(quarter), goal: { p95: 1_000 } });
  tell("year", year, { timesBare: ratio(year) });
}

export async function provinceBoard(server: TestServer): Promise<void> {
  const province = TownId.parse(newId("town"));
  const by = { townId: province, orgId: OrgId.parse(newId("org")), personId: PersonId.parse(newId("pers")) };
  const fresh = await freshDatabaseOn(server);
  try {
    const database = await fresh.open();
    await lay(fresh, province);
    const read: Reader = (work) => openTown(database, by).read((tx) => work(tx as ReadTx));
    await publishAll(fresh, province, read);
    if (process.argv.includes("--plans")) await plan(fresh, province);
    await figures(fresh, province, read);
  } finally {
    await fresh.drop();
  }
}
