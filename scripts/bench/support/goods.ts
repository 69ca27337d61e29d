import { someTerms as plainTerms } from "../../../packages/api/src/modules/procurement/capability.fixtures.ts";
import { searchWords } from "../../../packages/api/src/platform/search-words.ts";
import { RequestTerms } from "../../../packages/domain-procurement/src/index.ts";
import { OfferContent } from "../../../packages/domain-trade/src/index.ts";
import { emptySpec, type SpecValue } from "../../../packages/spec/src/index.ts";
import { seeded } from "./chance.ts";

const chance = seeded();
const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;

const types = [
  ["WN", "带颈对焊法兰", "weld neck flange"],
  ["SO", "带颈平焊法兰", "slip-on flange"],
  ["PL", "板式平焊法兰", "plate flange"],
  ["BL", "法兰盖", "blind flange"],
  ["TH", "螺纹法兰", "threaded flange"],
] as const;
const ratings = ["PN6", "PN10", "PN16", "PN25", "PN40", "Class 150", "Class 300"];
const carbon = ["20#", "Q235B", "Q355B", "16Mn", "A105"];
const stainless = ["304", "304L", "316", "316L", "321"];
const sizes = ["50", "80", "100", "150", "200", "300", "400", "600"];

const typed = (attribute: string, value: string): SpecValue => ({
  attribute,
  value,
  unit: null,
  asWritten: value,
  origin: "typed",
  state: "sure",
});

type Part = { readonly zh: string; readonly en: string; readonly values: Record<string, string> };

function aPart(stain: boolean): Part {
  const [type, zh, en] = pick(types);
  const [rating, dn, material] = [pick(ratings), pick(sizes), pick(stain ? stainless : carbon)];
  // As buyers write it: the grade stands between the words, so that the whole phrase is nowhere in the text.
  const name = stain ? `不锈钢${material}${zh}` : zh;
  return { zh: `${name} DN${dn} ${rating} ${material}`, en: `${stain ? "stainless " : ""}${en}`, values: { type, dn, rating, material } };
}

function termsOf(parts: readonly Part[], title: string): RequestTerms {
  const lines = parts.map(({ zh, values }, at) => ({
    lineNo: at + 1,
    spec: { ...emptySpec("flange"), values: Object.entries(values).map(([attribute, value]) => typed(attribute, value)) },
    text: `${zh} ${100 + at}件`,
    quantity: { value: String(100 + at), unit: "H87" },
    wantedDate: null,
    splittable: true,
    equivalentGrades: false,
    note: "",
  }));
  return RequestTerms.parse({ ...plainTerms(), title, lines });
}

/** A quarter speak English in their title; a twentieth name nothing that a flange search may find. */
export function someTerms(lineCount: number, stain: boolean): RequestTerms {
  const parts = Array.from({ length: lineCount }, () => aPart(stain));
  const [first] = parts;
  return termsOf(parts, chance() < 0.25 ? `${first?.zh} ${first?.en}` : `采购${first?.zh}`);
}

const forgings = ["锻造圆环", "锻制轴", "锻制饼类件", "无缝三通"];

/** Something else that the town makes, by text: no search for flanges may find it. */
function otherTerms(): RequestTerms {
  const name = pick(forgings);
  const base = termsOf([{ zh: `${name} ${pick(sizes)}mm`, en: "forging", values: {} }], `采购${name} forged ring`);
  return { ...base, lines: base.lines.map((line) => ({ ...line, spec: { ...line.spec, byText: true, note: line.text } })) };
}

export type Template = { readonly terms: RequestTerms; readonly words: string; readonly offer: unknown };

/** One listing in a hundred is of stainless steel: the search with a grade between its words must find them all. */
export const templates: readonly Template[] = Array.from({ length: 400 }, (_, at) => {
  const terms = at % 100 === 7 ? someTerms(2, true) : at % 20 === 3 ? otherTerms() : someTerms(1 + (at % 5), false);
  const [line] = terms.lines;
  return {
    terms,
    words: searchWords(terms.title, ...terms.lines.map(({ text }) => text)),
    offer: offerOf(terms.title, line?.text ?? "", line?.spec),
  };
});

function offerOf(title: string, text: string, spec: unknown): unknown {
  return OfferContent.parse({
    title: title.slice(0, 80),
    spec,
    text,
    unit: "H87",
    price: { kind: "tiers", currency: "CNY", priceIncludesTax: true, taxRate: "13", tiers: [{ from: "1", price: "86.5", base: "1" }] },
    minimum: null,
    step: null,
    packing: "木箱",
    leadDays: 15,
    place: "定襄",
    validUntil: "2099-12-31",
    note: "",
  });
}
