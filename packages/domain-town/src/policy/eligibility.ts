import { err, LocalDate, ok, type Result } from "@jizhen/kernel";
import * as z from "zod";
import { MembershipKind } from "../membership/kind.ts";
import type { PolicyRefusal } from "./errors.ts";

/** Who may apply, as conditions over what the town knows of a member; all of them must hold. */
export const EligibilityRule = z.discriminatedUnion("fact", [
  z.strictObject({ fact: z.literal("kind"), anyOf: z.array(MembershipKind).min(1) }),
  /** GB/T 2260 beginnings: a province, a prefecture or a county. */
  z.strictObject({
    fact: z.literal("region"),
    anyOf: z
      .array(z.string().regex(/^\d{2}(\d{2}){0,2}$/))
      .min(1)
      .max(30),
  }),
  z.strictObject({ fact: z.literal("family"), anyOf: z.array(z.string().min(1).max(30)).min(1).max(20) }),
  z.strictObject({ fact: z.literal("member_by"), date: LocalDate }),
  z.strictObject({ fact: z.literal("home_member") }),
  z.strictObject({
    fact: z.literal("employees"),
    atLeast: z.int().min(0).max(1_000_000).nullable(),
    atMost: z.int().min(0).max(1_000_000).nullable(),
  }),
]);
export type EligibilityRule = z.infer<typeof EligibilityRule>;
export type RuleFact = EligibilityRule["fact"];
const knownFacts: readonly string[] = EligibilityRule.options.map(({ shape }) => shape.fact.value);

/** As somebody hands them in: a rule over a fact that the town does not keep is named, not dropped. */
export const WrittenRule = z.looseObject({ fact: z.string().max(40) });

export function readRules(written: readonly z.infer<typeof WrittenRule>[]): Result<EligibilityRule[], PolicyRefusal> {
  const rules: EligibilityRule[] = [];
  for (const [index, rule] of written.entries()) {
    if (!knownFacts.includes(rule.fact))
      return err({ kind: "rule", code: "town.policy.rule_unknown_fact", params: { fact: rule.fact }, field: `content.rules.${index}` });
    const read = EligibilityRule.safeParse(rule);
    if (!read.success) return err({ kind: "rule", code: "town.policy.rule_incomplete", field: `content.rules.${index}` });
    rules.push(read.data);
  }
  return ok(rules);
}

/** What a town knows of a member. Null is "not known here", which is neither yes nor no. */
export type MemberProfile = {
  readonly kinds: readonly string[];
  readonly regionCode: string | null;
  readonly families: readonly string[] | null;
  readonly memberSince: LocalDate | null;
  readonly visiting: boolean;
  readonly employees: number | null;
};

export type Answer = "met" | "unmet" | "unknown";
/** `known` is what the town has on file for this fact, as codes; null where it has nothing. */
export type Reasoned = { readonly rule: EligibilityRule; readonly answer: Answer; readonly known: readonly string[] | null };
export type Concern = "concerns" | "perhaps" | "not";

const known = <T>(value: T | null, holds: (value: T) => boolean): Answer => (value === null ? "unknown" : holds(value) ? "met" : "unmet");

function answerOf(rule: EligibilityRule, member: MemberProfile): Answer {
  switch (rule.fact) {
    case "kind":
      return known(member.kinds, (kinds) => rule.anyOf.some((kind) => kinds.includes(kind)));
    case "region":
      return known(member.regionCode, (code) => rule.anyOf.some((beginning) => code.startsWith(beginning)));
    case "family":
      return known(member.families, (families) => rule.anyOf.some((family) => families.includes(family)));
    case "member_by":
      return known(member.memberSince, (since) => since <= rule.date);
    case "home_member":
      return known(member.visiting, (visiting) => !visiting);
    case "employees":
      return known(member.employees, (count) => count >= (rule.atLeast ?? 0) && count <= (rule.atMost ?? Number.POSITIVE_INFINITY));
  }
}

const textOf = (value: string | number | null): string[] | null => (value === null ? null : [String(value)]);

/** The fact behind an answer, so that a firm sees why and can have a wrong entry put right. */
function factOf({ fact }: EligibilityRule, member: MemberProfile): readonly string[] | null {
  switch (fact) {
    case "kind":
      return member.kinds;
    case "region":
      return textOf(member.regionCode);
    case "family":
      return member.families;
    case "member_by":
      return textOf(member.memberSince);
    case "home_member":
      return [member.visiting ? "visiting" : "home"];
    case "employees":
      return textOf(member.employees);
  }
}

/** Whether a policy concerns a member, and how each rule contributed: one "no" settles it, one "not known" leaves it open. */
export function concernOf(rules: readonly EligibilityRule[], member: MemberProfile): { concern: Concern; reasons: Reasoned[] } {
  const reasons = rules.map((rule): Reasoned => ({ rule, answer: answerOf(rule, member), known: factOf(rule, member) }));
  const answers = reasons.map(({ answer }) => answer);
  const concern = answers.includes("unmet") ? "not" : answers.includes("unknown") ? "perhaps" : "concerns";
  return { concern, reasons };
}
