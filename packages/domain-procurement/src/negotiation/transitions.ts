import { type Act, type Decided, err, exact, ok, ratios, type TownId } from "@jizhen/kernel";
import type { QuoteContent, QuoteIn } from "../quote/model.ts";
import { tierFor } from "../quote/rules.ts";
import type { RequestRefusal } from "../request/errors.ts";
import type { RequestIn } from "../request/model.ts";
import { insistBeforeClose } from "../request/transitions.ts";
import type { NegotiationRefusal } from "./errors.ts";
import type { NegotiationFact } from "./events.ts";
import type { Negotiation, NegotiationId, NegotiationIn, NegotiationStatus, TargetPrice, Wish } from "./model.ts";

type Outcome<S extends NegotiationStatus> = Decided<NegotiationIn<S>, NegotiationFact, NegotiationRefusal | RequestRefusal>;

/** The one round as a table: the supplier answers by a new quote or stays with its price, once. */
export const negotiationSteps = {
  asked: { requote: "requoted", keep: "kept" },
  requoted: {},
  kept: {},
} as const satisfies Record<NegotiationStatus, Readonly<Record<string, NegotiationStatus>>>;

const about = ({ id, townId, requestId, supplierId }: Negotiation, { buyerId }: RequestIn<"quoting">, at: Date) => ({
  townId,
  negotiationId: id,
  requestId,
  buyerId,
  supplierId,
  at,
});

type Subject = { readonly quote: QuoteIn<"submitted">; readonly content: QuoteContent };
type Birth = { readonly id: NegotiationId; readonly townId: TownId };

/** The buyer of a quick enquiry asks one supplier once. Whether the round is still free is the store's constraint to say. */
export function ask(
  birth: Birth,
  request: RequestIn<"quoting">,
  { quote, content }: Subject,
  wish: Wish,
  { by, at }: Act,
): Outcome<"asked"> {
  // In a sealed request nobody has seen a price that could be talked about.
  if (request.terms.sealing !== "none") return err({ kind: "rule", code: "procurement.negotiation.sealed" });
  const open = insistBeforeClose(request, at);
  if (!open.ok) return open;
  const wrong = wishRefusal(wish, request, content);
  if (wrong) return err(wrong);
  const next: NegotiationIn<"asked"> = {
    ...birth,
    status: "asked",
    requestId: request.id,
    quoteId: quote.id,
    supplierId: quote.supplierId,
    wish,
    currency: content.currency,
    aboutRevision: quote.revision,
    askedBy: by.personId,
    askedAt: at,
    version: 0,
  };
  return ok({ next, events: [{ type: "procurement.negotiation.asked.v1", ...about(next, request, at) }] });
}

function wishRefusal({ targets, text }: Wish, request: RequestIn<"quoting">, content: QuoteContent): NegotiationRefusal | null {
  if (targets.length === 0 && text === "") return { kind: "rule", code: "procurement.negotiation.nothing_asked", field: "text" };
  for (const [index, target] of targets.entries()) {
    const quoted = quotedPrice(target, request, content);
    const field = `targets.${index}.price`;
    if (quoted === null) return { kind: "rule", code: "procurement.negotiation.line_not_priced", params: { line: target.lineNo }, field };
    if (ratios.compare(exact(target.price), exact(quoted)) >= 0) {
      return { kind: "rule", code: "procurement.negotiation.not_below", params: { line: target.lineNo, quoted }, field };
    }
  }
  return null;
}

/** The price that holds for the quantity asked, as the supplier wrote it. */
function quotedPrice({ lineNo }: TargetPrice, request: RequestIn<"quoting">, content: QuoteContent): string | null {
  const asked = request.terms.lines.find((line) => line.lineNo === lineNo);
  const line = content.lines.find((one) => one.lineNo === lineNo);
  if (!asked || line?.answer !== "priced") return null;
  return tierFor(line.tiers, asked.quantity.value)?.price ?? null;
}

/** The supplier answers by a new quote; whether it meets the wish is for the buyer to see. */
export function requote(
  negotiation: NegotiationIn<"asked">,
  request: RequestIn<"quoting">,
  revision: number,
  { at }: Pick<Act, "at">,
): Outcome<"requoted"> {
  const next = { ...negotiation, status: "requoted" as const, answeredAt: at, answerRevision: revision };
  return ok({ next, events: [{ type: "procurement.negotiation.answered.v1", ...about(next, request, at), answer: "requoted" }] });
}

/** The supplier stays with its price; the round is over. */
export function keep(negotiation: Negotiation, request: RequestIn<"quoting">, { at }: Pick<Act, "at">): Outcome<"kept"> {
  const open = insistBeforeClose(request, at);
  if (!open.ok) return open;
  if (negotiation.status !== "asked") return err({ kind: "rule", code: "procurement.negotiation.answered" });
  const next = { ...negotiation, status: "kept" as const, answeredAt: at };
  return ok({ next, events: [{ type: "procurement.negotiation.answered.v1", ...about(next, request, at), answer: "kept" }] });
}
