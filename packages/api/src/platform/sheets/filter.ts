import type * as z from "zod";
import { refuse } from "../refuse.ts";

/** A list's filter as its own schema has it; what travels in the address may be anything. */
export function readFilter<S extends z.ZodType>(schema: S, filter: unknown): z.infer<S> {
  const read = schema.safeParse(filter);
  return read.success ? read.data : refuse({ kind: "rule", code: "platform.invalid_input", params: { count: 1 }, field: "filter" });
}
