import type { PurchaseOrder } from "@jizhen/domain-trade";
import { createWords, type Locale } from "@jizhen/i18n";
import type { PdfDocument } from "../platform/documents.ts";
import { draw } from "./draw.ts";
import { everyday, fontsFor } from "./fonts.ts";
import { orderPaper, type Say } from "./order-paper.ts";
import { recorder, typesetter } from "./runs.ts";

export type OrderFactsForPaper = { readonly order: PurchaseOrder; readonly madeAt: Date };

/** The purchase order as a file, in the language that was asked for. */
export async function drawOrder({ order, madeAt }: OrderFactsForPaper, locale: Locale): Promise<PdfDocument> {
  const words = await createWords(locale);
  const say: Say = (key, params = {}) => words.t(key, { ...params });
  const press = { locale, say, font: everyday, madeAt };
  const read = recorder();
  orderPaper(order, { ...press, type: read.type });
  const fonts = await fontsFor(read.text());
  const paper = orderPaper(order, { ...press, type: typesetter(fonts) });
  const content = await draw(paper, fonts);
  return { name: `${order.number}.pdf`, content };
}
