import * as z from "zod";
import { unitPricePattern } from "./money.ts";

/**
 * Whole minor units (fen, cents; the exponent is ISO 4217's). A branded safe integer rather than a bigint, because
 * money travels through JSON, query keys and Intl unharmed; the column is BIGINT and the store is where the two meet.
 */
export const Minor = z.int().brand<"Minor">();
export type Minor = z.infer<typeof Minor>;

/** Currencies the platform quotes and orders in. */
export const CurrencyCode = z.enum(["CNY", "USD", "EUR", "GBP", "RUB", "KZT", "JPY", "KRW", "KWD"]);
export type CurrencyCode = z.infer<typeof CurrencyCode>;

/** An amount in one currency; two currencies never add. */
export const Money = z.strictObject({ amount: Minor, currency: CurrencyCode });
export type Money = z.infer<typeof Money>;

/** A price for one unit: decimal text with up to ten places, never rounded before it is multiplied. */
export const UnitPrice = z.string().regex(unitPricePattern).brand<"UnitPrice">();
export type UnitPrice = z.infer<typeof UnitPrice>;
