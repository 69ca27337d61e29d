import {
  CostPart,
  contentRefusal,
  expectedAwardDate,
  needsPort,
  QuoteContent,
  type QuoteRefusal,
  type RequestTerms,
  tierFor,
} from "@jizhen/domain-procurement";
import { CurrencyCode, currencyExponents, exact, plusDays, type Ratio, ratio, ratios, total, UnitPrice } from "@jizhen/kernel";
import type { Uploaded } from "#lib/upload.ts";
import type { SuppliersRequest } from "../detail/request.ts";

export type TierForm = { from: string; price: string };
export type LineForm = {
  lineNo: number;
  declined: boolean;
  price: string;
  /** Price breaks above the first price, which holds from the first unit on. */
  tiers: TierForm[];
  minimum: string;
  leadDays: string;
  alternative: boolean;
  deviation: string;
  note: string;
};

/** Everything on the form as text, so that nothing typed is ever changed by a machine's idea of a number. */
export type QuoteForm = {
  currency: string;
  taxRate: string;
  priceIncludesTax: boolean;
  incoterm: string;
  place: string;
  port: string;
  validUntil: string | null;
  paymentDays: string;
  lines: LineForm[];
  charges: Record<CostPart, string>;
  files: Uploaded[];
  note: string;
};

export const allParts = CostPart.options;
export const emptyCharges = (): QuoteForm["charges"] => Object.fromEntries(allParts.map((part) => [part, ""])) as QuoteForm["charges"];
export const emptyLine = (lineNo: number): LineForm => ({
  lineNo,
  declined: false,
  price: "",
  tiers: [],
  minimum: "",
  leadDays: "",
  alternative: false,
  deviation: "",
  note: "",
});

/** A month after the award is to be expected: usual, and never refused. */
const usualValidity = (request: SuppliersRequest): string => plusDays(expectedAwardDate(askedOf(request)), 30);

export function emptyForm(request: SuppliersRequest): QuoteForm {
  const { terms } = request;
  return {
    currency: terms.quoteCurrencies.includes(terms.currency) ? terms.currency : (terms.quoteCurrencies[0] ?? terms.currency),
    taxRate: "13",
    priceIncludesTax: terms.taxIncluded,
    incoterm: terms.delivery.incoterm ?? "DAP",
    place: terms.delivery.place,
    port: terms.delivery.port ?? "",
    validUntil: usualValidity(request),
    paymentDays: terms.paymentDays?.toString() ?? "",
    lines: terms.lines.map(({ lineNo }) => emptyLine(lineNo)),
    charges: emptyCharges(),
    files: [],
    note: "",
  };
}

/** What was written before, on the lines that are asked now. */
export function formFrom(content: QuoteContent, request: SuppliersRequest): QuoteForm {
  return {
    ...emptyForm(request),
    currency: content.currency,
    taxRate: content.taxRate,
    priceIncludesTax: content.priceIncludesTax,
    incoterm: content.incoterm,
    place: content.place,
    port: content.port ?? "",
    validUntil: content.validUntil,
    paymentDays: content.paymentDays?.toString() ?? "",
    lines: request.terms.lines.map(({ lineNo }) => lineFrom(content, lineNo)),
    charges: {
      ...emptyCharges(),
      ...Object.fromEntries(content.charges.map(({ part, amount }) => [part, majorText(amount, content.currency)])),
    },
    files: content.files.map(({ fileId, name, key }) => ({ id: fileId, name, size: 0, mediaType: "", sealKey: key })),
    note: content.note,
  };
}

function lineFrom(content: QuoteContent, lineNo: number): LineForm {
  const line = content.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined) return emptyLine(lineNo);
  const [first, ...breaks] = line.tiers;
  return {
    lineNo,
    declined: line.answer === "declined",
    price: first?.price ?? "",
    tiers: breaks.map(({ from, price }) => ({ from, price })),
    minimum: line.minimum ?? "",
    leadDays: line.leadDays?.toString() ?? "",
    alternative: line.deviation !== null,
    deviation: line.deviation ?? "",
    note: line.note,
  };
}

/** A draft of another version of the request keeps what still has a line. */
export function fitted(form: QuoteForm, request: SuppliersRequest): QuoteForm {
  const lines = request.terms.lines.map(({ lineNo }) => form.lines.find((line) => line.lineNo === lineNo) ?? emptyLine(lineNo));
  return { ...emptyForm(request), ...form, lines, charges: { ...emptyCharges(), ...form.charges } };
}

