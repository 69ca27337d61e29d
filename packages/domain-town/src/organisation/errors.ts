/** Every reason an organisation's registration can be refused. */
export type OrganisationRefusal =
  | { kind: "not_found"; code: "town.organisation.unknown" }
  | { kind: "rule"; code: "town.organisation.code_length"; params: { length: number }; field?: string }
  | { kind: "rule"; code: "town.organisation.code_character"; params: { position: number; sign: string; hint: string }; field?: string }
  | { kind: "rule"; code: "town.organisation.code_sign"; params: { position: number; sign: string }; field?: string }
  | { kind: "rule"; code: "town.organisation.code_all_equal"; field?: string }
  | { kind: "rule"; code: "town.organisation.register_number"; field?: string }
  | { kind: "conflict"; code: "town.organisation.code_taken"; field?: string }
  | { kind: "rule"; code: "town.organisation.code_needs_confirmation"; params: { which: string }; field?: string }
  | { kind: "rule"; code: "town.organisation.country_for_kind"; field?: string }
  | { kind: "forbidden"; code: "town.organisation.not_yours" };
