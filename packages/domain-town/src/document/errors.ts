export type DocumentRefusal =
  | { kind: "not_found"; code: "town.document.unknown" }
  | { kind: "rule"; code: "town.document.wrong_state"; params: { state: string } }
  | { kind: "rule"; code: "town.document.expired"; params: { on: string }; field?: string }
  | { kind: "rule"; code: "town.document.date_needed"; field?: string }
  | { kind: "rule"; code: "town.document.number_needed"; field?: string }
  | { kind: "conflict"; code: "town.document.already_waiting"; field?: string }
  | { kind: "forbidden"; code: "town.document.own_upload" }
  | { kind: "forbidden"; code: "town.document.required_expired" };
