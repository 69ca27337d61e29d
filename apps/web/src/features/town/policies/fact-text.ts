import type { EligibilityRule } from "@jizhen/domain-town";
import type { useTranslation } from "#lib/translation.tsx";

type Say = ReturnType<typeof useTranslation>["t"];

const joined = (parts: readonly string[]): string => parts.join(" / ");

/** A condition in words. */
export function factText(t: Say, rule: EligibilityRule): string {
  switch (rule.fact) {
    case "kind":
      return t("town.policy.fact.kind", { value: joined(rule.anyOf.map((kind) => t(`town.kind.${kind}`))) });
    case "region":
      return t("town.policy.fact.region", { value: joined(rule.anyOf) });
    case "family":
      return t("town.policy.fact.family", {
        value: joined(rule.anyOf.map((code) => t(`town.policy.family.${code}` as "town.policy.family.flange"))),
      });
    case "member_by":
      return t("town.policy.fact.member_by", { value: rule.date });
    case "home_member":
      return t("town.policy.fact.home_member");
    case "employees":
      return t("town.policy.fact.employees", { value: `${rule.atLeast ?? 0} – ${rule.atMost ?? "∞"}` });
  }
}

/** What the town has on file for the fact of a condition, in words. */
export function knownText(t: Say, { fact }: EligibilityRule, known: readonly string[]): string {
  switch (fact) {
    case "kind":
      return joined(known.map((kind) => t(`town.kind.${kind}` as "town.kind.firm")));
    case "family":
      return joined(known.map((code) => t(`town.policy.family.${code}` as "town.policy.family.flange")));
    case "home_member":
      return t(known[0] === "home" ? "town.policy.on_file.home" : "town.policy.on_file.visiting");
    case "region":
    case "member_by":
    case "employees":
      return joined(known);
  }
}
