import type { Outputs } from "#lib/trpc.ts";
import { emptyCharges, emptyLine, type QuoteForm } from "./form.ts";

export type ShownRequest = Outputs["procurement"]["market"]["get"];

/** What can be written before the whole request is open to the firm. Everything else takes the request's own terms later. */
const written = ["lines", "currency", "priceIncludesTax", "incoterm"] as const;
type AheadDraft = Pick<QuoteForm, (typeof written)[number]> & { readonly charges: object };

/** Prices are in the currency of comparison: what was typed never turns into another currency's amount. */
export function aheadForm(request: ShownRequest, kept: AheadDraft | null): QuoteForm {
  const lines = request.lines.map(({ lineNo }) => kept?.lines.find((line) => line.lineNo === lineNo) ?? emptyLine(lineNo));
  return {
    currency: request.currency,
    taxRate: "13",
    priceIncludesTax: kept?.priceIncludesTax ?? true,
    incoterm: request.incoterm ?? "DAP",
    place: request.place,
    port: "",
    validUntil: null,
    paymentDays: "",
    lines,
    charges: emptyCharges(),
    files: [],
    note: "",
  };
}

/** The draft of the quote itself, without a word on terms that the firm has not seen. */
export const aheadDraft = ({ lines, currency, priceIncludesTax, incoterm }: QuoteForm): AheadDraft => ({
  lines,
  currency,
  priceIncludesTax,
  incoterm,
  charges: {},
});
