import { err, OrgId, ok, type Result, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { normaliseNumber, readCreditCode } from "./credit-code.ts";
import type { OrganisationRefusal } from "./errors.ts";

/** ISO 3166-1 alpha-2. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/);

/** What the whole deployment knows of a legal entity: who it is, nothing of its business. */
export const Organisation = z.strictObject({
  id: OrgId,
  country: CountryCode,
  number: z.string().min(2).max(40),
  nameZh: z.string().trim().min(2).max(120),
  nameEn: z.string().trim().min(2).max(160).nullable(),
  /** warned: a check digit fails, and a person must confirm it by name before any town admits it. */
  codeState: z.enum(["sound", "warned"]),
  regionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  homeTown: TownId.nullable(),
  demo: z.boolean(),
  createdAt: z.date(),
  version: z.int(),
});
export type Organisation = z.infer<typeof Organisation>;

/** What a person writes of a new organisation. `number` is kept as written; the domain normalises it. */
export const OrganisationEntry = z.strictObject({
  country: CountryCode,
  number: z.string().trim().min(1).max(60),
  nameZh: z.string().trim().min(2).max(120),
  nameEn: z.string().trim().min(2).max(160).nullable(),
  /** "The licence shows exactly this number": asked when a check digit fails. */
  shownExactly: z.boolean(),
});
export type OrganisationEntry = z.infer<typeof OrganisationEntry>;

export type ReadNumber = { readonly number: string; readonly codeState: Organisation["codeState"]; readonly which: readonly string[] };

const registerNumber = /^[0-9A-Z./]{2,40}$/;

/** The registration number of any country, normalised the same way; China's is read sign by sign. */
export function readNumber(country: string, written: string): Result<ReadNumber, OrganisationRefusal> {
  if (country === "CN") {
    const read = readCreditCode(written);
    if (!read.ok) return read;
    const { number, warned } = read.value;
    return ok({ number, codeState: warned.length > 0 ? "warned" : "sound", which: warned });
  }
  const number = normaliseNumber(written);
  return registerNumber.test(number)
    ? ok({ number, codeState: "sound", which: [] })
    : err({ kind: "rule", code: "town.organisation.register_number", field: "number" });
}

/** Refuses, or asks once: a failing digit passes only when the applicant says that the licence shows exactly this. */
export function admitNumber(
  entry: Pick<OrganisationEntry, "country" | "number" | "shownExactly">,
): Result<ReadNumber, OrganisationRefusal> {
  const read = readNumber(entry.country, entry.number);
  if (!read.ok || read.value.codeState === "sound" || entry.shownExactly) return read;
  const which = read.value.which.join("+");
  return err({ kind: "rule", code: "town.organisation.code_needs_confirmation", params: { which }, field: "shownExactly" });
}
