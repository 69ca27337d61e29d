import { convert, convertTemperature, type LocalDate, type Ratio, ratios } from "@jizhen/kernel";
import { gradeOf } from "./grades.ts";
import { matchEvidence } from "./match-evidence.ts";
import { matchStandard } from "./match-standard.ts";
import { allOf, anyOf, type Judged, judged, type RequirementResult, type Verdict } from "./match-verdict.ts";
import type { CapabilityRange, CapabilityStatement, DecimalRange, Requirement, SpecContent } from "./model.ts";

const squeeze = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/** Remembers what a text means: a request of twenty lines asks the same few hundred texts a hundred thousand times. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    if (known.size > 5_000) known.clear();
    const fresh = read(text);
    known.set(text, fresh);
    return fresh;
  };
}
const numberOf = remembered(ratios.parseRatio);
/** Codes are the same when their text or their exact number is: "150", "150.0". */
const keyOf = remembered((text: string): string => {
  const plain = squeeze(text);
  const number = ratios.parseRatio(plain);
  return number === null ? plain : `${number.n}/${number.d}`;
});

const isTemperature = (unit: string): unit is "CEL" | "FAH" | "KEL" => unit === "CEL" || unit === "FAH" || unit === "KEL";

/** The number in the unit of the statement; null when the units do not convert. A missing unit is the pack's own. */
function inUnitOf(text: string, from: string | null, to: string | null): Ratio | null {
  const value = numberOf(text);
  if (!value || from === null || to === null || from === to) return value;
  if (isTemperature(from) && isTemperature(to)) return convertTemperature(value, from, to);
  const answer = convert(value, from, to);
  return answer.ok ? answer.value : null;
}

type Interval = Extract<CapabilityRange, { kind: "interval" }>;
type Judging = { readonly range: CapabilityRange; readonly closed: boolean; readonly unit: string | null };

function insideInterval(value: DecimalRange, interval: Interval, unit: string | null): Judged {
  const ends = [value.low, value.high].map((end) => (end === null ? null : inUnitOf(end, unit, interval.unit)));
  if ([value.low, value.high].some((end, at) => end !== null && ends[at] === null)) return judged("unknown", "units_differ");
  const [low, high] = [ends[0] ?? null, ends[1] ?? null];
  const [floor, roof] = [interval.low, interval.high].map((end) => (end === null ? null : numberOf(end)));
  const lowFits = !floor || (low !== null && ratios.compare(low, floor) >= 0);
  const highFits = !roof || (high !== null && ratios.compare(high, roof) <= 0);
  const by = `${interval.low ?? "…"}–${interval.high ?? "…"}`;
  return lowFits && highFits ? judged("satisfied", "inside", by) : judged("violated", "outside", by);
}

function oneOf(value: string, values: readonly string[], closed: boolean): Judged {
  const found = values.includes(value) ? value : values.find((one) => keyOf(one) === keyOf(value));
  if (found !== undefined) return judged("satisfied", "in_set", found);
  return closed ? judged("violated", "not_in_closed_set") : judged("unknown", "among_others");
}

/** One wanted value (or wanted interval) against what is made. */
function holds(value: string | DecimalRange, { range, closed, unit }: Judging): Judged {
  if (range.kind === "any") return judged("satisfied", "makes_any");
  if (range.kind === "interval") {
    const wanted = typeof value === "string" ? { low: value, high: value } : value;
    if (typeof value === "string" && numberOf(value) === null) return judged("unknown", "units_differ");
    return insideInterval(wanted, range, unit);
  }
  if (typeof value === "string") return oneOf(value, range.values, closed);
  // An interval against a list: a list of single values never covers a stretch, but may hold more than it says.
  if (value.low !== null && value.low === value.high) return oneOf(value.low, range.values, closed);
  return closed ? judged("violated", "not_in_closed_set") : judged("unknown", "among_others");
}

const isRange = (value: SpecContent): value is DecimalRange => typeof value === "object" && "low" in value;

/** Every wanted element must hold; the worst one is the answer. */
function covers(value: SpecContent, judging: Judging): Judged {
  if (typeof value === "string" || isRange(value)) return holds(value, judging);
  const parts = value.map((one) => holds(one, judging));
  const worst = allOf(parts.map((part) => part.verdict));
  return parts.find((part) => part.verdict === worst) ?? judged("satisfied", "in_set");
}

