import type { QuoteContent, RequestId, RequestTerms } from "@jizhen/domain-procurement";
import { OrderId } from "@jizhen/domain-trade";
import { LocalDate, plus, Quantity, Refusal, UnitPrice } from "@jizhen/kernel";
import type { Someone, World } from "../../testing/index.ts";

/** Terms and quotes for tests on a real database; each test says only what it is about. */
export const someTerms = (some: Partial<RequestTerms> = {}): RequestTerms => ({
  title: "带颈对焊法兰采购",
  lines: [lineOf(1), lineOf(2)],
  delivery: { place: "定襄县河边镇", country: "CN", regionCode: "140921", port: null, incoterm: null },
  sealing: "at_rest",
  method: "open",
  visibility: "town",
  currency: "CNY",
  quoteCurrencies: ["CNY"],
  fx: [],
  ceiling: null,
  showCeiling: false,
  showCount: false,
  criteria: { kind: "lowest_landed_cost" },
  awardBy: "line",
  taxIncluded: true,
  standstillDays: 0,
  attachments: [],
  note: "",
  firmDate: false,
  paymentDays: 30,
  paymentRate: null,
  buyerHidden: false,
  ...some,
});

export const lineOf = (lineNo: number, quantity = "200"): RequestTerms["lines"][number] => ({
  lineNo,
  spec: { pack: "flange@1.0.0", family: "flange", values: [], note: "", byText: true },
  text: "带颈对焊 DN150 PN16 RF 20#",
  quantity: Quantity.parse({ value: quantity, unit: "H87" }),
  wantedDate: null,
  splittable: false,
  equivalentGrades: false,
  note: "",
});

export const someContent = (prices: readonly (string | null)[], some: Partial<QuoteContent> = {}): QuoteContent => ({
  currency: "CNY",
  taxRate: "13",
  priceIncludesTax: true,
  incoterm: "DAP",
  place: "定襄县河边镇",
  port: null,
  validUntil: LocalDate.parse("2099-12-31"),
  paymentDays: 30,
  lines: prices.map((price, index) => ({
    lineNo: index + 1,
    answer: price === null ? ("declined" as const) : ("priced" as const),
    tiers: price === null ? [] : [{ from: "1", price: UnitPrice.parse(price), base: "1" }],
    minimum: null,
    leadDays: price === null ? null : 20,
    deviation: null,
    note: "",
  })),
  charges: [],
  files: [],
  note: "",
  ...some,
});

const hour = 3_600_000;

/** A request on the market, closing in so many hours by the product's clock. */
export async function published(
  world: World,
  terms: Partial<RequestTerms> = {},
  { hours = 48, by = world.buyer, invite = [] as readonly Someone[] } = {},
) {
  const draft = await world.as(by).procurement.request.save({ seen: null, terms: someTerms(terms) });
  const closesAt = plus(await clockOf(world), hours * hour);
  const { id, version, number } = await world
    .as(by)
    .procurement.request.publish({ requestId: draft.id, version: draft.version, closesAt, invite: invite.map(({ actor }) => actor.orgId) });
  return { id, version, number, closesAt };
}

export async function clockOf(world: World): Promise<Date> {
  const [row] = await world.asOwner<{ ms: string }>("select (extract(epoch from jizhen_clock()) * 1000)::bigint::text as ms");
  return new Date(Number(row?.ms));
}

export const quote = (
  world: World,
  by: Someone,
  requestId: RequestId,
  prices: readonly (string | null)[],
  some: Partial<QuoteContent> = {},
) => world.as(by).procurement.quote.submit({ requestId, requestVersion: 1, content: someContent(prices, some), confirm: true });

/** Two suppliers have quoted and the request has been opened. */
export async function opened(world: World, terms: Partial<RequestTerms> = {}) {
  const request = await published(world, terms, { invite: [world.supplier, world.secondSupplier] });
  await quote(world, world.supplier, request.id, ["86.5", "120"]);
  await quote(world, world.secondSupplier, request.id, ["80", "130"]);
  await world.later({ hours: 49 });
  await world.drain();
  await world.as(world.buyer).procurement.request.open({ requestId: request.id });
  return request;
}

/** The comparison as the buyer sees it, and the choice it calls best. */
export async function bestChoice(world: World, requestId: RequestId, by = world.buyer) {
  const { result, inputsHash } = await world.as(by).procurement.award.evaluate({ requestId });
  const parts = (result.best?.parts ?? []).map(({ lineNo, quoteId }) => ({ lineNo, quoteId }));
  return { requestId, inputsHash, parts, reason: null };
}

/** The supplier turns down the order it was given. */
export async function refuseOrder(world: World, requestId: RequestId, who: Someone): Promise<void> {
  await world.drain();
  const [order] = await world.asOwner<{ id: string; version: number }>(
    "select id, version from purchase_order where request_id = $1 and supplier_id = $2 and status = 'issued'",
    [requestId, who.actor.orgId],
  );
  const reason = { code: "no_capacity" as const, text: "产能已满" };
  await world.as(who).trade.order.refuse({ orderId: OrderId.parse(order?.id), version: order?.version ?? 0, reason });
  await world.drain();
}

/** The code of the refusal a call ends with, or "done". */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    const cause = (error as { cause?: unknown }).cause;
    if (cause instanceof Refusal) return cause.reason.code;
    throw error;
  }
}
