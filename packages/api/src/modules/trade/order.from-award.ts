import type { AwardFinal, FinalPart } from "@jizhen/domain-procurement";
import { OrderFacts, type OrderParty } from "@jizhen/domain-trade";
import { type OrgId, sum } from "@jizhen/kernel";

/** One order's facts for each supplier of the round; everything is copied from the award, nothing is looked up again (T2). */
export function factsFromAward(event: AwardFinal, parties: ReadonlyMap<OrgId, OrderParty>): OrderFacts[] {
  const buyer = partyOf(parties, event.buyerId);
  const suppliers = [...new Set(event.parts.map((part) => part.supplierId))];
  return suppliers.map((supplierId) => {
    const parts = event.parts.filter((part) => part.supplierId === supplierId).sort((a, b) => a.lineNo - b.lineNo);
    const [first] = parts;
    if (!first) throw new Error("a supplier without parts");
    return OrderFacts.parse({
      source: { awardId: event.awardId, round: event.round },
      request: { id: event.requestId, number: event.requestNumber, title: event.title },
      terms: termsOf(first, parts, buyer, partyOf(parties, supplierId)),
      lines: parts.map(lineOf),
    });
  });
}

/** A supplier has one quote a request, so currency, tax, rule and place are the same on all its parts. */
function termsOf({ terms }: FinalPart, parts: readonly FinalPart[], buyer: OrderParty, supplier: OrderParty) {
  const { currency, priceIncludesTax, taxRate, incoterm, place, deliverTo, port, paymentDays, validUntil, quoteNote } = terms;
  const rest = { currency, priceIncludesTax, taxRate, incoterm, place, deliverTo, port, paymentDays, validUntil, note: quoteNote };
  return { buyer, supplier, ...rest, charges: chargesOf(parts) };
}

/** The award shared the quote's charges over its lines; the order shows each kind once. */
function chargesOf(parts: readonly FinalPart[]) {
  const shares = parts.flatMap((part) => part.terms.charges);
  return [...new Set(shares.map((share) => share.part))].map((part) => ({
    part,
    amount: sum(shares.filter((share) => share.part === part).map((share) => share.amount)),
  }));
}

function lineOf({ lineNo, quoteId, quantity, terms }: FinalPart) {
  const { spec, text, lineNote, price, base, leadDays, wantedDate, deviation } = terms;
  return { lineNo, quoteId, quantity, spec, text, note: lineNote, price, base, leadDays, wantedDate, deviation };
}

function partyOf(parties: ReadonlyMap<OrgId, OrderParty>, id: OrgId): OrderParty {
  const party = parties.get(id);
  if (!party) throw new Error(`organisation ${id} is unknown`);
  return party;
}
