import { LocalDate } from "@jizhen/kernel";
import type { ParsedLine, SpecContent } from "../model.ts";
import { allPacks } from "../packs/all.ts";
import { parse } from "../parse/parse.ts";
import type { Case } from "./model.ts";

export type Score = { right: number; asked: number; wrong: number; rightlyAsked: number };
export type Miss = {
  readonly text: string;
  readonly field: string;
  readonly wanted: string;
  readonly got: string;
  readonly kind: "asked" | "wrong";
};

/** Cases write blanks as underscores, and some codes have underscores of their own. */
const plain = (text: string): string => text.replaceAll("_", " ");
const shown = (value: SpecContent | null): string =>
  value === null
    ? ""
    : typeof value === "string"
      ? value
      : Array.isArray(value)
        ? value.join(",")
        : `${value.low ?? ""}–${value.high ?? ""}`;

/** Fields that were read as sure, and those in doubt, under the names the cases use. */
function readingOf(line: ParsedLine): { sure: Map<string, string>; doubt: Set<string> } {
  const sure = new Map<string, string>();
  const doubt = new Set<string>();
  for (const held of line.spec.values) {
    if (held.state === "sure") sure.set(held.attribute, shown(held.value));
    else doubt.add(held.attribute);
  }
  if (line.quantity !== null && line.quantityState === "sure") sure.set("qty", `${line.quantity.value}:${line.quantity.unit}`);
  if (line.quantityState === "doubt") doubt.add("qty");
  if (line.leadDays !== null) sure.set("lead", String(line.leadDays));
  if (line.wantedDate !== null) sure.set("date", line.wantedDate);
  if (line.delivery !== null) sure.set("at", `${line.delivery.incoterm}:${line.delivery.place ?? ""}`);
  if (line.findings.some((one) => one.code === "spec.lead.unclear")) doubt.add("lead");
  return { sure, doubt };
}

/** What was read is right, was asked (or left in the note), or is wrong: a sure value that differs or that nobody wrote. */
export function scoreLine(line: ParsedLine, wanted: Case, score: Score, misses: Miss[]): void {
  const { sure, doubt } = readingOf(line);
  const miss = (field: string, want: string, got: string, kind: Miss["kind"]): void => {
    score[kind] += 1;
    misses.push({ text: wanted.text, field, wanted: want, got, kind });
  };
  if (line.spec.family === wanted.family) score.right += 1;
  else
    miss(
      "family",
      wanted.family,
      line.spec.family,
      line.findings.some((one) => one.code === "spec.family.unclear") || line.spec.byText ? "asked" : "wrong",
    );
  for (const [field, want] of wanted.fields) {
    const got = sure.get(field);
    if (want === "?") {
      if (got === undefined) score.rightlyAsked += 1;
      else miss(field, "asked", got, "wrong");
    } else if (got !== undefined && plain(got) === plain(want)) score.right += 1;
    else if (got === undefined) miss(field, want, doubt.has(field) ? "doubt" : "not read", "asked");
    else miss(field, want, got, "wrong");
  }
  for (const [field, got] of sure) if (!wanted.fields.has(field)) miss(field, "nothing", got, "wrong");
}

export const caseDay = LocalDate.parse("2026-11-23");

export function scoreAll(cases: readonly Case[]): { score: Score; misses: readonly Miss[] } {
  const score: Score = { right: 0, asked: 0, wrong: 0, rightlyAsked: 0 };
  const misses: Miss[] = [];
  for (const wanted of cases) {
    const { lines } = parse(wanted.text, allPacks, { today: caseDay });
    const [line] = lines;
    if (line === undefined || lines.length !== 1) {
      score.wrong += 1;
      misses.push({ text: wanted.text, field: "lines", wanted: "1", got: String(lines.length), kind: "wrong" });
    } else scoreLine(line, wanted, score, misses);
  }
  return { score, misses };
}
