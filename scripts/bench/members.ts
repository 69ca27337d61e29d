// The list of members and its search over HTTP against the built server: 5,500 in one town, then 506,000 in 92 towns, each beside the same
// statements bare. `npm run bench -- --file=members`; needs `npm run build` before (bench.mjs does).
import { searchQuery } from "../../packages/api/src/platform/search-query.ts";
import { searchWords } from "../../packages/api/src/platform/search-words.ts";
import { newId } from "../../packages/db/src/index.ts";
import { freshDatabaseOn, type TestServer, testServer } from "../../packages/db/src/testing.ts";
import { defaultTownRules } from "../../packages/domain-town/src/index.ts";
import { type Bare, type Laid, run } from "./scenarios/scene.ts";
import { answerTo, type Desk, query, signUp } from "./support/caller.ts";
import { seeded } from "./support/chance.ts";
import { round, wanted } from "./support/figures.ts";
import { parentOf, startProduct } from "./support/processes.ts";
import type { BenchTown } from "./support/town.ts";

const perTown = 5_500;
const only = process.argv.find((word) => word.startsWith("--towns="))?.slice("--towns=".length);
const townCounts = only === undefined ? [1, 92] : [Number(only)];
const connections = 8;

const chance = seeded();
const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
const places = ["定襄", "忻州", "晋昌", "宏道", "季庄", "受录", "南王", "神山", "杨芳", "河边"];
const brands = ["恒泰", "鑫源", "双环", "金瑞", "天宝", "昊坤", "龙跃", "管家", "东信", "永鑫", "瑞德", "宝隆", "建邦", "国锐", "冠力"];
const trades = ["法兰锻造", "锻件", "管件", "机械", "环锻", "风电法兰", "紧固件", "铸造"];
const surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡"];
const states = [...Array.from({ length: 16 }, () => "active"), "applied", "under_review", "suspended", "rejected"];

/** One town's members; every town has the like of them. One in five hundred is called Ouyang. */
const members = Array.from({ length: perTown }, (_, n) => {
  const nameZh = `${pick(places)}${pick(brands)}${pick(trades)}有限公司`;
  const nameEn = `Bench Works ${n}`;
  const number = `91140921BENCH${String(n).padStart(5, "0")}`;
  const contact = { name: n % 500 === 7 ? "欧阳基准" : `${pick(surnames)}${pick(surnames)}`, phone: "0350-1234567", email: null };
  const legalRepresentative = `${pick(surnames)}${pick(surnames)}`;
  const mainProducts = pick(["带颈对焊法兰", "平焊法兰", "风电法兰", "锻造圆环", ""]);
  const file = {
    source: "application",
    nameZh,
    nameEn,
    country: "CN",
    number,
    address: "工业园基准路1号",
    regionCode: "140921",
    legalRepresentative,
    mainProducts,
    contact,
    licence: null,
    shownExactly: false,
    consentEdition: "2026-1",
  };
  return {
    n,
    nameZh,
    file,
    state: states[n % states.length],
    kind: n % 25 === 3 ? "carrier" : "firm",
    words: searchWords(nameZh, nameEn, number, mainProducts, legalRepresentative, contact.name),
  };
});

type Towns = BenchTown & { readonly administrationId: string };

async function layTowns(server: TestServer, towns: number): Promise<Towns> {
  const fresh = await freshDatabaseOn(server);
  const put = (sql: string, params: readonly unknown[] = []) => fresh.asOwner(sql, params);
  const made = Array.from({ length: towns }, (_, n) => ({ id: newId("town"), office: newId("org"), slug: `bench-${n}` }));
  await put(
    `insert into town (id, slug, kind, name_zh, name_en, county_code, city_zh, category, pack, state, connected, administration_id, rules, created_at)
     select t.id, t.slug, 'town', '基准镇', 'Bench', '140921', '忻州市', 'test', 'flange', 'open', true, t.office, $2::jsonb, '2026-01-01'
       from jsonb_to_recordset($1::jsonb) as t(id text, office text, slug text)`,
    [JSON.stringify(made), JSON.stringify(defaultTownRules)],
  );
  await put(
    `insert into organisation (id, country, number, name_zh, code_state, home_town, created_at)
     select t.office, 'CN', 'BENCH' || t.slug, '基准镇管理办公室', 'sound', t.id, '2026-01-01' from jsonb_to_recordset($1::jsonb) as t(id text, office text, slug text)`,
    [JSON.stringify(made)],
  );
  await put("create table bench_member (n int, name text, file jsonb, state text, kind text, words text)");
  await put(
    `insert into bench_member select m.n, m."nameZh", m.file, m.state, m.kind, m.words
       from jsonb_to_recordset($1::jsonb) as m(n int, "nameZh" text, file jsonb, state text, kind text, words text)`,
    [JSON.stringify(members)],
  );
  await put("drop index membership_search");
  for (const [at, { id }] of made.entries()) {
    await put(
      `insert into membership (town_id, id, organisation_id, kind, state, file, applied_by, applied_at, name_zh, words)
       select $1, 'memb_' || lpad(($2::int * ${perTown} + n)::text, 26, '0'), 'org_' || lpad(($2::int * ${perTown} + n)::text, 26, '0'), kind, state, file, 'pers_bench',
              timestamptz '2026-01-01' + n * interval '1 hour', name, words from bench_member`,
      [id, at],
    );
  }
  await put("create index membership_search on membership using gin (search)");
  await put("vacuum analyze membership");
  const [town] = made;
  if (!town) throw new Error("no town");
  return { fresh, townId: town.id, administrationId: town.office, ownerUrl: fresh.ownerUrl, drop: () => fresh.drop() };
}

