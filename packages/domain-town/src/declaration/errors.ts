export type DeclarationRefusal =
  | { kind: "not_found"; code: "town.declaration.unknown" }
  | { kind: "rule"; code: "town.declaration.wrong_state"; params: { state: string } }
  | { kind: "conflict"; code: "town.declaration.locked" }
  | { kind: "rule"; code: "town.declaration.too_early" }
  | { kind: "rule"; code: "town.declaration.computed_field"; params: { key: string }; field?: string }
  | { kind: "rule"; code: "town.declaration.cell_missing"; params: { count: number }; field?: string }
  | { kind: "rule"; code: "town.declaration.negative"; params: { key: string }; field?: string }
  | { kind: "rule"; code: "town.declaration.not_whole"; params: { key: string }; field?: string }
  | { kind: "rule"; code: "town.declaration.parts_do_not_sum"; params: { key: string; diff: string }; field?: string }
  | { kind: "rule"; code: "town.declaration.remark_needed"; params: { count: number }; field?: string }
  | { kind: "forbidden"; code: "town.declaration.own_declaration" };
