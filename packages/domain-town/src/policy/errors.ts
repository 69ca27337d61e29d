export type PolicyRefusal =
  | { kind: "not_found"; code: "town.policy.unknown" }
  | { kind: "rule"; code: "town.policy.wrong_state"; params: { state: string } }
  | { kind: "rule"; code: "town.policy.nothing_to_publish" }
  | { kind: "forbidden"; code: "town.policy.own_writing" }
  | { kind: "rule"; code: "town.policy.dates_crossed"; field?: string }
  | { kind: "rule"; code: "town.policy.deadline_past"; field?: string }
  | { kind: "rule"; code: "town.policy.rule_unknown_fact"; params: { fact: string }; field?: string }
  | { kind: "rule"; code: "town.policy.rule_incomplete"; field?: string };
