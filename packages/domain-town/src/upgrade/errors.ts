export type UpgradeRefusal =
  | { kind: "not_found"; code: "town.upgrade.unknown" }
  | { kind: "rule"; code: "town.upgrade.wrong_state"; params: { state: string } }
  | { kind: "conflict"; code: "town.upgrade.already_live" }
  | { kind: "rule"; code: "town.upgrade.baseline_frozen" }
  | { kind: "rule"; code: "town.upgrade.baseline_unseen" }
  | { kind: "rule"; code: "town.upgrade.baseline_too_short"; params: { months: number } }
  | { kind: "rule"; code: "town.upgrade.period_incomplete"; params: { months: number; needed: number } }
  | { kind: "rule"; code: "town.upgrade.period_overlaps"; params: { after: string } }
  | { kind: "rule"; code: "town.upgrade.months_not_whole" }
  | { kind: "rule"; code: "town.upgrade.boundary_changed" }
  | { kind: "rule"; code: "town.upgrade.edition_mismatch"; params: { edition: string } }
  | { kind: "rule"; code: "town.upgrade.edition_unknown" }
  | { kind: "rule"; code: "town.upgrade.answers_incomplete"; params: { missing: number } }
  | { kind: "rule"; code: "town.upgrade.nothing_metered" }
  | { kind: "rule"; code: "town.upgrade.target_missing"; field?: string }
  | { kind: "rule"; code: "town.upgrade.step_unknown" }
  | { kind: "rule"; code: "town.upgrade.step_not_yet"; params: { today: string }; field: "report.doneOn" }
  | { kind: "forbidden"; code: "town.upgrade.own_measurement" };
