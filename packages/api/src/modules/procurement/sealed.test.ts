import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, procedures } from "../../access-matrix/harness.ts";
import { aKey, aWorld, type Someone, type World } from "../../testing/index.ts";
import { codeOf, published, someContent } from "./story.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** A price and a word that occur nowhere else in the world. */
const canaryPrice = "73961.48217";
const canaryWord = "金丝雀QZ7K";
const content = someContent([canaryPrice, "120"], { note: canaryWord });

const encodings = (text: string): string[] => {
  const bytes = Buffer.from(text, "utf8");
  const shifted = [0, 1, 2].map((by) =>
    Buffer.concat([Buffer.alloc(by), bytes])
      .toString("base64")
      .slice(by === 0 ? 0 : 4, -4),
  );
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
    bytes.toString("hex"),
    Buffer.from(text, "utf16le").toString("hex"),
    ...shifted,
  ].filter((one) => one.length >= 5);
};
const canaries = [...encodings(canaryPrice), ...encodings(canaryWord), "7396148217"];
const hits = (text: string): string[] => canaries.filter((canary) => text.toLowerCase().includes(canary.toLowerCase()));

/** Every row of every table, as text: the database as a thief would read it, jobs, audit and idempotency answers included. */
async function everyRow(): Promise<Map<string, string>> {
  const tables = await world.asOwner<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await world.asOwner<{ row: string }>(`select t::text as row from ${name} t`);
    found.set(name, rows.map(({ row }) => row).join("\n"));
  }
  return found;
}
const tablesWithCanary = async () => [...(await everyRow())].filter(([, text]) => hits(text).length > 0).map(([name]) => name);

describe("a sealed price", () => {
  it("is nowhere before the opening: no table, job, audit entry, stored answer, log or answer to anybody else; afterwards it is found", async () => {
    const request = await published(world, { title: "密封采购" });
    const about = { requestId: request.id };
    await world.as(world.supplier).procurement.quote.save({ ...about, content });
    await world.as(world.supplier, { key: aKey() }).procurement.quote.submit({ ...about, requestVersion: 1, content, confirm: true });
    await world.as(world.supplier).procurement.quote.save({ ...about, content: { ...content, note: `${canaryWord}改` } });
    await world.drain();

    expect(await tablesWithCanary()).toEqual([]);
    expect(hits(world.logged.join("\n"))).toEqual([]);
    expect(hits(JSON.stringify(world.letters))).toEqual([]);
    expect(
      hits(await everyAnswer(request.id, [world.buyer, world.buyerOwner, world.secondSupplier, world.rival, world.townAdministrator])),
    ).toEqual([]);
    const own = await world.as(world.supplier).procurement.quote.mine(about);
    expect(own.sent?.lines[0]?.tiers[0]?.price).toBe(canaryPrice);
    expect(own.draft?.note).toBe(`${canaryWord}改`);

    await world.later({ hours: 49 });
    await world.drain();
    expect(await tablesWithCanary()).toEqual([]);
    await world.as(world.buyer).procurement.request.open(about);
    expect(await tablesWithCanary()).toEqual(["public.quote_revision"]);
    expect(hits(await everyAnswer(request.id, [world.buyer])).length).toBeGreaterThan(0);
    expect(hits(await everyAnswer(request.id, [world.secondSupplier, world.rival, world.townAdministrator]))).toEqual([]);
  }, 60_000);

  it("leaves no trace of who quoted and how many in the buyer's answers, and has three sizes at most (P3)", async () => {
    const request = await published(world, { title: "人数保密" });
    const look = async () => {
      const seen = await world.as(world.buyer).procurement.request.get({ id: request.id });
      const { serverNow: _now, invited: _invited, ...rest } = seen.role === "buyer" ? seen : { serverNow: null, invited: null };
      return superjson.stringify(rest);
    };
    const before = await look();
    for (const who of [world.supplier, world.secondSupplier, world.thirdSupplier]) {
      await world
        .as(who)
        .procurement.quote.submit({ requestId: request.id, requestVersion: 1, content: someContent(["1", "999999.99"]), confirm: true });
    }
    expect(await look()).toBe(before);
    const sizes = await world.asOwner("select distinct octet_length(ciphertext) as size from quote_revision where request_id = $1", [
      request.id,
    ]);
    expect(sizes.length).toBeLessThanOrEqual(3);
  });

  it("tells a promised count, and the count only", async () => {
    const request = await published(world, { title: "公开人数", showCount: true });
    await world
      .as(world.supplier)
      .procurement.quote.submit({ requestId: request.id, requestVersion: 1, content: someContent(["1", "2"]), confirm: true });
    const seen = await world.as(world.buyer).procurement.request.get({ id: request.id });
    expect(seen).toMatchObject({ role: "buyer", quoteCount: 1, quotes: [] });
  });
});

