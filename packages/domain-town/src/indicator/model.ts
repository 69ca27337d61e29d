import * as z from "zod";
import { Quarter } from "./period.ts";
import { Decimal } from "./value.ts";

export const IndicatorKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/)
  .brand<"IndicatorKey">();
export type IndicatorKey = z.infer<typeof IndicatorKey>;
export const indicatorKey = (text: string): IndicatorKey => IndicatorKey.parse(text);

export const IndicatorUnit = z.enum([
  "fen",
  "count",
  "person",
  "country",
  "percent",
  "hour",
  "kgce",
  "kgce_per_10k_yuan",
  "tonne",
  "kgce_per_tonne",
  "kgco2e",
  "kgco2e_per_tonne",
]);
export type IndicatorUnit = z.infer<typeof IndicatorUnit>;

/** How single figures become one: flows are summed, stocks are taken at the end, ratios come from their summed parts, medians stand alone. */
export const Formula = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("flow") }),
  z.strictObject({ kind: z.literal("stock") }),
  z.strictObject({ kind: z.literal("ratio"), numerator: IndicatorKey, denominator: IndicatorKey, factor: Decimal }),
  z.strictObject({ kind: z.literal("median") }),
]);
export type Formula = z.infer<typeof Formula>;

const words = (max: number) => z.string().trim().min(2).max(max);
export const DefinitionPart = z.strictObject({ key: IndicatorKey, nameZh: words(40), nameEn: words(80) });

/** One version of what an indicator means. A change of meaning is a new version; both stay readable. */
export const Definition = z.strictObject({
  key: IndicatorKey,
  version: z.int().min(1).max(99),
  nameZh: words(40),
  nameEn: words(80),
  meaningZh: words(400),
  meaningEn: words(600),
  formula: Formula,
  unit: IndicatorUnit,
  source: z.enum(["declared", "computed"]),
  grain: z.enum(["month", "quarter"]),
  direction: z.enum(["up", "down", "none"]),
  /** Counts of firms or of the platform's own facts tell nothing of one firm; all else is hidden when few stand behind it. */
  hidesSmall: z.boolean(),
  /** Parts a firm may declare beside the whole; if it does, they add up. */
  parts: z.array(DefinitionPart).max(6),
  validFrom: Quarter,
});
export type Definition = z.infer<typeof Definition>;

/** The version in force in a quarter, for every key that has one. */
export function inForce(definitions: readonly Definition[], quarter: Quarter): Definition[] {
  const best = new Map<IndicatorKey, Definition>();
  for (const definition of definitions) {
    if (definition.validFrom > quarter) continue;
    const held = best.get(definition.key);
    if (!held || held.version < definition.version) best.set(definition.key, definition);
  }
  return [...best.values()];
}