const columns = `id, organisation_id, name_zh, file->>'nameEn', file->>'number', kind, state, visiting, code_warned, waiting_for, suspended_until, applied_at`;
const page = (where: string, order: string) =>
  `select ${columns} from membership where town_id = $1 and ${where} order by ${order} limit 31`;
const count = (where: string) => `select count(*) from (select 1 from membership where town_id = $1 and ${where} limit 1001) few`;

type Asked = { readonly name: string; readonly input: object; readonly where: string; readonly order: string; readonly text?: string };
const found = "search @@ $2::tsquery";
const lists: readonly Asked[] = [
  { name: "members.list", input: { state: "active", sort: "newest" }, where: "state = 'active'", order: "applied_at desc, id desc" },
  { name: "members.by_name", input: { state: "all", sort: "name" }, where: "kind <> 'administration'", order: "name_zh, id" },
  {
    name: "members.filtered",
    input: { state: "active", kind: "carrier", sort: "newest" },
    where: "state = 'active' and kind = 'carrier'",
    order: "applied_at desc, id desc",
  },
  {
    name: "members.search.frequent",
    input: { state: "all", sort: "name", text: "法兰" },
    text: "法兰",
    where: found,
    order: "name_zh, id",
  },
  { name: "members.search.name", input: { state: "all", sort: "name", text: "昊坤" }, text: "昊坤", where: found, order: "name_zh, id" },
  { name: "members.search.person", input: { state: "all", sort: "name", text: "欧阳" }, text: "欧阳", where: found, order: "name_zh, id" },
  {
    name: "members.search.number",
    input: { state: "all", sort: "name", text: "91140921BENCH012" },
    text: "91140921BENCH012",
    where: found,
    order: "name_zh, id",
  },
];

type Page = { rows: { id: string }[]; next: unknown };

/** The share of the true answer that comes, and nothing else: told by looking into every row. */
async function recallOf(scene: Laid, desk: Desk, { input, text }: Asked): Promise<object> {
  if (text === undefined) return {};
  const truth = await scene.town.fresh.asOwner<{ id: string }>(
    "select id from membership where town_id = $1 and (file::text ilike $2) order by name_zh, id limit 500",
    [scene.town.townId, `%${text}%`],
  );
  const ids: string[] = [];
  for (let after: unknown = null; ; ) {
    const answer: Page = await answerTo<Page>(
      scene.product,
      query(scene.product, desk, "town.membership.list", { ...input, limit: 100, after }),
    );
    ids.push(...answer.rows.map(({ id }) => id));
    after = answer.next;
    if (after === null || ids.length >= 500) break;
  }
  const right = ids.slice(0, 500).filter((id, at) => truth[at]?.id === id).length;
  return { recall: round(right / Math.max(truth.length, Math.min(ids.length, 500))), of: truth.length };
}

async function scenesOf(town: Towns, towns: number): Promise<void> {
  const product = await startProduct(town.ownerUrl);
  try {
    const { personId, cookie } = await signUp(product, "administrator");
    await town.fresh.asOwner(
      "insert into seat (id, person_id, organisation_id, roles, state, opened_at) values ($1, $2, $3, array['town_administrator'], 'active', now())",
      [newId("seat"), personId, town.administrationId],
    );
    const desk: Desk = { personId, cookie, workspace: `${town.townId}/${town.administrationId}` };
    const [launcher] = await town.fresh.asOwner<{ pid: number }>("select pid from pg_stat_activity where backend_type = 'checkpointer'");
    const scene: Laid = { product, town, size: towns * perTown, postmaster: parentOf(launcher?.pid ?? 0) };
    for (const asked of lists) {
      if (!wanted(asked.name)) continue;
      const call = query(product, desk, "town.membership.list", asked.input);
      const bare: Bare = {
        texts: [page(asked.where, asked.order), count(asked.where)],
        values: [town.townId, ...(asked.text === undefined ? [] : [`'${town.townId}' & ${searchQuery(asked.text, { beginnings: true })}`])],
      };
      await run(scene, {
        name: asked.name,
        connections,
        next: () => call,
        bare,
        goal: { p99: 60 },
        more: { towns, ...(await recallOf(scene, desk, asked)) },
      });
    }
  } finally {
    await product.stop();
  }
}

if (lists.some(({ name }) => wanted(name))) {
  const server = await testServer();
  try {
    for (const towns of townCounts) {
      const town = await layTowns(server, towns);
      try {
        await scenesOf(town, towns);
      } finally {
        await town.drop();
      }
    }
  } finally {
    await server.stop();
  }
}
