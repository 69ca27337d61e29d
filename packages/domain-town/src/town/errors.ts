export type TownStateRefusal =
  | { kind: "not_found"; code: "town.town.unknown" }
  | { kind: "rule"; code: "town.town.not_open" }
  | { kind: "rule"; code: "town.town.paused" }
  | { kind: "rule"; code: "town.town.closed" };
