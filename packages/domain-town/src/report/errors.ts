export type ReportRefusal =
  | { kind: "not_found"; code: "town.report.unknown" }
  | { kind: "rule"; code: "town.report.wrong_state"; params: { state: string } }
  | { kind: "rule"; code: "town.report.lower_level_open"; params: { missing: number } }
  | { kind: "rule"; code: "town.report.missing_unexplained"; params: { count: number }; field?: string }
  | { kind: "rule"; code: "town.report.empty" }
  | { kind: "rule"; code: "town.report.too_early" }
  | { kind: "forbidden"; code: "town.report.own_submission" }
  | { kind: "conflict"; code: "town.report.locked" }
  | { kind: "conflict"; code: "town.report.upper_level_holds" }
  | { kind: "rule"; code: "town.report.nothing_locked" };
