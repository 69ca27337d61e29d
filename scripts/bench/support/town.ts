import { newId } from "../../../packages/db/src/index.ts";
import { type FreshDatabase, freshDatabaseOn, type TestServer } from "../../../packages/db/src/testing.ts";
import { defaultTownRules } from "../../../packages/domain-town/src/index.ts";
import { seed } from "./chance.ts";
import { templates } from "./goods.ts";

export const sellers = 500;
const ownRequests = 400;

export type BenchTown = { readonly fresh: FreshDatabase; readonly townId: string; readonly ownerUrl: string; drop(): Promise<void> };

/** The id of a row by its number: the same number, the same id. */
export const idOf = (prefix: string, number: number): string => `${prefix}_${String(number).padStart(26, "0")}`;
const sqlId = (prefix: string, number: string) => `'${prefix}_' || lpad((${number})::text, 26, '0')`;

/** A town with members, and as many open requests and offers on sale as asked; the signed-in firms come later, by the product's own door. */
export async function layTown(server: TestServer, size: number): Promise<BenchTown> {
  const fresh = await freshDatabaseOn(server);
  const put = (sql: string, params: readonly unknown[] = []) => fresh.asOwner(sql, params);
  const townId = newId("town");
  await put(
    `insert into town (id, slug, kind, name_zh, name_en, county_code, city_zh, category, pack, state, connected, administration_id, rules, created_at)
     values ($1, 'bench', 'town', '定襄法兰专业镇', 'Dingxiang', '140921', '忻州市', 'test', 'flange', 'open', true, $2, $3::jsonb, '2026-01-01')`,
    [townId, newId("org"), JSON.stringify(defaultTownRules)],
  );
  await put(
    `insert into organisation (id, country, number, name_zh, name_en, code_state, region_code, home_town, created_at)
     select ${sqlId("org", "n")}, 'CN', '91140921BENCH' || lpad(n::text, 5, '0'), '基准锻造厂' || n, 'Bench Forge ' || n, 'sound', '140921', $1, '2026-01-01'
       from generate_series(1, ${sellers}) n`,
    [townId],
  );
  await put(
    `insert into membership_card (organisation_id, host_town, kind, membership_id, state, visiting)
     select ${sqlId("org", "n")}, $1, 'firm', ${sqlId("memb", "n")}, 'active', false from generate_series(1, ${sellers}) n`,
    [townId],
  );
  await put("create table bench_template (n int primary key, terms jsonb, words text, offer jsonb)");
  await put(
    `insert into bench_template select (e.ordinality - 1)::int, e.value->'terms', e.value->>'words', e.value->'offer' from jsonb_array_elements($1::jsonb) with ordinality e`,
    [JSON.stringify(templates)],
  );
  await layListings(put, townId, size);
  for (const table of [
    "purchase_request",
    "offer",
    "request_version",
    "request_invitation",
    "supply_slot",
    "organisation",
    "membership_card",
  ])
    await put(`vacuum analyze ${table}`);
  return { fresh, townId, ownerUrl: fresh.ownerUrl, drop: () => fresh.drop() };
}

type Put = (sql: string, params?: readonly unknown[]) => Promise<object[]>;

async function layListings(put: Put, townId: string, size: number): Promise<void> {
  // The first requests are firm 1's, with everything a request has around it; the others are spread over the town's firms.
  await put(
    `insert into purchase_request (town_id, id, number, buyer_id, written_by, status, request_version, title, families, sealing, method, visibility,
        published_at, closes_at, questions_until, holds, terms, words, created_at, version)
     select $1, ${sqlId("preq", "i")}, 'CG-2026-' || lpad(i::text, 7, '0'), ${sqlId("org", `case when i <= ${ownRequests} then 1 else 2 + i % ${sellers - 1} end`)},
        ${sqlId("pers", "1")}, 'quoting', 1, t.terms->>'title', array['flange'], 'at_rest', 'open', 'town',
        now() - interval '1 day' - make_interval(secs => i), now() + interval '2 days' + make_interval(secs => (i::bigint * 7919) % $2::int * 30),
        now() + interval '1 day', 0, t.terms, t.words, now() - interval '2 days', 1
       from generate_series(1, $2::int) n(i) join bench_template t on t.n = (i::bigint * 31 + ${seed % 397}) % 400`,
    [townId, size],
  );
  await put(
    `insert into offer (town_id, id, number, organisation_id, family, title, status, revision, content, valid_until, written_by, published_at, updated_at, version)
     select $1, ${sqlId("offr", "i")}, 'GY-2026-' || lpad(i::text, 7, '0'), ${sqlId("org", `1 + i % ${sellers}`)}, 'flange', t.offer->>'title', 'published', 1,
        t.offer, '2099-12-31', ${sqlId("pers", "1")}, now(), now(), 1
       from generate_series(1, $2::int) n(i) join bench_template t on t.n = (i::bigint * 31 + 11) % 400`,
    [townId, size],
  );
  await put(
    `insert into request_version (town_id, request_id, request_version, terms, hash, material, at, person_id)
     select town_id, id, 1, terms, md5(id), true, published_at, written_by from purchase_request where id <= ${sqlId("preq", String(ownRequests))}`,
  );
  await put(
    `insert into request_question (town_id, id, request_id, asker_id, text, asked_at, answer, answered_by, answered_at, version)
     select $1, ${sqlId("ques", "n * 10 + k")}, ${sqlId("preq", "n")}, ${sqlId("org", "10 + k")}, '密封面是 RF 吗？', now(), '是 RF', ${sqlId("pers", "1")}, now(), 1
       from generate_series(1, ${ownRequests}) n, generate_series(1, 3) k`,
    [townId],
  );
  await put(
    `insert into request_invitation (town_id, request_id, supplier_id, via, lines, score, at)
     select $1, ${sqlId("preq", "n")}, ${sqlId("org", "10 + k")}, 'match', array[1], 5000 + k, now()
       from generate_series(1, ${ownRequests}) n, generate_series(1, 20) k`,
    [townId],
  );
  await put(
    `insert into supply_slot (town_id, family, slot1, slot2, slot3, size_low, size_high, source, row_no, organisation_id, region_code, lead_days, evidence, free_share)
     select $1, 'flange', '*', '*', '*', 15, 600, ${sqlId("capa", "n")}, 0, ${sqlId("org", "n")}, '140921', 20, 40, -1 from generate_series(1, ${sellers}) n`,
    [townId],
  );
}

/** Gives a person the owner's seat in one of the town's firms. */
export async function seat({ fresh, townId }: BenchTown, personId: string, firm: number): Promise<string> {
  const organisationId = idOf("org", firm);
  await fresh.asOwner(
    "insert into seat (id, person_id, organisation_id, roles, state, opened_at) values ($1, $2, $3, array['owner', 'buyer', 'seller'], 'active', now())",
    [newId("seat"), personId, organisationId],
  );
  return `${townId}/${organisationId}`;
}
