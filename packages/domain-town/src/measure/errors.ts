export type MeasureRefusal =
  | { kind: "not_found"; code: "town.measure.unknown" }
  | { kind: "rule"; code: "town.measure.wrong_state"; params: { state: string } }
  | { kind: "rule"; code: "town.measure.lapsed"; params: { on: Date } }
  | { kind: "rule"; code: "town.measure.home_town_only" }
  | { kind: "conflict"; code: "town.measure.already_proposed" }
  | { kind: "forbidden"; code: "town.measure.same_person" }
  | { kind: "forbidden"; code: "town.measure.own_concern" };