/** The best relation between a wanted grade and a grade that is made: never a substitution by itself. */
function matchGrade(wanted: string, equivalents: boolean, { range, closed }: Judging): Judged {
  if (range.kind === "any") return judged("satisfied", "makes_any");
  if (range.kind === "interval") return judged("unknown", "units_differ");
  if (range.values.includes(wanted)) return judged("satisfied", "same_grade", wanted);
  const row = gradeOf(wanted);
  const relations = range.values.map((made) => ({ made, relation: relationOf(wanted, row, made) }));
  const best = (relation: Relation) => relations.find((one) => one.relation === relation)?.made ?? null;
  const same = best("same");
  if (same !== null) return judged("satisfied", "same_grade", same);
  const equivalent = best("equivalent");
  if (equivalent !== null) {
    return equivalents ? judged("satisfied", "equivalent_grade", equivalent) : judged("unknown", "equivalent_not_allowed", equivalent);
  }
  const near = best("near");
  if (near !== null) return judged("unknown", "near_grade", near);
  if (row === null) return judged("unknown", "grade_unlisted");
  return closed ? judged("violated", "not_in_closed_set") : judged("unknown", "among_others");
}

type Relation = "same" | "equivalent" | "near" | "none";

function relationOf(wanted: string, row: ReturnType<typeof gradeOf>, made: string): Relation {
  if (squeeze(wanted) === squeeze(made)) return "same";
  const other = gradeOf(made);
  if (!row || !other || row.grade.code !== other.grade.code) return "none";
  if (row.relation === "near" || other.relation === "near") return "near";
  return row.relation === "same" && other.relation === "same" ? "same" : "equivalent";
}

/** The finest tolerance a maker holds stands as the low end of its interval (an open end is any), or as the values of a set. */
function matchTolerance(asked: string, { range, closed, unit }: Judging): Judged {
  if (range.kind === "any") return judged("satisfied", "makes_any");
  if (range.kind === "interval" && range.low === null) return judged("satisfied", "tolerance_held");
  const limit = inUnitOf(asked, unit, range.kind === "interval" ? range.unit : unit);
  if (limit === null) return judged("unknown", "units_differ");
  const stated = range.kind === "set" ? range.values : [range.low ?? asked];
  const held = stated.find((text) => {
    const finest = ratios.parseRatio(text);
    return finest !== null && ratios.compare(finest, limit) <= 0;
  });
  if (held !== undefined) return judged("satisfied", "tolerance_held", held);
  const final = range.kind === "interval" || closed;
  return final ? judged("violated", "tolerance_wider", stated[0] ?? null) : judged("unknown", "among_others");
}

function judge(requirement: Requirement, statement: CapabilityStatement, on: LocalDate): Judged {
  const { op, value, unit, attribute } = requirement;
  if (op === "evidence") return matchEvidence(value, statement.evidence, on);
  const range = statement.attributes[attribute];
  if (!range) return judged("unknown", "not_stated");
  const judging = { range, unit, closed: range.kind === "set" && (range.closed || statement.complete) };
  const each = (decide: (one: string) => Judged): Judged => {
    if (isRange(value)) return judged("unknown", "units_differ");
    const parts = (typeof value === "string" ? [value] : value).map(decide);
    const worst = allOf(parts.map((part) => part.verdict));
    return parts.find((part) => part.verdict === worst) ?? judged("unknown", "not_stated");
  };
  switch (op) {
    case "is":
    case "within":
    case "covers":
      return covers(value, judging);
    case "grade":
      return each((one) => matchGrade(one, requirement.equivalents, judging));
    case "standard":
      return each((one) => matchStandard(one, judging));
    case "tolerance":
      return each((one) => matchTolerance(one, judging));
  }
}

/** One requirement against one statement, on the date the goods are wanted. A requirement in doubt is a question, never a no. */
export function matchRequirement(requirement: Requirement, statement: CapabilityStatement, on: LocalDate): RequirementResult {
  const { verdict, reason, by, evidence } = requirement.doubt ? judged("unknown", "in_doubt") : judge(requirement, statement, on);
  return { requirement, verdict, reason, by, evidence };
}

export type StatementMatch = { readonly verdict: Verdict; readonly results: readonly RequirementResult[] };

/** Hard requirements decide the verdict: AND, where requirements that share a group are alternatives. Soft ones are answered beside it. */
export function match(requirements: readonly Requirement[], statement: CapabilityStatement, on: LocalDate): StatementMatch {
  const results: RequirementResult[] = [];
  let grouped = false;
  for (const requirement of requirements) {
    results.push(matchRequirement(requirement, statement, on));
    grouped ||= requirement.hard && requirement.group !== null;
  }
  return { verdict: grouped ? verdictByGroups(results) : allOf(hardVerdicts(results)), results };
}

const hardVerdicts = (results: readonly RequirementResult[]): Verdict[] => {
  const verdicts: Verdict[] = [];
  for (const { requirement, verdict } of results) if (requirement.hard) verdicts.push(verdict);
  return verdicts;
};

function verdictByGroups(results: readonly RequirementResult[]): Verdict {
  const criteria = new Map<string, Verdict[]>();
  for (const [at, { requirement, verdict }] of results.entries()) {
    if (!requirement.hard) continue;
    const criterion = requirement.group === null ? `#${at}` : `group ${requirement.group}`;
    criteria.set(criterion, [...(criteria.get(criterion) ?? []), verdict]);
  }
  return allOf([...criteria.values()].map(anyOf));
}
