import { type Act, LocalDate, Minor, OrgId, PersonId, Quantity, TownId, UnitPrice } from "@jizhen/kernel";
import type { LineSpec } from "@jizhen/spec";
import type { OpenedQuote, QuoteContent, QuoteLine } from "../quote/model.ts";
import { QuoteId } from "../quote/model.ts";
import { type MarketRules, RequestId, type RequestIn, type RequestLine, type RequestTerms } from "./model.ts";
import { draft, freeze, open, publish } from "./transitions.ts";

/** Ids for tests: the same number gives the same id. */
const tail = (number: number) =>
  number
    .toString(32)
    .replaceAll(/[^0-9a-hjkmnp-tv-z]/g, "z")
    .padStart(26, "0");
export const orgOf = (number: number) => OrgId.parse(`org_${tail(number)}`);
export const quoteIdOf = (number: number) => QuoteId.parse(`quot_${tail(number)}`);
export const town = TownId.parse(`town_${tail(1)}`);
export const buyer = orgOf(1);
export const clerk = PersonId.parse(`pers_${tail(1)}`);

export const july = (day: number, time = "00:00:00.000") => new Date(`2026-07-${String(day).padStart(2, "0")}T${time}Z`);
export const act = (at: Date, orgId = buyer): Act => ({ by: { townId: town, orgId, personId: clerk }, at });

export const rules: MarketRules = {
  windowHours: { sealed: 24, unsealed: 2 },
  unsealedAllowed: true,
  sealingThreshold: null,
  standstillDays: 0,
};

const spec: LineSpec = { pack: "flange@1.0.0", family: "flange", values: [], note: "", byText: true };

export const aLine = (lineNo: number, quantity = "200"): RequestLine => ({
  lineNo,
  spec,
  text: "带颈对焊 DN150 PN16 RF 20#",
  quantity: Quantity.parse({ value: quantity, unit: "H87" }),
  wantedDate: null,
  splittable: false,
  equivalentGrades: false,
  note: "",
});

export const theTerms = (some: Partial<RequestTerms> = {}): RequestTerms => ({
  title: "法兰采购",
  lines: [aLine(1), aLine(2)],
  delivery: { place: "定襄县", country: "CN", regionCode: "140921", port: null, incoterm: null },
  sealing: "at_rest",
  method: "open",
  visibility: "town",
  currency: "CNY",
  quoteCurrencies: ["CNY"],
  fx: [],
  ceiling: null,
  showCeiling: false,
  showCount: false,
  criteria: { kind: "lowest_landed_cost" },
  awardBy: "line",
  taxIncluded: true,
  standstillDays: 0,
  attachments: [],
  note: "",
  firmDate: false,
  paymentDays: null,
  paymentRate: null,
  buyerHidden: false,
  ...some,
});

const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const birth = { id: RequestId.parse(`preq_${tail(1)}`), townId: town, buyerId: buyer, writtenBy: clerk };

/** Published on 1 July, closing on 10 July unless a test says otherwise. */
export const aRequest = {
  draft: (terms: Partial<RequestTerms> = {}): RequestIn<"draft"> => draft(birth, theTerms(terms), { at: july(1) }),
  quoting: (terms: Partial<RequestTerms> = {}, closesAt = july(10)): RequestIn<"quoting"> =>
    must(publish(aRequest.draft(terms), { number: "CG-2026-000001", closesAt, rules, findingsOf: () => [] }, { at: july(1) })).next,
  frozen: (terms: Partial<RequestTerms> = {}): RequestIn<"frozen"> =>
    must(freeze(aRequest.quoting(terms), { root: "root", early: false }, { at: july(10) })).next,
  opened: (terms: Partial<RequestTerms> = {}): RequestIn<"opened"> =>
    must(open(aRequest.frozen(terms), { root: "root", opened: 2, voided: 0 }, { at: july(11) })).next,
  awarded: (terms: Partial<RequestTerms> = {}): RequestIn<"awarded"> => ({
    ...aRequest.opened(terms),
    status: "awarded",
    endedAt: july(12),
  }),
};

export const priced = (lineNo: number, price: string, some: Partial<QuoteLine> = {}): QuoteLine => ({
  lineNo,
  answer: "priced",
  tiers: [{ from: "1", price: UnitPrice.parse(price), base: "1" }],
  minimum: null,
  leadDays: 20,
  deviation: null,
  note: "",
  ...some,
});

export const theContent = (some: Partial<QuoteContent> = {}): QuoteContent => ({
  currency: "CNY",
  taxRate: "13",
  priceIncludesTax: true,
  incoterm: "DAP",
  place: "定襄县",
  port: null,
  validUntil: LocalDate.parse("2026-09-01"),
  paymentDays: null,
  lines: [priced(1, "86.5"), priced(2, "120")],
  charges: [],
  files: [],
  note: "",
  ...some,
});

/** The n-th firm's quote, received n-th. */
export const anOpened = (n: number, content: Partial<QuoteContent> = {}, some: Partial<OpenedQuote> = {}): OpenedQuote => ({
  state: "opened",
  id: quoteIdOf(n),
  supplierId: orgOf(100 + n),
  country: "CN",
  revision: 1,
  requestVersion: 1,
  sequence: n,
  status: "opened",
  judgement: null,
  validUntil: theContent(content).validUntil,
  content: theContent(content),
  ...some,
});

export const fen = (amount: number) => Minor.parse(amount);
