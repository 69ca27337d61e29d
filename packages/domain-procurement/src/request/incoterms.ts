import * as z from "zod";

/**
 * Codes of Incoterms 2020 with the transport each is written for. Abbreviations, names and the split of tasks are common
 * knowledge written by hand; the rule texts are ICC's and are not copied.
 */
export const incoterms = {
  EXW: { zh: "工厂交货", en: "Ex Works", transport: "any" },
  FCA: { zh: "货交承运人", en: "Free Carrier", transport: "any" },
  CPT: { zh: "运费付至", en: "Carriage Paid To", transport: "any" },
  CIP: { zh: "运费和保险费付至", en: "Carriage and Insurance Paid To", transport: "any" },
  DAP: { zh: "目的地交货", en: "Delivered at Place", transport: "any" },
  DPU: { zh: "卸货地交货", en: "Delivered at Place Unloaded", transport: "any" },
  DDP: { zh: "完税后交货", en: "Delivered Duty Paid", transport: "any" },
  FAS: { zh: "船边交货", en: "Free Alongside Ship", transport: "sea" },
  FOB: { zh: "船上交货", en: "Free On Board", transport: "sea" },
  CFR: { zh: "成本加运费", en: "Cost and Freight", transport: "sea" },
  CIF: { zh: "成本、保险费加运费", en: "Cost, Insurance and Freight", transport: "sea" },
} as const;

export const Incoterm = z.enum(["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"]);
export type Incoterm = z.infer<typeof Incoterm>;

/** FAS, FOB, CFR and CIF name a port; with any other place they mean nothing. */
export const needsPort = (term: Incoterm): boolean => incoterms[term].transport === "sea";

/** Parts of a landed cost besides the goods themselves. */
export const CostPart = z.enum([
  "packing",
  "origin_haul",
  "export_clearance",
  "loading",
  "main_carriage",
  "insurance",
  "unloading",
  "duty_tax",
  "inspection",
]);
export type CostPart = z.infer<typeof CostPart>;

type Parts = readonly CostPart[];
const carried: Parts = ["origin_haul", "export_clearance", "loading", "main_carriage"];

/** What the seller's price already holds under each rule. FCA is read as the seller's own works: no haul in it. */
const held: Readonly<Record<Incoterm, Parts>> = {
  EXW: [],
  FCA: ["export_clearance"],
  FAS: ["origin_haul", "export_clearance"],
  FOB: ["origin_haul", "export_clearance", "loading"],
  CFR: carried,
  CIF: [...carried, "insurance"],
  CPT: carried,
  CIP: [...carried, "insurance"],
  DAP: carried,
  DPU: [...carried, "unloading"],
  DDP: [...carried, "duty_tax"],
};
export const partsHeld = (term: Incoterm): Parts => held[term];
export const inPrice = (term: Incoterm, part: CostPart): boolean => held[term].includes(part);

/** Only a deal across a border is cleared, loaded on a ship and taxed at import. */
export const acrossBordersOnly: ReadonlySet<CostPart> = new Set<CostPart>(["export_clearance", "loading", "duty_tax"]);
