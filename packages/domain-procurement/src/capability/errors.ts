/** Every reason a capability can say no. */
export type CapabilityRefusal =
  | { kind: "not_found"; code: "procurement.capability.unknown" }
  | { kind: "rule"; code: "procurement.capability.wrong_status"; params: { status: string } }
  | { kind: "conflict"; code: "procurement.capability.one_per_family"; params: { family: string } }
  | { kind: "rule"; code: "procurement.capability.nothing_stated" }
  | { kind: "rule"; code: "procurement.capability.attribute_unknown"; params: { attribute: string }; field?: string }
  | { kind: "rule"; code: "procurement.capability.value_unknown"; params: { attribute: string; value: string }; field?: string }
  | { kind: "rule"; code: "procurement.capability.wrong_kind"; params: { attribute: string }; field?: string }
  | { kind: "rule"; code: "procurement.capability.range_reversed"; params: { attribute: string }; field?: string }
  | { kind: "rule"; code: "procurement.capability.unit_mismatch"; params: { attribute: string; unit: string }; field?: string }
  | { kind: "rule"; code: "procurement.capability.unverifiable"; params: { attribute: string } }
  | { kind: "rule"; code: "procurement.capability.document_unknown"; params: { number: number } }
  | { kind: "rule"; code: "procurement.capability.expired"; params: { validTo: string }; field?: string };
