import { OfferContent } from "@jizhen/domain-trade";
import { localDateAt, plusDays } from "@jizhen/kernel";

export const today = localDateAt(new Date());

export const anOfferContent = (change: object = {}) =>
  OfferContent.parse({
    title: "带颈对焊法兰 DN150 PN16",
    spec: { pack: "flange@1.0.0", family: "flange", values: [], note: "", byText: true },
    text: "WN DN150 PN16 RF 20#",
    unit: "H87",
    price: { kind: "tiers", currency: "CNY", priceIncludesTax: true, taxRate: "13", tiers: [{ from: "1", price: "86.5", base: "1" }] },
    minimum: null,
    step: null,
    packing: "木箱",
    leadDays: 15,
    place: "定襄",
    validUntil: plusDays(today, 30),
    note: "",
    ...change,
  });
