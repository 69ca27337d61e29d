import * as z from "zod";

/** A calendar date without a time, in the town's zone: "2026-11-23". */
export const LocalDate = z.iso.date().brand<"LocalDate">();
export type LocalDate = z.infer<typeof LocalDate>;
