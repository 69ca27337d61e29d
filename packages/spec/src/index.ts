export { gradeOf } from "./grades.ts";
export * from "./mass.ts";
export { provesAtLeast } from "./match-evidence.ts";
export * from "./match-verdict.ts";
export * from "./match.ts";
export * from "./model.ts";
export * from "./pack.ts";
