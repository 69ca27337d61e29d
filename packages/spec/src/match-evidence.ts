import type { LocalDate } from "@jizhen/kernel";
import { type Judged, judged } from "./match-verdict.ts";
import type { Evidence, SpecContent } from "./model.ts";

/** Documents that prove more than another of their kind, lowest first (EN 10204: declaration, test report, inspection 3.1, witnessed 3.2). */
const ladders: readonly (readonly string[])[] = [["EN 10204 2.1", "EN 10204 2.2", "EN 10204 3.1", "EN 10204 3.2"]];

const squeeze = (kind: string): string =>
  kind
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-_:]/g, "");
const shortNames: Readonly<Record<string, string>> = {
  "2.1": "EN 10204 2.1",
  "2.2": "EN 10204 2.2",
  "3.1": "EN 10204 3.1",
  "3.2": "EN 10204 3.2",
};

function place(kind: string): { readonly ladder: string; readonly rung: number } {
  const full = shortNames[kind.trim()] ?? kind;
  const rungs = ladders.find((ladder) => ladder.some((rung) => squeeze(rung) === squeeze(full)));
  return rungs
    ? { ladder: rungs[0] ?? full, rung: rungs.findIndex((rung) => squeeze(rung) === squeeze(full)) }
    : { ladder: squeeze(full), rung: 0 };
}

/** Whether a document of one kind is at least what another kind asks. */
export function provesAtLeast(held: string, asked: string): boolean {
  const [a, b] = [place(held), place(asked)];
  return a.ladder === b.ladder && a.rung >= b.rung;
}

/** Documents are judged on the date the goods are wanted: one that lapses before then is a question. */
export function matchEvidence(value: SpecContent, documents: readonly Evidence[], on: LocalDate): Judged {
  const kinds = typeof value === "string" ? [value] : "low" in value ? [] : value;
  const answers = kinds.map((kind) => oneKind(kind, documents, on));
  return (
    answers.find((one) => one.verdict === "violated") ??
    answers.find((one) => one.verdict === "unknown") ??
    answers[0] ??
    judged("unknown", "evidence_not_stated")
  );
}

function oneKind(kind: string, documents: readonly Evidence[], on: LocalDate): Judged {
  const enough = documents.filter((document) => document.state !== "not_available" && provesAtLeast(document.kind, kind));
  const held = enough.find((document) => document.state === "held" && (document.validTo === null || document.validTo >= on));
  if (held) return judged("satisfied", "evidence_held", held.kind, held);
  const coming = enough.find((document) => document.state === "in_progress");
  if (coming) return judged("unknown", "evidence_in_progress", coming.kind, coming);
  const lapsed = enough[0];
  if (lapsed) return judged("unknown", "evidence_expired", lapsed.kind, lapsed);
  // Who cannot give 3.1 cannot give 3.2 either.
  const denied = documents.find((document) => document.state === "not_available" && provesAtLeast(kind, document.kind));
  return denied ? judged("violated", "evidence_not_available", denied.kind, denied) : judged("unknown", "evidence_not_stated");
}
