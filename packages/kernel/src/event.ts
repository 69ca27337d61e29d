import * as z from "zod";

// Spelled out, because a pattern with `number` stops at the first ".v" of a name such as "quote.voided.v1".
type Version = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
export type EventName = `${string}.v${Version}`;

/** A past fact with a version. What it carries is copied as it was; ids and numbers, never somebody's secret. */
export type Fact = { readonly type: EventName };

/** Declares an event: its name is the prefix of the golden thread and a version. */
export const eventOf = <T extends EventName, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });
