import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, published, quote } from "../packages/api/src/modules/procurement/story.fixtures.ts";
import { aWorld, type World } from "../packages/api/src/testing/index.ts";
import { alterations } from "./seal/alterations.ts";
import { chanceOf, figure, seed, size, timed } from "./support/scale.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const chance = chanceOf(seed);
const below = (end: number) => Math.floor(chance() * end);
const closed = ["procurement.request.closed", "procurement.request.wrong_status"];
const ways = Object.keys(alterations);
/** At least two of each kind of alteration: one before the freeze and one between freeze and opening. */
const requests = size(ways.length * 2, 1_000);

type Case = {
  readonly requestId: Awaited<ReturnType<typeof published>>["id"];
  readonly price: string;
  readonly way: string;
  readonly early: boolean;
};

async function laid(n: number): Promise<Case> {
  const { id: requestId } = await published(world, { title: `封存 ${n}` });
  const price = `${10 + below(900)}.${10 + below(90)}`;
  await quote(world, world.supplier, requestId, [price, "120"]);
  await quote(world, world.secondSupplier, requestId, ["1", "1"]);
  await quote(world, world.secondSupplier, requestId, ["80", "130"]);
  return { requestId, price, way: ways[n % ways.length] ?? "", early: Math.floor(n / ways.length) % 2 === 0 };
}

const idOf = async (requestId: string, who: { actor: { orgId: string } }): Promise<string> => {
  const [row] = await world.asOwner<{ id: string }>("select id from quote where request_id = $1 and supplier_id = $2", [
    requestId,
    who.actor.orgId,
  ]);
  return row?.id ?? "";
};

async function alter(cases: readonly Case[]): Promise<void> {
  await world.asOwner("alter table quote_revision disable trigger quote_revision_sealed");
  for (const [at, { requestId, way }] of cases.entries()) {
    const other = cases[(at + 1) % cases.length]?.requestId ?? requestId;
    await alterations[way]?.(world, {
      quoteId: await idOf(requestId, world.secondSupplier),
      otherQuoteId: await idOf(other, world.supplier),
      below,
    });
  }
  await world.asOwner("alter table quote_revision enable trigger quote_revision_sealed");
}

type Found = { readonly status: string; readonly reason: string | null; readonly price: string | null };
const found = async (requestId: string, who: { actor: { orgId: string } }): Promise<Found | undefined> =>
  (
    await world.asOwner<Found>(
      `select q.status, q.void_reason as reason, r.content#>>'{lines,0,tiers,0,price}' as price
         from quote q join quote_revision r on r.quote_id = q.id and r.live where q.request_id = $1 and q.supplier_id = $2`,
      [requestId, who.actor.orgId],
    )
  )[0];

it("honest quotes open as they were written, altered ones are void with their reason, late ones are refused (G10)", async () => {
  const told = { honestOpened: 0, alteredVoid: 0, lateRefused: 0 };
  const wrong: string[] = [];
  const { seconds } = await timed(async () => {
    const cases: Case[] = [];
    for (let n = 0; n < requests; n += 1) cases.push(await laid(n));
    await alter(cases.filter(({ early }) => early));
    await world.later({ hours: 49 });
    await world.drain();
    await alter(cases.filter(({ early }) => !early));
    for (const { requestId, price, way, early } of cases) {
      const late = await codeOf(quote(world, world.thirdSupplier, requestId, ["1", "1"]));
      await world.as(world.buyer).procurement.request.open({ requestId });
      const [honest, altered] = [await found(requestId, world.supplier), await found(requestId, world.secondSupplier)];
      const about = `${way}, ${early ? "before" : "after"} the freeze, ${requestId}`;
      if (closed.includes(late)) told.lateRefused += 1;
      else wrong.push(`${about}: a late quote was ${late}`);
      if (honest?.status === "opened" && honest.price === price) told.honestOpened += 1;
      else wrong.push(`${about}: the honest quote is ${JSON.stringify(honest)}`);
      if (altered?.status === "void" && altered.reason === "unreadable" && altered.price === null) told.alteredVoid += 1;
      else wrong.push(`${about}: the altered quote is ${JSON.stringify(altered)}`);
    }
  });
  figure({
    promise: "G10",
    proof: "honest, altered and late envelopes",
    seconds,
    requests,
    waysToAlter: ways.length,
    ...told,
    wrong: wrong.length,
  });
  expect(wrong).toEqual([]);
});
