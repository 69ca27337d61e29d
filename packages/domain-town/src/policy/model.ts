import { idOf, LocalDate, PersonId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { EligibilityRule } from "./eligibility.ts";

export const PolicyId = idOf("poli");
export type PolicyId = z.infer<typeof PolicyId>;

/** A policy promises something to those it concerns; a notice tells everybody. */
export const PolicyForm = z.enum(["policy", "notice"]);
export type PolicyForm = z.infer<typeof PolicyForm>;

/** Null English is the decision "not translated", which the reader is told. */
export const PolicyContent = z.strictObject({
  titleZh: z.string().trim().min(4).max(120),
  textZh: z.string().trim().min(10).max(20_000),
  titleEn: z.string().trim().min(4).max(200).nullable(),
  textEn: z.string().trim().min(10).max(40_000).nullable(),
  validFrom: LocalDate,
  validUntil: LocalDate.nullable(),
  deadline: LocalDate.nullable(),
  rules: z.array(EligibilityRule).max(12),
});
export type PolicyContent = z.infer<typeof PolicyContent>;

const Base = z.strictObject({
  id: PolicyId,
  townId: TownId,
  form: PolicyForm,
  number: z.string(),
  content: PolicyContent,
  writtenBy: PersonId,
  createdAt: z.date(),
  version: z.int(),
});
const Once = Base.extend({ revision: z.int().min(1), publishedBy: PersonId, publishedAt: z.date() });

/** One shape per state: only what is published can hold an amendment, and only what was withdrawn says why. */
export const Policy = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("draft") }),
  Once.extend({ state: z.literal("published"), amendment: PolicyContent.nullable(), amendedBy: PersonId.nullable() }),
  Once.extend({ state: z.literal("withdrawn"), withdrawnAt: z.date(), reason: z.string() }),
]);
export type Policy = z.infer<typeof Policy>;
export type PolicyState = Policy["state"];
export type PolicyIn<S extends PolicyState> = Extract<Policy, { state: S }>;
