import {
  type PublishedRequest,
  type PurchaseRequest,
  type RequestId,
  RequestLine,
  type RequestTerms,
  Sealing,
} from "@jizhen/domain-procurement";
import { CurrencyCode } from "@jizhen/kernel";
import { attributeOf, LineSpec } from "@jizhen/spec";
import * as z from "zod";
import { searchWords } from "../../platform/search-words.ts";
import type { Tx } from "../../platform/tx.ts";
import { memberFacts } from "../town/public.ts";

/** What the province sees of a request. Nothing private: no note, no file, no drawing, no ceiling, no buyer who asked to stay unnamed. */
export const MarketRequestCard = z.strictObject({
  buyer: z.strictObject({ nameZh: z.string(), nameEn: z.string().nullable(), demo: z.boolean() }).nullable(),
  sealing: Sealing,
  currency: CurrencyCode,
  place: z.string(),
  regionCode: z.string().nullable(),
  incoterm: z.string().nullable(),
  firmDate: z.boolean(),
  lines: z.array(
    RequestLine.pick({ lineNo: true, text: true, quantity: true, wantedDate: true, equivalentGrades: true }).extend({ spec: LineSpec }),
  ),
});
export type MarketRequestCard = z.infer<typeof MarketRequestCard>;

/** Attributes a pack calls private stay at home, with the words that were not understood. */
const publicSpec = (spec: LineSpec): LineSpec => ({
  ...spec,
  note: "",
  values: spec.values.filter(({ attribute }) => attributeOf(spec.family, attribute)?.private !== true),
});

function cardOf(terms: RequestTerms, buyer: MarketRequestCard["buyer"]): MarketRequestCard {
  const { sealing, currency, delivery, firmDate } = terms;
  return {
    buyer,
    sealing,
    currency,
    firmDate,
    place: delivery.place,
    regionCode: delivery.regionCode,
    incoterm: delivery.incoterm,
    lines: terms.lines.map(({ lineNo, text, quantity, wantedDate, equivalentGrades, spec }) => ({
      lineNo,
      text,
      quantity,
      wantedDate,
      equivalentGrades,
      spec: publicSpec(spec),
    })),
  };
}

const isShown = (request: PurchaseRequest): request is PublishedRequest =>
  request.status !== "draft" &&
  request.status !== "cancelled" &&
  request.terms.visibility === "province" &&
  request.terms.method === "open";

/** A quick enquiry may be frozen before its close: nobody is to believe that it still takes quotes. */
const endOfQuoting = (request: PublishedRequest): Date =>
  request.status === "quoting" || request.frozenAt > request.closesAt ? request.closesAt : request.frozenAt;

/** What stands on the market changes while quotes are taken and with the freeze; what comes after leaves the copy as it is. */
const isMoving = ({ status }: PublishedRequest): boolean => status === "quoting" || status === "frozen";

/**
 * The market follows a request in the request's own commit, so that its page is there as soon as it is published: it is copied as it stands
 * now, or taken away when its buyer called it off or shows it to the province no more. One that has closed stays for whoever holds its link,
 * and is found by no search.
 */
export async function followOnMarket(tx: Tx, before: PurchaseRequest, next: PurchaseRequest): Promise<void> {
  if (isShown(next)) {
    if (isMoving(next)) await show(tx, next);
  } else if (isShown(before)) takeAway(tx, next.id);
}

/** The same for whoever does not know how the request stood before. */
export async function copyToMarket(tx: Tx, request: PurchaseRequest): Promise<void> {
  if (isShown(request)) await show(tx, request);
  else takeAway(tx, request.id);
}

const takeAway = (tx: Tx, requestId: RequestId) =>
  tx.send("delete from market_request where request_id = $1 and host_town = $2", [requestId, tx.by.townId]);

async function show(tx: Tx, request: PublishedRequest): Promise<void> {
  const facts = request.terms.buyerHidden ? undefined : (await memberFacts(tx, [request.buyerId])).get(request.buyerId);
  const card = cardOf(request.terms, facts ? { nameZh: facts.nameZh, nameEn: facts.nameEn, demo: facts.demo } : null);
  const families = [...new Set(request.terms.lines.map(({ spec }) => spec.family))].sort();
  const words = request.status !== "quoting" ? "" : searchWords(request.terms.title, ...card.lines.map(({ text }) => text));
  tx.send(
    `insert into market_request (request_id, host_town, number, title, families, card, words, published_at, closes_at)
     values ($1, $2, $3, $4, $5::text[], $6::jsonb, $7, $8::timestamptz, $9::timestamptz)
     on conflict (request_id) do update set title = excluded.title, families = excluded.families, card = excluded.card, words = excluded.words,
        closes_at = excluded.closes_at`,
    [
      request.id,
      tx.by.townId,
      request.number,
      request.terms.title,
      families,
      JSON.stringify(card),
      words,
      request.publishedAt.toISOString(),
      endOfQuoting(request).toISOString(),
    ],
  );
}