/** Everything that any reading procedure of procurement answers to these people about a request. */
async function everyAnswer(requestId: string, people: readonly Someone[]): Promise<string> {
  const paths = Object.keys(procedures).filter((path) => path.startsWith("procurement.") && procedures[path]?._def.type === "query");
  const inputs = [{ id: requestId }, { requestId }, {}, undefined];
  const answers: string[] = [];
  for (const who of people) {
    for (const path of paths) {
      for (const input of inputs) {
        const outcome = await call(world, who, path, input);
        answers.push(outcome.kind === "allowed" ? outcome.answer : JSON.stringify(outcome.reason));
      }
    }
  }
  return answers.join("\n");
}

describe("tampering in the database (P5)", () => {
  const sealedOff = async (change: (quoteIds: readonly string[], requestId: string) => Promise<void>) => {
    const request = await published(world, { title: "篡改试验" });
    for (const [who, price] of [
      [world.supplier, "86.5"],
      [world.secondSupplier, "80"],
    ] as const) {
      await world
        .as(who)
        .procurement.quote.submit({ requestId: request.id, requestVersion: 1, content: someContent(["1", "1"]), confirm: true });
      await world
        .as(who)
        .procurement.quote.submit({ requestId: request.id, requestVersion: 1, content: someContent([price, "120"]), confirm: true });
    }
    const rows = await world.asOwner<{ id: string }>("select id from quote where request_id = $1 order by id", [request.id]);
    await world.asOwner("alter table quote_revision disable trigger quote_revision_sealed");
    await change(
      rows.map(({ id }) => id),
      request.id,
    );
    await world.later({ hours: 49 });
    await world.drain();
    await world.as(world.buyer).procurement.request.open({ requestId: request.id });
    await world.asOwner("alter table quote_revision enable trigger quote_revision_sealed");
    const found = await world.asOwner<{ status: string; void_reason: string | null }>(
      "select status, void_reason from quote where request_id = $1 order by id",
      [request.id],
    );
    return found.map(({ status, void_reason: reason }) => (reason === null ? status : `${status} ${reason}`));
  };
  const live = "where quote_id = $1 and live";

  it("opens honest quotes", async () => {
    expect(await sealedOff(async () => {})).toEqual(["opened", "opened"]);
  });
  it("a flipped bit makes that quote void and no other", async () => {
    const flip = async ([first]: readonly string[]) => {
      await world.asOwner(`update quote_revision set ciphertext = set_byte(ciphertext, 100, get_byte(ciphertext, 100) # 1) ${live}`, [
        first,
      ]);
    };
    expect(await sealedOff(flip)).toEqual(["void unreadable", "opened"]);
  });
  it("swapped envelopes are both void", async () => {
    const swap = async ([first, second]: readonly string[]) => {
      const columns = "ciphertext, nonce, wrapped_key, sealed_under, key_commitment, commitment, receipt";
      await world.asOwner(
        `update quote_revision a set (${columns}) = (select ${columns} from quote_revision b where b.quote_id = case a.quote_id when $1 then $2 else $1 end and b.live)
          where a.quote_id in ($1, $2) and a.live`,
        [first, second],
      );
    };
    expect(await sealedOff(swap)).toEqual(["void unreadable", "void unreadable"]);
  });
  it("an older revision put in place of the last is void", async () => {
    const replay = async ([first]: readonly string[]) => {
      const columns = "ciphertext, nonce, wrapped_key, sealed_under, key_commitment, commitment, receipt";
      await world.asOwner(
        `update quote_revision a set (${columns}) = (select ${columns} from quote_revision b where b.quote_id = $1 and b.revision = 1) where a.quote_id = $1 and a.live`,
        [first],
      );
    };
    expect(await sealedOff(replay)).toEqual(["void unreadable", "opened"]);
  });
  it("tells the firm and the log, without a word of content", () => {
    expect(world.logged.filter((line) => line.includes("a sealed quote does not open")).length).toBeGreaterThan(0);
  });

  it("a cancelled request takes its keys along: nobody will read the quotes", async () => {
    const request = await published(world, { title: "取消试验" });
    await world
      .as(world.supplier)
      .procurement.quote.submit({ requestId: request.id, requestVersion: 1, content: someContent(["1", "1"]), confirm: true });
    await world
      .as(world.buyer)
      .procurement.request.cancel({ requestId: request.id, version: request.version, reasonCode: "need_gone", reasonText: "" });
    expect(await world.asOwner("select 1 from quote_revision where request_id = $1 and wrapped_key is not null", [request.id])).toEqual([]);
    expect(await codeOf(world.as(world.buyer).procurement.request.open({ requestId: request.id }))).toBe(
      "procurement.request.wrong_status",
    );
  });
});
