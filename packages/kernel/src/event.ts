import * as z from "zod";

/** A past fact with a version. What it carries is copied as it was; ids and numbers, never somebody's secret. */
export type Fact = { readonly type: `${string}.v${number}` };

/** Declares an event: its name is the prefix of the golden thread and a version. */
export const eventOf = <T extends `${string}.v${number}`, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });
