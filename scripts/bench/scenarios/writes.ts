import { QuoteContent } from "../../../packages/domain-procurement/src/index.ts";
import { answerTo, type Desk, mutation, query } from "../support/caller.ts";
import { percentile, print, wanted } from "../support/figures.ts";
import { someTerms } from "../support/goods.ts";
import { idOf } from "../support/town.ts";
import { run, type Scene } from "./scene.ts";

const fiveLines = 5;
const contentOf = (lines: number) =>
  QuoteContent.parse({
    currency: "CNY",
    taxRate: "13",
    priceIncludesTax: true,
    incoterm: "DAP",
    place: "定襄县",
    port: null,
    validUntil: "2099-12-31",
    paymentDays: 30,
    lines: Array.from({ length: lines }, (_, at) => ({
      lineNo: at + 1,
      answer: "priced",
      tiers: [{ from: "1", price: "86.5", base: "1" }],
      minimum: null,
      leadDays: 20,
      deviation: null,
      note: "",
    })),
    charges: [],
    files: [],
    note: "",
  });

const bareWrite = {
  texts: ["insert into bench_write (key, lines) values ($1, $2)"],
  values: ["$key", JSON.stringify(contentOf(fiveLines))],
};

/** A sealed quote of five lines, each for another request, by five firms in turn. */
export async function quote(scene: Scene, connections: number): Promise<void> {
  if (!wanted("write.quote")) return;
  await scene.town.fresh.asOwner("create table if not exists bench_write (key text, lines jsonb)");
  const requests = await scene.town.fresh.asOwner<{ id: string }>(
    "select id from purchase_request where status = 'quoting' and jsonb_array_length(terms->'lines') = $1 and buyer_id > $2 order by id limit 1200",
    [fiveLines, idOf("org", 6)],
  );
  const content = contentOf(fiveLines);
  let at = 0;
  const next = () => {
    const desk = scene.suppliers[at % scene.suppliers.length] as Desk;
    const request = requests[Math.floor(at / scene.suppliers.length) % requests.length];
    at += 1;
    return mutation(scene.product, desk, "procurement.quote.submit", { requestId: request?.id, requestVersion: 1, content, confirm: true });
  };
  await run(scene, {
    name: "write.quote",
    connections,
    next,
    bare: bareWrite,
    bareKey: () => String(at++),
    goal: { rps: 1_000, p99: 25, ofCeiling: 0.11 },
  });
}

/** A draft that goes on the market; its match and its timers are jobs behind it. */
export async function publish(scene: Scene, connections: number): Promise<void> {
  if (!wanted("write.publish")) return;
  const drafts: { id: string; version: number }[] = [];
  for (let made = 0; made < 500; made += 1) {
    const call = mutation(scene.product, scene.buyer, "procurement.request.save", { seen: null, terms: someTerms(fiveLines, false) });
    drafts.push(await answerTo(scene.product, call));
  }
  const closesAt = new Date(Date.now() + 5 * 86_400_000);
  const next = () => {
    const draft = drafts.pop();
    return mutation(scene.product, scene.buyer, "procurement.request.publish", { requestId: draft?.id, version: draft?.version, closesAt });
  };
  await run(scene, { name: "write.publish", connections, amount: 480, warm: 0, next, bare: null, goal: null });
}

/** One person's way from nothing to three quotes received, call after call. */
export async function flow(scene: Scene): Promise<void> {
  if (!wanted("flow.threeQuotes")) return;
  const { product, buyer, suppliers, size } = scene;
  const times: number[] = [];
  const calls = 6;
  for (let round = 0; round < 40; round += 1) {
    const terms = { ...someTerms(1, false), sealing: "none" };
    const began = performance.now();
    const draft = await answerTo<{ id: string; version: number }>(
      product,
      mutation(product, buyer, "procurement.request.save", { seen: null, terms }),
    );
    const closesAt = new Date(Date.now() + 5 * 86_400_000);
    await answerTo(
      product,
      mutation(product, buyer, "procurement.request.publish", { requestId: draft.id, version: draft.version, closesAt }),
    );
    for (const desk of suppliers.slice(0, 3)) {
      const sent = { requestId: draft.id, requestVersion: 1, content: contentOf(1), confirm: true };
      await answerTo(product, mutation(product, desk, "procurement.quote.submit", sent));
    }
    const read = await answerTo<{ quotes: unknown[] }>(product, query(product, buyer, "procurement.request.get", { id: draft.id }));
    if (read.quotes.length !== 3) throw new Error(`three quotes were sent and ${read.quotes.length} received`);
    if (round >= 10) times.push(performance.now() - began);
  }
  print("flow.threeQuotes", {
    size,
    calls,
    rounds: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    goal: { p50: 25 },
  });
}
