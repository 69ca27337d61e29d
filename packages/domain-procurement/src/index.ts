export * from "./award/errors.ts";
export * from "./award/events.ts";
export * from "./award/model.ts";
export * from "./award/policy.ts";
export { isBest, needsQuality } from "./award/rules.ts";
export * as awards from "./award/transitions.ts";
export * from "./capability/errors.ts";
export * from "./capability/events.ts";
export * from "./capability/model.ts";
export * from "./capability/policy.ts";
export * as capabilities from "./capability/transitions.ts";
export { type EvaluationInput, evaluate } from "./evaluation/evaluate.ts";
export * from "./evaluation/fx.ts";
export * from "./evaluation/model.ts";
export { type Fix, type FixWay, fixesOf } from "./matching/fixes.ts";
export {
  type Bar,
  type Candidate,
  Contribution,
  type Feature,
  LineAnswer,
  type LineNeed,
  MatchExplanation,
  MatchResult,
  type Need as MatchNeed,
  ruleSet,
  Shortfall,
  type Supply,
  type Town as TownFigures,
} from "./matching/model.ts";
export { explain, invitedAtOnce, runMatch } from "./matching/run.ts";
export * from "./matching/slots.ts";
export * from "./negotiation/errors.ts";
export * from "./negotiation/events.ts";
export * from "./negotiation/model.ts";
export * from "./negotiation/policy.ts";
export * as negotiations from "./negotiation/transitions.ts";
export * from "./quote/errors.ts";
export * from "./quote/model.ts";
export * from "./quote/policy.ts";
export { contentRefusal, doubtAbout, expectedAwardDate, type OwnHistory, tierFor, usualPrice } from "./quote/rules.ts";
export * as quotes from "./quote/transitions.ts";
export * from "./request/errors.ts";
export * from "./request/events.ts";
export * from "./request/incoterms.ts";
export * from "./request/model.ts";
export * from "./request/policy.ts";
export * as questions from "./request/questions.ts";
export { holdCheckBefore, isMaterial, type LineFindings, minimumWindow } from "./request/rules.ts";
export * as requests from "./request/transitions.ts";
