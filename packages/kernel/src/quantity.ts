import * as z from "zod";
import { unitPattern } from "./units.ts";

/** A UN/ECE Recommendation 20 unit code, or a Recommendation 21 package code with a leading X (XBO bottle, XCT carton). */
export const UnitCode = z.string().regex(unitPattern).brand<"UnitCode">();
export type UnitCode = z.infer<typeof UnitCode>;

/** Decimal text, positive, up to six places: quantities are compared and multiplied exactly. */
export const Decimal = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/);
export type Decimal = z.infer<typeof Decimal>;

export const Quantity = z.strictObject({
  value: Decimal.refine((text) => /[1-9]/.test(text)),
  unit: UnitCode,
});
export type Quantity = z.infer<typeof Quantity>;
