/** What the ground under every function may refuse. */
export type PlatformRefusal =
  | { kind: "forbidden"; code: "platform.sign_in_needed" }
  | { kind: "forbidden"; code: "platform.not_permitted"; params: { permission: string } }
  | { kind: "not_found"; code: "platform.workspace_unknown" }
  | { kind: "not_found"; code: "platform.file_unknown" }
  | { kind: "not_found"; code: "platform.address_unknown" }
  | { kind: "conflict"; code: "platform.changed_meanwhile" }
  | { kind: "conflict"; code: "platform.key_reused" }
  | { kind: "rule"; code: "platform.invalid_input"; params: { count: number }; field?: string }
  | { kind: "rule"; code: "platform.file_too_large"; params: { maxMegabytes: number } }
  | { kind: "rule"; code: "platform.file_type"; params: { allowed: string } }
  | { kind: "rule"; code: "platform.file_empty" }
  | { kind: "rule"; code: "platform.sheet_damaged" }
  | { kind: "rule"; code: "platform.sheet_encrypted" }
  | { kind: "rule"; code: "platform.sheet_macros" }
  | { kind: "rule"; code: "platform.sheet_bomb" }
  | { kind: "rule"; code: "platform.sheet_too_long"; params: { max: number } }
  | { kind: "rule"; code: "platform.body_too_large"; params: { maxKilobytes: number } }
  | { kind: "too_many"; code: "platform.too_many_requests"; params: { seconds: number } };
