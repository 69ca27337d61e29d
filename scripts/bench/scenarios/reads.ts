import { searchQuery } from "../../../packages/api/src/platform/search-query.ts";
import { answerTo, query } from "../support/caller.ts";
import { round, wanted } from "../support/figures.ts";
import { templates } from "../support/goods.ts";
import type { Measured } from "../support/load.ts";
import { idOf } from "../support/town.ts";
import { run, type Scene } from "./scene.ts";

const board = "procurement.request.board";
const cards = `select id, number, title, closes_at, published_at, terms from purchase_request
  where town_id = $1 and status = 'quoting' and closes_at > now() and buyer_id <> $2`;

/** 20 rows of what the signed-in firm could quote for, filtered and sorted. */
export async function list(scene: Scene, connections: number): Promise<Measured | null> {
  const [seller] = scene.suppliers;
  if (!seller) return null;
  const { townId } = scene.town;
  const call = query(scene.product, seller, board, { families: ["flange"], sort: "closing", limit: 20 });
  return run(scene, {
    name: "list.board",
    connections,
    next: () => call,
    bare: { texts: [`${cards} order by closes_at, id limit 20`], values: [townId, idOf("org", 2)] },
    goal: { rps: 2_000, p99: 15, ofCeiling: 0.21 },
  });
}

export async function offers(scene: Scene, connections: number): Promise<void> {
  const call = query(scene.product, scene.buyer, "trade.offer.list", { scope: "market", family: "flange", limit: 20 });
  await run(scene, {
    name: "list.offers",
    connections,
    next: () => call,
    bare: {
      texts: [
        "select id, number, title, content from offer where town_id = $1 and status = 'published' and family = 'flange' order by id desc limit 20",
      ],
      values: [scene.town.townId],
    },
    goal: { rps: 2_000, p99: 15, ofCeiling: 0.21 },
  });
}

export async function one(scene: Scene, connections: number): Promise<void> {
  let at = 0;
  const id = () => idOf("preq", 1 + (at++ % 400));
  await run(scene, {
    name: "read.request",
    connections,
    next: () => query(scene.product, scene.buyer, "procurement.request.get", { id: id() }),
    bare: {
      texts: [
        "select * from purchase_request where town_id = $1 and id = $2",
        "select * from request_version where town_id = $1 and request_id = $2",
        "select * from request_question where town_id = $1 and request_id = $2",
        "select i.*, o.name_zh from request_invitation i join organisation o on o.id = i.supplier_id where town_id = $1 and request_id = $2",
      ],
      values: [scene.town.townId, "$key"],
    },
    bareKey: id,
    goal: { rps: 3_000, p99: 10, ofCeiling: 0.19 },
  });
}

type Page = { rows: { id: string }[]; next: { at: Date; id: string } | null; found: { count: number; more: boolean } };

/** All ids that the product finds for a text, page by page, up to a bound. */
async function everything({ product, suppliers: [seller] }: Scene, text: string, atMost: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: Page["next"] = null;
  do {
    if (!seller) return ids;
    const page: Page = await answerTo<Page>(product, query(product, seller, board, { text, limit: 50, cursor }));
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null && ids.length < atMost);
  return ids.slice(0, atMost);
}

/** Which share of the true answer came, in its order: found by looking into every text, without the search's own tokens. */
async function recallOf(scene: Scene, text: string, words: readonly string[], atMost: number): Promise<{ recall: number; of: number }> {
  const holds = templates.flatMap(({ terms }, n) => {
    const written = [terms.title, ...terms.lines.map(({ text: line }) => line)].join("\n").toLowerCase();
    return words.every((word) => written.includes(word)) ? [n] : [];
  });
  const truth = await scene.town.fresh.asOwner<{ id: string }>(
    `select r.id from purchase_request r where r.terms in (select t.terms from bench_template t where t.n = any($1)) and r.status = 'quoting' and r.buyer_id <> $2
      order by r.closes_at, r.id limit $3::int`,
    [holds, idOf("org", 2), atMost],
  );
  const found = await everything(scene, text, atMost);
  const right = found.filter((id, at) => truth[at]?.id === id).length;
  return { recall: truth.length === 0 ? Number.NaN : round(right / Math.max(truth.length, found.length), 4), of: truth.length };
}

const searches = [
  { name: "search.english", text: "stainless", words: ["stainless"], goal: { rps: 300, p99: 60, ofCeiling: 0.71 }, atMost: 2_000 },
  { name: "search.english.frequent", text: "flange", words: ["flange"], goal: { rps: 300, p99: 60, ofCeiling: 0.71 }, atMost: 500 },
  { name: "search.chinese", text: "法兰", words: ["法兰"], goal: { rps: 1_000 }, atMost: 500 },
  { name: "search.chinese.gap", text: "不锈钢法兰", words: ["不锈钢", "法兰"], goal: { rps: 1_000 }, atMost: 2_000 },
  { name: "search.rare", text: "无缝三通", words: ["无缝三通"], goal: null, atMost: 2_000 },
] as const;

export async function search(scene: Scene, connections: number): Promise<void> {
  for (const { name, text, words, goal, atMost } of searches) {
    const [seller] = scene.suppliers;
    if (!seller || !wanted(name)) continue;
    const call = query(scene.product, seller, board, { text, limit: 20 });
    const bare = {
      texts: [`${cards} and search @@ to_tsquery('simple', $3) order by closes_at, id limit 20`],
      values: [scene.town.townId, idOf("org", 2), searchQuery(text)],
    };
    await run(scene, { name, connections, next: () => call, bare, goal, more: await recallOf(scene, text, words, atMost) });
  }
}