export const isQuoteForm = (value: unknown): value is QuoteForm =>
  typeof value === "object" &&
  value !== null &&
  "lines" in value &&
  Array.isArray(value.lines) &&
  "charges" in value &&
  typeof value.charges === "object" &&
  "incoterm" in value;

const blank = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const wholeOrNull = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

/** "12.5" to whole minor units of the currency; null when it is no such amount. */
export function minorOf(text: string, currency: string): number | null {
  const value = /^\d{1,12}(\.\d{1,3})?$/.test(text.trim()) ? exact(text.trim()) : null;
  const minor = value === null ? null : ratios.multiply(value, ratio(10n ** BigInt(exponentOf(currency))));
  return minor === null || minor.d !== 1n ? null : Number(minor.n);
}

const exponentOf = (currency: string): number => currencyExponents[currency as CurrencyCode] ?? 2;
const majorText = (amount: number, currency: string): string =>
  ratios.toDecimal(ratio(BigInt(amount), 10n ** BigInt(exponentOf(currency))), exponentOf(currency));

function answerOf(line: LineForm) {
  const { lineNo, declined } = line;
  if (declined) return { lineNo, answer: "declined" as const, tiers: [], minimum: null, leadDays: null, deviation: null, note: line.note };
  return {
    lineNo,
    answer: "priced" as const,
    tiers: [
      { from: "0", price: line.price.trim(), base: "1" },
      ...line.tiers.map(({ from, price }) => ({ from: from.trim(), price: price.trim(), base: "1" })),
    ],
    minimum: blank(line.minimum),
    leadDays: wholeOrNull(line.leadDays),
    deviation: line.alternative ? blank(line.deviation) : null,
    note: line.note,
  };
}

function headOf(form: QuoteForm) {
  const charges = allParts.flatMap((part) =>
    form.charges[part].trim() === "" ? [] : [{ part, amount: minorOf(form.charges[part], form.currency) }],
  );
  return {
    currency: form.currency,
    taxRate: form.taxRate.trim(),
    priceIncludesTax: form.priceIncludesTax,
    incoterm: form.incoterm,
    place: form.place,
    port: needsPort(form.incoterm as "FOB") || form.port.trim() !== "" ? blank(form.port) : null,
    validUntil: form.validUntil,
    paymentDays: wholeOrNull(form.paymentDays),
    charges,
    files: form.files.map(({ id, name, sealKey }) => ({ fileId: id, name, key: sealKey ?? "" })),
    note: form.note,
  };
}

/** A working copy: lines without a price yet stay out of it. Null while the terms themselves cannot be kept. */
export function draftOf(form: QuoteForm): QuoteContent | null {
  const lines = form.lines.filter(({ declined, price }) => declined || UnitPrice.safeParse(price.trim()).success).map(answerOf);
  const read = QuoteContent.safeParse({ ...headOf(form), lines });
  return read.success ? read.data : null;
}

export type FieldProblem = { readonly path: string; readonly code: string; readonly refusal: QuoteRefusal | null };

const problem = (path: string, code: string): FieldProblem => ({ path, code, refusal: null });

/** What the person left out, field by field, in the order of the page. */
function gapsOf(form: QuoteForm): FieldProblem[] {
  return form.lines.flatMap((line, index) => {
    if (line.declined) return [];
    const at = `lines.${index}`;
    return [
      ...(line.price.trim() === "" ? [problem(`${at}.price`, "missing")] : []),
      ...line.tiers.flatMap(({ from, price }, tier) => [
        ...(from.trim() === "" ? [problem(`${at}.tiers.${tier}.from`, "missing")] : []),
        ...(price.trim() === "" ? [problem(`${at}.tiers.${tier}.price`, "missing")] : []),
      ]),
      ...(line.leadDays.trim() === "" ? [problem(`${at}.leadDays`, "missing")] : []),
      ...(line.leadDays.trim() !== "" && wholeOrNull(line.leadDays) === null ? [problem(`${at}.leadDays`, "invalid_format")] : []),
      ...(line.alternative && line.deviation.trim() === "" ? [problem(`${at}.deviation`, "missing")] : []),
    ];
  });
}

/** Where a path of the content lies on the form: the first tier is the line's price, a charge stands under its part. */
export function fieldOf(path: string, form: QuoteForm): string {
  const [, line, tier = "0", rest = "price"] = /^lines\.(\d+)\.tiers(?:\.(\d+)(?:\.(\w+))?)?$/.exec(path) ?? [];
  if (line !== undefined)
    return Number(tier) === 0 ? `lines.${line}.price` : `lines.${line}.tiers.${Number(tier) - 1}.${rest === "from" ? "from" : "price"}`;
  const whole = /^lines\.(\d+)$/.exec(path)?.[1];
  if (whole !== undefined) return `lines.${whole}.price`;
  const charge = /^charges\.(\d+)/.exec(path)?.[1];
  if (charge !== undefined) return `charges.${allParts.filter((part) => form.charges[part].trim() !== "")[Number(charge)] ?? "packing"}`;
  return path;
}

