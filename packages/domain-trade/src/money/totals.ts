import { exact, type Minor, minor, ratio, ratios, split, sum, toMinor } from "@jizhen/kernel";
import * as z from "zod";

/** Percent as decimal text: "13", "0", "9.5". */
export const TaxRate = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,4})?$|^100(\.0{1,4})?$/)
  .brand<"TaxRate">();
export type TaxRate = z.infer<typeof TaxRate>;

/** A line or a charge, rounded once to the minor unit; whether it holds the tax is said once for the whole document. */
export type TotalPart = { readonly amount: Minor; readonly taxRate: TaxRate };

export type TaxCategory = { readonly taxRate: TaxRate; readonly net: Minor; readonly tax: Minor };

export type Totals = {
  /** Net of each part, in the order given: Σ nets = net. */
  readonly nets: readonly Minor[];
  readonly categories: readonly TaxCategory[];
  readonly net: Minor;
  readonly tax: Minor;
  readonly payable: Minor;
};

/**
 * Totals of an order as EN 16931 counts them: the tax of a category is taken once, on the category's sum. Prices that include the
 * tax keep their agreed total to the minor unit; the nets are found back from it by largest remainder.
 */
export function totalsOf(parts: readonly TotalPart[], priceIncludesTax: boolean): Totals {
  const nets: Minor[] = parts.map((part) => part.amount);
  const categories: TaxCategory[] = [];
  for (const taxRate of new Set(parts.map((part) => part.taxRate))) {
    const members = parts.flatMap((part, index) => (part.taxRate === taxRate ? [index] : []));
    const stated = sum(members.map((index) => parts[index]?.amount ?? minor(0)));
    const category = priceIncludesTax ? taxInside(stated, taxRate) : taxOnTop(stated, taxRate);
    categories.push(category);
    if (!priceIncludesTax || stated === 0) continue;
    const shares = split(
      category.net,
      members.map((index) => parts[index]?.amount ?? 0),
    );
    for (const [at, index] of members.entries()) nets[index] = shares[at] ?? minor(0);
  }
  const net = sum(categories.map((category) => category.net));
  const tax = sum(categories.map((category) => category.tax));
  return { nets, categories, net, tax, payable: sum([net, tax]) };
}

function taxOnTop(net: Minor, taxRate: TaxRate): TaxCategory {
  return { taxRate, net, tax: toMinor(ratios.multiply(ratio(net), share(taxRate))) };
}

function taxInside(gross: Minor, taxRate: TaxRate): TaxCategory {
  const net = toMinor(ratios.divide(ratio(gross), ratios.add(ratio(1), share(taxRate))));
  return { taxRate, net, tax: minor(gross - net) };
}

const share = (taxRate: TaxRate) => ratios.divide(exact(taxRate), ratio(100));
