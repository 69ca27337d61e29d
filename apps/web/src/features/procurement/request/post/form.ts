import { type RequestTerms, RequestTerms as Terms } from "@jizhen/domain-procurement";
import { type Locale } from "@jizhen/i18n";
import { currencyExponents, isLocalDate, localDateAt, millisecondsIn, plus, startOf } from "@jizhen/kernel";
import { allPacks, PackCode, parse, summaryOf } from "@jizhen/spec";
import { type Closing, emptyForm, type PostForm } from "./blank.ts";
import { lineFrom, stopsOf, unitOf } from "./line.ts";

/** Reads the box. Every line becomes one of the table; a place found in the text is taken when none was given. */
export function readBox(form: PostForm, text: string, now: Date, pack: string | null, newKey: () => string): PostForm {
  const today = localDateAt(now);
  const { lines } = parse(text, allPacks, { pack: PackCode.nullable().catch(null).parse(pack), today });
  const read = lines.filter((line) => line.text.trim() !== "").map((line) => lineFrom(line, newKey(), today));
  const place = lines.find(({ delivery }) => delivery?.place)?.delivery?.place ?? "";
  const incoterm = lines.find(({ delivery }) => delivery !== null)?.delivery?.incoterm ?? "";
  return {
    ...form,
    paste: text,
    lines: [...form.lines, ...read].slice(0, 200),
    place: form.place || place,
    incoterm: form.incoterm || incoterm,
  };
}

/** The title when none is typed: the first line in a few words, and how many follow. */
export function titleOf({ title, lines }: PostForm, locale: Locale): string {
  if (title.trim() !== "") return title.trim();
  const [first] = lines;
  if (first === undefined) return "";
  const summary = (summaryOf(first.spec, locale) || first.text).slice(0, 90);
  if (lines.length === 1) return summary;
  return locale === "zh-CN" ? `${summary} 等 ${lines.length} 项` : `${summary} and ${lines.length - 1} more`;
}

/** Days are rounded up to a full hour, with a few minutes to spare: a town's shortest window must still hold when the publication arrives. */
export const closesAtOf = (closing: Closing, now: Date): Date => {
  if (closing.kind === "days") {
    const { day, hour, minute } = millisecondsIn;
    return new Date(Math.ceil((now.getTime() + closing.days * day + 5 * minute) / hour) * hour);
  }
  if (closing.kind === "kept") return new Date(closing.at);
  return isLocalDate(closing.date) ? plus(startOf(closing.date), 17 * millisecondsIn.hour) : now;
};

/** What is still missing before the request can go out, each with the place to mend it. */
export type Gap = {
  readonly at: string;
  readonly line: number | null;
  readonly kind: "lines" | "quantity" | "spec" | "place" | "closing" | "port" | "date";
  readonly attributes: readonly string[];
};

export function gapsOf(form: PostForm, now: Date, today: string): Gap[] {
  const gap = (at: string, kind: Gap["kind"], line: number | null = null, attributes: readonly string[] = []): Gap => ({
    at,
    kind,
    line,
    attributes,
  });
  const ofLines = form.lines.flatMap((line, index) => [
    ...(/^\d{1,12}(\.\d{1,6})?$/.test(line.quantity) && Number(line.quantity) > 0 ? [] : [gap(line.key, "quantity", index + 1)]),
    ...(line.wantedDate !== null && line.wantedDate < today ? [gap(line.key, "date", index + 1)] : []),
    ...stopsOf(line).map(({ attributes }) => gap(line.key, "spec", index + 1, attributes)),
  ]);
  return [
    ...(form.lines.length === 0 ? [gap("paste", "lines")] : []),
    ...ofLines,
    ...(form.place.trim() === "" ? [gap("place", "place")] : []),
    ...(closesAtOf(form.closing, now) <= now ? [gap("closing", "closing")] : []),
    ...(["FAS", "FOB", "CFR", "CIF"].includes(form.incoterm) && form.port.trim() === "" ? [gap("port", "port")] : []),
  ];
}

const numberOrNull = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

function ceilingOf({ ceiling, currency }: PostForm): number | null {
  const plain = ceiling.replace(/[,\s]/g, "");
  return /^\d{1,12}(\.\d{1,3})?$/.test(plain) && Number(plain) > 0 ? Math.round(Number(plain) * 10 ** currencyExponents[currency]) : null;
}

/** The terms as the API takes them, or null while something that the schema insists on is missing. */
export function termsOf(form: PostForm, locale: Locale): RequestTerms | null {
  const reach = {
    town: { method: "open", visibility: "town" },
    province: { method: "open", visibility: "province" },
    invited: { method: "selective", visibility: "town" },
  };
  const read = Terms.safeParse({
    title: titleOf(form, locale),
    lines: form.lines.map((line, index) => ({
      lineNo: index + 1,
      spec: line.spec,
      text: line.text.trim() || summaryOf(line.spec, locale) || "-",
      quantity: { value: line.quantity, unit: unitOf(line) },
      wantedDate: line.wantedDate,
      splittable: line.splittable,
      equivalentGrades: line.equivalentGrades,
      note: "",
    })),
    delivery: {
      place: form.place.trim(),
      country: "CN",
      regionCode: null,
      port: form.port.trim() || null,
      incoterm: form.incoterm || null,
    },
    sealing: form.sealing,
    ...reach[form.reach],
    currency: form.currency,
    quoteCurrencies: [form.currency],
    fx: [],
    ceiling: ceilingOf(form),
    showCeiling: form.showCeiling && ceilingOf(form) !== null,
    showCount: false,
    criteria: { kind: "lowest_landed_cost" },
    awardBy: form.awardBy,
    taxIncluded: true,
    standstillDays: 0,
    attachments: form.attachments.map(({ id }) => id),
    note: form.note,
    firmDate: form.firmDate,
    paymentDays: numberOrNull(form.paymentDays),
    paymentRate: null,
    buyerHidden: form.buyerHidden,
  });
  return read.success ? read.data : null;
}

/** A stored request back into the form, to go on writing or to amend. */
export function formFrom(terms: RequestTerms, closesAt: Date | null, newKey: () => string): PostForm {
  const { delivery, method, visibility } = terms;
  return {
    ...emptyForm(delivery.place),
    lines: terms.lines.map((line) => ({
      key: newKey(),
      text: line.text,
      spec: line.spec,
      quantity: line.quantity.value,
      unit: line.quantity.unit,
      wantedDate: line.wantedDate,
      splittable: line.splittable,
      equivalentGrades: line.equivalentGrades,
      asked: [],
    })),
    title: terms.title,
    closing: closesAt === null ? { kind: "days", days: 3 } : { kind: "kept", at: closesAt.toISOString() },
    reach: method !== "open" ? "invited" : visibility,
    sealing: terms.sealing,
    awardBy: terms.awardBy,
    currency: terms.currency,
    incoterm: delivery.incoterm ?? "",
    port: delivery.port ?? "",
    paymentDays: terms.paymentDays?.toString() ?? "",
    ceiling: terms.ceiling === null ? "" : (terms.ceiling / 10 ** currencyExponents[terms.currency]).toString(),
    showCeiling: terms.showCeiling,
    firmDate: terms.firmDate,
    buyerHidden: terms.buyerHidden,
    attachments: terms.attachments.map((id) => ({ id, name: id, size: 0, mediaType: "" })),
    note: terms.note,
  };
}
