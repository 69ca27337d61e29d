export type IndicatorRefusal =
  | { kind: "not_found"; code: "town.indicator.unknown" }
  | { kind: "conflict"; code: "town.indicator.version_taken"; params: { version: number } }
  | { kind: "rule"; code: "town.indicator.part_unknown"; params: { key: string }; field?: string }
  | { kind: "rule"; code: "town.indicator.not_later"; params: { from: string }; field?: string }
  | { kind: "rule"; code: "town.indicator.unit_changed"; field?: string }
  | { kind: "rule"; code: "town.indicator.too_many_towns"; params: { max: number } };
