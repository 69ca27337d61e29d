import type { ApplicantKind, EligibilityRule, Policy } from "@jizhen/domain-town";
import type { Inputs } from "#lib/trpc.ts";

type Content = Inputs["town"]["policy"]["write"]["content"];
type Rules = Content["rules"];

export const families = ["flange", "forging", "buttweld", "baijiu", "glassware", "malleable", "admixture", "generic"] as const;
type Family = (typeof families)[number];

/** A policy as a person types it: empty is "none". */
export type Draft = {
  readonly titleZh: string;
  readonly textZh: string;
  readonly titleEn: string;
  readonly textEn: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly deadline: string | null;
  readonly kinds: readonly ApplicantKind[];
  readonly families: readonly Family[];
  readonly home: boolean;
  readonly regions: string;
  readonly memberBy: string | null;
  readonly least: string;
  readonly most: string;
};

const ruleOf = <F extends EligibilityRule["fact"]>(rules: readonly EligibilityRule[], fact: F) =>
  rules.find((rule): rule is Extract<EligibilityRule, { fact: F }> => rule.fact === fact);

/** The amendment where one waits, else what stands, else a blank page. */
export function draftOf(policy: Policy | null): Draft {
  const content = policy === null ? null : policy.state === "published" && policy.amendment !== null ? policy.amendment : policy.content;
  const rules = content?.rules ?? [];
  const employees = ruleOf(rules, "employees");
  return {
    titleZh: content?.titleZh ?? "",
    textZh: content?.textZh ?? "",
    titleEn: content?.titleEn ?? "",
    textEn: content?.textEn ?? "",
    validFrom: content?.validFrom ?? null,
    validUntil: content?.validUntil ?? null,
    deadline: content?.deadline ?? null,
    kinds: (ruleOf(rules, "kind")?.anyOf ?? []).filter((kind) => kind !== "administration"),
    families: families.filter((family) => ruleOf(rules, "family")?.anyOf.includes(family) ?? false),
    home: ruleOf(rules, "home_member") !== undefined,
    regions: ruleOf(rules, "region")?.anyOf.join(", ") ?? "",
    memberBy: ruleOf(rules, "member_by")?.date ?? null,
    least: employees?.atLeast?.toString() ?? "",
    most: employees?.atMost?.toString() ?? "",
  };
}

const countOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));

export function rulesOf({ kinds, families: chosen, home, regions, memberBy, least, most }: Draft): Rules {
  const codes = regions.split(/[\s,，、]+/).filter((code) => code !== "");
  return [
    ...(kinds.length > 0 ? [{ fact: "kind", anyOf: [...kinds] }] : []),
    ...(chosen.length > 0 ? [{ fact: "family", anyOf: [...chosen] }] : []),
    ...(home ? [{ fact: "home_member" }] : []),
    ...(codes.length > 0 ? [{ fact: "region", anyOf: codes }] : []),
    ...(memberBy !== null ? [{ fact: "member_by", date: memberBy }] : []),
    ...(least.trim() !== "" || most.trim() !== "" ? [{ fact: "employees", atLeast: countOf(least), atMost: countOf(most) }] : []),
  ];
}

const written = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export const contentOf = (draft: Draft): Content => ({
  titleZh: draft.titleZh.trim(),
  textZh: draft.textZh.trim(),
  titleEn: written(draft.titleEn),
  textEn: written(draft.textEn),
  validFrom: draft.validFrom as Content["validFrom"],
  validUntil: draft.validUntil as Content["validUntil"],
  deadline: draft.deadline as Content["deadline"],
  rules: rulesOf(draft),
});
