import type { QuoteContent, RequestTerms } from "@jizhen/domain-procurement";
import { type OfferContent, TaxRate } from "@jizhen/domain-trade";
import { type LocalDate, type OrgId, plusDays, UnitCode, UnitPrice } from "@jizhen/kernel";
import { emptySpec, packOf, parse, summaryOf } from "@jizhen/spec";
import type { Chance } from "./chance.ts";
import { type Goods, priceNear } from "./goods.ts";
import type { DemoTown } from "./towns.ts";

export type Demand = { readonly terms: RequestTerms; readonly prices: readonly number[] };

/** A request as a buyer would paste it: the same parser that the page uses reads the lines. */
export function demandOf(town: DemoTown, goods: Goods, luck: Chance, day: LocalDate, parts: Partial<RequestTerms>): Demand {
  const written = Array.from({ length: 1 + luck.whole(4) }, () => goods.line(luck));
  const read = parse(written.map(({ text }) => text).join("\n"), [packOf(town.pack)], { pack: town.pack, today: day }).lines;
  const lines = read.map((line, index) => ({
    lineNo: index + 1,
    spec: { ...line.spec, values: line.spec.values.filter(({ state }) => state === "sure") },
    text: line.text,
    quantity: line.quantity ?? { value: "100", unit: UnitCode.parse("H87") },
    wantedDate: line.leadDays === null ? null : plusDays(day, line.leadDays + 10),
    splittable: false,
    equivalentGrades: luck.whole(4) === 0,
    note: "",
  }));
  const [first] = lines;
  const title = first ? summaryOf(first.spec, "zh-CN") : "";
  const terms: RequestTerms = {
    title: `${title}${lines.length > 1 ? ` 等 ${lines.length} 项` : ""}（演示）`,
    lines,
    delivery: { place: `${town.cityZh}${town.countyZh}示例厂区`, country: "CN", regionCode: town.countyCode, port: null, incoterm: null },
    sealing: "at_rest",
    method: "open",
    visibility: luck.whole(3) === 0 ? "province" : "town",
    currency: "CNY",
    quoteCurrencies: ["CNY"],
    fx: [],
    ceiling: null,
    showCeiling: false,
    showCount: luck.whole(3) === 0,
    criteria: { kind: "lowest_landed_cost" },
    awardBy: luck.whole(2) === 0 ? "line" : "whole",
    taxIncluded: true,
    standstillDays: 0,
    attachments: [],
    note: "演示数据：企业、价格和订单均为虚构。",
    firmDate: false,
    paymentDays: luck.oneOf([null, 30, 60]),
    paymentRate: null,
    buyerHidden: luck.whole(6) === 0,
    ...parts,
  };
  return { terms, prices: written.map(({ price }) => price) };
}

/** A sellable item of a firm, with a price that falls at twice and five times the smallest quantity. */
export function saleOf(town: DemoTown, goods: Goods, luck: Chance, day: LocalDate): OfferContent {
  const { text, price } = goods.line(luck);
  const [line] = parse(text, [packOf(town.pack)], { pack: town.pack }).lines;
  const least = goods.family === "admixture" ? 5 : 50;
  const tier = (times: number, percent: number) => ({
    from: String(least * times),
    price: UnitPrice.parse(((price * percent) / 100).toFixed(2)),
    base: "1",
  });
  return {
    title: `${line ? summaryOf(line.spec, "zh-CN") : text}（演示）`.slice(0, 80),
    spec: line ? { ...line.spec, values: line.spec.values.filter(({ state }) => state === "sure") } : emptySpec(goods.family),
    text,
    unit: line?.quantity?.unit ?? UnitCode.parse("H87"),
    price: {
      kind: "tiers",
      currency: "CNY",
      priceIncludesTax: true,
      taxRate: TaxRate.parse("13"),
      tiers: [tier(1, 108), tier(2, 102), tier(5, 97)],
    },
    minimum: String(least),
    step: null,
    packing: "托盘（演示）",
    leadDays: 7 + luck.whole(20),
    place: town.countyZh,
    validUntil: plusDays(day, 200),
    note: "",
  };
}

/** What one supplier of the demo offers on it. */
export function offerOn({ terms, prices }: Demand, luck: Chance, day: LocalDate, supplier: OrgId): QuoteContent {
  const declines = terms.lines.length > 1 && terms.awardBy === "line" && luck.whole(4) === 0 ? 1 + luck.whole(terms.lines.length) : 0;
  return {
    currency: terms.currency,
    taxRate: "13",
    priceIncludesTax: true,
    incoterm: luck.oneOf(["DAP", "DAP", "EXW"] as const),
    place: terms.delivery.place,
    port: null,
    validUntil: plusDays(day, 45),
    paymentDays: luck.oneOf([null, 30]),
    lines: terms.lines.map(({ lineNo }) =>
      lineNo === declines
        ? { lineNo, answer: "declined", tiers: [], minimum: null, leadDays: null, deviation: null, note: "" }
        : {
            lineNo,
            answer: "priced",
            tiers: [{ from: "1", price: priceNear(prices[lineNo - 1] ?? 10, luck), base: "1" }],
            minimum: null,
            leadDays: 10 + luck.whole(25),
            deviation: luck.whole(12) === 0 ? "密封面水线按厂标加工" : null,
            note: "",
          },
    ),
    charges: [],
    files: [],
    note: `演示报价 ${supplier.slice(-4)}`,
  };
}
