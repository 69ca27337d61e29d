export type SeatRefusal =
  | { kind: "not_found"; code: "town.seat.unknown" }
  | { kind: "rule"; code: "town.seat.last_owner" }
  | { kind: "forbidden"; code: "town.seat.role_above_own"; params: { role: string }; field?: string }
  | { kind: "forbidden"; code: "town.seat.not_yours" }
  | { kind: "conflict"; code: "town.seat.already_seated" }
  | { kind: "rule"; code: "town.seat.ended" }
  | { kind: "rule"; code: "town.seat.heir_self"; field?: string };
