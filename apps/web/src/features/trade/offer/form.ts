import { fitToPublish, OfferContent } from "@jizhen/domain-trade";
import { currencyExponents } from "@jizhen/kernel";
import { allPacks, emptySpec, familyOf, type LineSpec, parse, summaryOf } from "@jizhen/spec";
import { sayIssue } from "#lib/say.ts";
import type { Inputs } from "#lib/trpc.ts";
import { words } from "#lib/words.ts";

export type OfferTyped = Inputs["trade"]["offer"]["save"]["content"];

/** What stands in the fields; names follow the content's paths, so that a refusal finds its field. */
export type OfferForm = {
  title: string;
  text: string;
  unit: string;
  price: {
    kind: "tiers" | "on_request";
    currency: string;
    priceIncludesTax: boolean;
    taxRate: string;
    tiers: { from: string; price: string }[];
  };
  minimum: string;
  step: string;
  packing: string;
  leadDays: string;
  place: string;
  validUntil: string | null;
  note: string;
};

export const currencies = Object.keys(currencyExponents);
export const units = ["H87", "SET", "PR", "KGM", "TNE", "MTR", "LTR", "MTQ", "XBO", "XCT", "XBX", "XBG", "XDR", "XPX"] as const;

/** The first line of what was written, read by the packs; words alone go out as words. */
export function specFrom(text: string): LineSpec {
  const [line] = text.trim() === "" ? [] : parse(text, allPacks).lines;
  if (line === undefined) return { ...emptySpec("generic"), byText: true };
  const understood = line.spec.values.some((held) => held.value !== null);
  return understood ? line.spec : { ...line.spec, values: [], byText: true };
}

export const titleFrom = (spec: LineSpec, text: string): string => (spec.byText ? text.trim() : summaryOf(spec, "zh-CN")).slice(0, 80);
export const unitFrom = (spec: LineSpec): string => familyOf(spec.family).unit;

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const daysOf = (text: string): number | null =>
  /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : text.trim() === "" ? null : Number.NaN;

export function contentOf(form: OfferForm, spec: LineSpec): OfferTyped {
  const { kind, currency, priceIncludesTax, taxRate, tiers } = form.price;
  return {
    title: form.title,
    spec,
    text: form.text,
    unit: form.unit,
    price:
      kind === "on_request"
        ? { kind }
        : {
            kind,
            currency: currency as OfferContentCurrency,
            priceIncludesTax,
            taxRate: taxRate.trim(),
            tiers: tiers.map((tier) => ({ from: tier.from.trim(), price: tier.price.trim(), base: "1" })),
          },
    minimum: orNull(form.minimum),
    step: orNull(form.step),
    packing: form.packing,
    leadDays: daysOf(form.leadDays),
    place: form.place,
    validUntil: form.validUntil,
    note: form.note,
  };
}
type OfferContentCurrency = Extract<OfferTyped["price"], { kind: "tiers" }>["currency"];

type Wrong = { readonly path: string; readonly words: string };

/** What is to be mended before it is sent, by the same schema and, for what others will see, the same rules as the server's. */
export function wrongIn(content: OfferTyped, shownAt: Date | null): Wrong[] {
  const read = OfferContent.safeParse(content);
  if (!read.success) return read.error.issues.map(({ path, code }) => ({ path: path.join("."), words: sayIssue(code) }));
  const fit = shownAt === null ? null : fitToPublish(read.data, shownAt);
  if (fit === null || fit.ok) return [];
  const { error } = fit;
  return [{ path: "field" in error ? error.field : "text", words: words().t(error.code, "params" in error ? { ...error.params } : {}) }];
}

export const emptyForm: OfferForm = {
  title: "",
  text: "",
  unit: "H87",
  price: { kind: "tiers", currency: "CNY", priceIncludesTax: true, taxRate: "13", tiers: [{ from: "1", price: "" }] },
  minimum: "",
  step: "",
  packing: "",
  leadDays: "",
  place: "",
  validUntil: null,
  note: "",
};

export function formOf(content: OfferContent): OfferForm {
  const { price } = content;
  return {
    ...content,
    price:
      price.kind === "on_request"
        ? { ...emptyForm.price, kind: "on_request" }
        : { ...price, tiers: price.tiers.map(({ from, price: each }) => ({ from, price: each })) },
    minimum: content.minimum ?? "",
    step: content.step ?? "",
    leadDays: content.leadDays === null ? "" : String(content.leadDays),
  };
}