/** The request as the domain's rules take it; what a supplier is not shown plays no part in them. */
const askedOf = (request: SuppliersRequest) => ({
  closesAt: request.closesAt ?? request.serverNow,
  terms: { ...request.terms, showCeiling: false, buyerHidden: false } as RequestTerms,
});

export type Checked =
  | { readonly content: QuoteContent; readonly problems: readonly [] }
  | { readonly content: null; readonly problems: readonly FieldProblem[] };

/** The domain's own schema and rules over the form, each finding at its field. */
export function check(form: QuoteForm, request: SuppliersRequest): Checked {
  const gaps = gapsOf(form);
  const read = QuoteContent.safeParse({ ...headOf(form), lines: form.lines.map(answerOf) });
  const taken = new Set(gaps.map(({ path }) => path));
  const issues = (read.error?.issues ?? [])
    .map(({ path, code }) => problem(fieldOf(path.join("."), form), code))
    .filter(({ path }) => !taken.has(path));
  const found = [...gaps, ...issues.filter((issue, index) => issues.findIndex(({ path }) => path === issue.path) === index)];
  if (found.length > 0 || !read.success) return { content: null, problems: found };
  const refusal = contentRefusal(read.data, askedOf(request));
  if (refusal === null) return { content: read.data, problems: [] };
  const field = "field" in refusal && refusal.field !== undefined ? fieldOf(refusal.field, form) : "";
  return { content: null, problems: [{ path: field, code: refusal.code, refusal }] };
}

export type Sum = {
  readonly goods: number;
  readonly charges: number;
  readonly net: number;
  readonly gross: number;
  readonly priced: number;
  readonly declined: number;
};

/** What the quote comes to for the quantities asked, in minor units of its currency; half-written lines count as nothing. */
export function sumOf(form: QuoteForm, terms: { readonly lines: readonly { readonly quantity: { readonly value: string } }[] }): Sum {
  const currency = CurrencyCode.safeParse(form.currency);
  const amounts = terms.lines.map((asked, index) =>
    currency.success ? amountOf(form.lines[index], asked.quantity.value, currency.data) : null,
  );
  const goods = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  const charges = allParts.reduce((sum, part) => sum + (minorOf(form.charges[part], form.currency) ?? 0), 0);
  const whole = ratio(BigInt(goods + charges));
  const factor = taxFactor(form.taxRate);
  const other = Number(ratios.roundHalfUp(form.priceIncludesTax ? ratios.divide(whole, factor) : ratios.multiply(whole, factor)));
  const [net, gross] = form.priceIncludesTax ? [other, goods + charges] : [goods + charges, other];
  return {
    goods,
    charges,
    net,
    gross,
    priced: amounts.filter((amount) => amount !== null).length,
    declined: form.lines.filter(({ declined }) => declined).length,
  };
}

const taxFactor = (rate: string): Ratio => {
  const percent = /^\d{1,3}(\.\d{1,4})?$/.test(rate.trim()) ? exact(rate.trim()) : ratio(0n);
  return ratios.add(ratio(1n), ratios.divide(percent, ratio(100n)));
};

/** A line's goods at the price that holds for the quantity; null while there is none. */
export function amountOf(line: LineForm | undefined, quantity: string, currency: CurrencyCode): number | null {
  if (line === undefined || line.declined) return null;
  const read = QuoteContent.shape.lines.safeParse([answerOf(line)]);
  const tier = read.success ? tierFor(read.data[0]?.tiers ?? [], quantity) : null;
  return tier === null ? null : total(tier.price, quantity, currency, tier.base);
}

/** One column of a sheet, or two: prices, and days when they stand beside. Currency signs and thousands are taken off. */
export function pastedColumn(text: string): { price: string; leadDays: string }[] | null {
  const rows = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n");
  if (rows.length < 2) return null;
  return rows.map((row) => {
    const [price = "", leadDays = ""] = row.split("\t").map((cell) => cell.normalize("NFKC").replace(/[,\s¥$€£]|CNY|RMB|USD|EUR|元/gi, ""));
    return { price, leadDays: /^\d{1,4}$/.test(leadDays.replace(/天|days?|d/gi, "")) ? leadDays.replace(/天|days?|d/gi, "") : "" };
  });
}
