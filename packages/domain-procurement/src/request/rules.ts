import { canonical, err, localDateAt, millisecondsIn, ok, plus, type Result } from "@jizhen/kernel";
import type { Finding } from "@jizhen/spec";
import { frozenRates, inFen } from "../evaluation/fx.ts";
import type { RequestRefusal } from "./errors.ts";
import { needsPort } from "./incoterms.ts";
import type { MarketRules, RequestTerms } from "./model.ts";

const { hour } = millisecondsIn;
/** Questions end a day before the close, or half-way when the window is shorter than two days. */
const questionsEndBefore = 24 * hour;
/** An unanswered question is looked for this long before the close, and moves it by a day, three times at most. */
export const holdCheckBefore = 6 * hour;
export const holdMovesBy = 24 * hour;
export const holdsAtMost = 3;

export const minimumWindow = (terms: Pick<RequestTerms, "sealing">, rules: MarketRules): number =>
  (terms.sealing === "none" ? rules.windowHours.unsealed : rules.windowHours.sealed) * hour;

export function questionsUntil(publishedAt: Date, closesAt: Date): Date {
  const window = closesAt.getTime() - publishedAt.getTime();
  return window < 2 * questionsEndBefore ? plus(publishedAt, Math.floor(window / 2)) : plus(closesAt, -questionsEndBefore);
}

/** A line as its pack finds it, from `@jizhen/spec`; given to the rules so that they stay a pure function of their facts. */
export type LineFindings = (line: RequestTerms["lines"][number]) => readonly Finding[];

type Checked = Result<RequestTerms, RequestRefusal>;
const no = (reason: RequestRefusal): Checked => err(reason);

/** Whether these terms may go out, with the rates that are frozen when they do. */
export function admitTerms(terms: RequestTerms, rules: MarketRules, findingsOf: LineFindings, at: Date): Checked {
  const refusal = sealingRefusal(terms, rules) ?? termsRefusal(terms, rules) ?? linesRefusal(terms, findingsOf, at);
  return refusal === null ? ok({ ...terms, fx: frozenRates(terms) }) : no(refusal);
}

function sealingRefusal(terms: RequestTerms, rules: MarketRules): RequestRefusal | null {
  if (terms.sealing !== "none") return null;
  const large = rules.sealingThreshold !== null && terms.ceiling !== null && inFen(terms.ceiling, terms.currency) >= rules.sealingThreshold;
  if (rules.unsealedAllowed && !large) return null;
  return { kind: "rule", code: "procurement.request.sealing_unavailable", params: { mode: terms.sealing }, field: "sealing" };
}

function termsRefusal({ delivery, standstillDays }: RequestTerms, rules: MarketRules): RequestRefusal | null {
  if (delivery.incoterm !== null && needsPort(delivery.incoterm) && delivery.port === null) {
    return { kind: "rule", code: "procurement.request.term_needs_port", params: { term: delivery.incoterm }, field: "delivery.port" };
  }
  if (standstillDays < rules.standstillDays) {
    return {
      kind: "rule",
      code: "procurement.request.standstill_too_short",
      params: { days: rules.standstillDays },
      field: "standstillDays",
    };
  }
  return null;
}

/** Nothing in doubt goes out: a line is admitted by its pack, or goes out as text. */
function linesRefusal(terms: RequestTerms, findingsOf: LineFindings, at: Date): RequestRefusal | null {
  const today = localDateAt(at);
  for (const [index, line] of terms.lines.entries()) {
    const field = `lines.${index}`;
    if (line.wantedDate !== null && line.wantedDate < today) {
      return { kind: "rule", code: "procurement.request.date_in_past", params: { line: line.lineNo }, field: `${field}.wantedDate` };
    }
    if (line.spec.byText) continue;
    const doubt = line.spec.values.find((value) => value.state === "doubt");
    if (doubt) {
      const params = { line: line.lineNo, attribute: doubt.attribute };
      return { kind: "rule", code: "procurement.request.line_in_doubt", params, field: `${field}.spec` };
    }
    const stop = findingsOf(line).find((finding) => finding.level === "stop");
    if (stop) {
      return {
        kind: "rule",
        code: "procurement.request.line_stopped",
        params: { line: line.lineNo, finding: stop.code },
        field: `${field}.spec`,
      };
    }
  }
  return null;
}

/** Words that may be mended without asking suppliers to look again. */
const immaterial = [
  "title",
  "note",
  "attachments",
  "showCeiling",
  "showCount",
  "ceiling",
  "fx",
] as const satisfies readonly (keyof RequestTerms)[];

const boundTo = (terms: RequestTerms): string => canonical({ ...terms, ...Object.fromEntries(immaterial.map((key) => [key, null])) });

/** Line, quantity, place, date, criteria or term changed: what was quoted may no longer fit. */
export const isMaterial = (before: RequestTerms, after: RequestTerms): boolean => boundTo(before) !== boundTo(after);

/** Promises that suppliers relied on when they quoted: nobody changes them under way. */
const kept = ["sealing", "method", "visibility", "currency", "buyerHidden"] as const satisfies readonly (keyof RequestTerms)[];
export const keptTermChanged = (before: RequestTerms, after: RequestTerms): (typeof kept)[number] | null =>
  kept.find((key) => before[key] !== after[key]) ?? null;
