import { createWords, type Locale } from "@jizhen/i18n";
import type * as z from "zod";
import { refuse } from "../../platform/refuse.ts";

/** The filter of a screen, as it comes with the address of a file. */
export function readFilter<S extends z.ZodType>(schema: S, filter: unknown): z.infer<S> {
  const read = schema.safeParse(filter);
  return read.success ? read.data : refuse({ kind: "rule", code: "platform.invalid_input", params: { count: 1 }, field: "filter" });
}

export const wordsOf = async (locale: Locale) => (await createWords(locale)).t;
export type Say = Awaited<ReturnType<typeof wordsOf>>;
