import { total } from "@jizhen/kernel";
import type { Totals } from "../money/totals.ts";
import { totalsOf } from "../money/totals.ts";
import type { OrderLine, OrderLineFacts, OrderTerms } from "./model.ts";

/** quantity × price ÷ base, rounded half up once to the currency's minor unit. */
export const priced = (line: OrderLineFacts, currency: OrderTerms["currency"]): OrderLine => ({
  ...line,
  amount: total(line.price, line.quantity.value, currency, line.base),
});

/** One function for screen, document and export: the lines first, then the charges, in their order. */
export const orderTotals = (terms: OrderTerms, lines: readonly OrderLine[]): Totals =>
  totalsOf(
    [...lines, ...terms.charges].map((part) => ({ amount: part.amount, taxRate: terms.taxRate })),
    terms.priceIncludesTax,
  );
