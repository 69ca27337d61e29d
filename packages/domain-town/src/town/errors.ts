export type TownStateRefusal =
  | { kind: "not_found"; code: "town.town.unknown" }
  | { kind: "rule"; code: "town.town.not_open" }
  | { kind: "rule"; code: "town.town.paused" }
  | { kind: "rule"; code: "town.town.closed" }
  | { kind: "conflict"; code: "town.town.slug_taken"; field?: string }
  | { kind: "rule"; code: "town.town.county_unknown"; field?: string }
  | { kind: "rule"; code: "town.town.pack_unknown"; field?: string }
  | { kind: "rule"; code: "town.town.administrators_missing"; params: { count: number } }
  | { kind: "rule"; code: "town.town.same_administrator"; field?: string }
  | { kind: "rule"; code: "town.town.wrong_state"; params: { state: string } }
  | { kind: "rule"; code: "town.town.still_running"; params: { requests: number; orders: number } }
  | { kind: "rule"; code: "town.town.successor_unfit"; field?: string };
