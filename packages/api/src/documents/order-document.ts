import type { PurchaseOrder } from "@jizhen/domain-trade";
import type { Locale } from "@jizhen/i18n";
import type { PdfDocument } from "../platform/documents.ts";
import { orderPaper } from "./order-paper.ts";
import { printed } from "./press.ts";

export type OrderFactsForPaper = { readonly order: PurchaseOrder; readonly madeAt: Date };

/** The purchase order as a file, in the language that was asked for. */
export async function drawOrder({ order, madeAt }: OrderFactsForPaper, locale: Locale): Promise<PdfDocument> {
  return { name: `${order.number}.pdf`, content: await printed((press) => orderPaper(order, press), locale, madeAt) };
}
