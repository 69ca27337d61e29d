export type MembershipRefusal =
  | { kind: "not_found"; code: "town.membership.unknown" }
  | { kind: "conflict"; code: "town.membership.already_live"; params: { state: string } }
  | { kind: "rule"; code: "town.membership.wrong_state"; params: { state: string } }
  | { kind: "forbidden"; code: "town.membership.suspended" }
  | { kind: "forbidden"; code: "town.membership.suspended_until"; params: { until: Date } }
  | { kind: "forbidden"; code: "town.membership.not_active" }
  | { kind: "rule"; code: "town.membership.not_verified_at_home" }
  | { kind: "rule"; code: "town.membership.set_at_home" }
  | { kind: "rule"; code: "town.membership.open_promises"; params: { count: number; procurement: number; trade: number } }
  | { kind: "rule"; code: "town.membership.documents_missing"; field?: string }
  | { kind: "rule"; code: "town.membership.code_unconfirmed"; field?: string }
  | { kind: "rule"; code: "town.membership.nothing_asked" }
  | { kind: "rule"; code: "town.membership.consent_outdated"; params: { edition: string }; field?: string }
  | { kind: "rule"; code: "town.membership.kind_not_accepted"; field?: string }
  | { kind: "rule"; code: "town.membership.until_past"; field?: string }
  | { kind: "forbidden"; code: "town.membership.own_application" };
