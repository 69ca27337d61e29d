import { classNumbers, ratingCode } from "../flange/ratings.ts";
import type { Family } from "../pack.ts";
import { type Candidate, decimal, doubtful, fact, type Known, textIn } from "./candidate.ts";
import { originalSpan, type Prepared } from "./normalise.ts";

/** May a number that nothing explains be the quantity? In a table without heads it is asked; beside a quantity column it is not. */
export type Bare = "line" | "table" | "never";

type Place = { readonly start: number; readonly end: number };

function coverage(length: number, covered: readonly Place[]): Uint8Array {
  const mask = new Uint8Array(length);
  for (const { start, end } of covered) mask.fill(1, start, end);
  return mask;
}

function* gaps(prepared: Prepared, covered: readonly Place[]): Generator<Place> {
  const mask = coverage(prepared.text.length, covered);
  let start = -1;
  for (let at = 0; at <= mask.length; at += 1) {
    const open = at < mask.length && mask[at] === 0;
    if (open && start < 0) start = at;
    if (!open && start >= 0) {
      yield { start, end: at };
      start = -1;
    }
  }
}

const edges = /^[\s,.;:/|\-+()[\]{}<>·*'"!?_&=×@、，。；：]+|[\s,.;:/|\-+()[\]{}<>·*'"!?_&=×@、，。；：]+$/g;

/** The words that nothing explains, as they were written; separators alone are not words. */
export function leftovers(prepared: Prepared, original: string, covered: readonly Place[]): string {
  const words: string[] = [];
  for (const gap of gaps(prepared, covered)) {
    const span = originalSpan(prepared, gap.start, gap.end);
    const text = original.slice(span.start, span.end);
    const trimmed = text.replace(edges, "");
    // A unit sign or a bracket that closes inside is kept with its words.
    if (trimmed !== "")
      words.push(/[)\]%"']$/.test(text.trim()) && /[([\d]/.test(trimmed) ? text.trim().replace(/^[\s,;:/|-]+/, "") : trimmed);
  }
  return words.join(" ").replace(/\s+/g, " ").trim();
}

const isLineLevel = (one: Known): boolean => one.field.startsWith("@") && one.field !== "@family";

/** Bare whole numbers among the leftovers: a class beside an inch size, or the quantity when it stands last. */
export function bareNumbers(prepared: Prepared, known: readonly Known[], bare: Bare, family: Family, meant: readonly Known[]): Known[] {
  const numbers: (Known & { number: string })[] = [];
  for (const gap of gaps(prepared, known)) {
    for (const match of prepared.text.slice(gap.start, gap.end).matchAll(/(?<![^\s,;:()])(\d{1,7})(?=[\s,;:()]|\.?$)/g)) {
      const start = gap.start + match.index;
      const number = decimal(match[1] ?? "");
      if (number !== null && number !== "0") numbers.push({ ...fact("@bare", number), start, end: start + match[0].length, number });
    }
  }
  const has = (field: string): boolean => meant.some((one) => one.field === field);
  const found: Known[] = [];
  const last = numbers.at(-1);
  const needsQuantity = !has("@qty") && !has("@mass") && bare !== "never";
  for (const one of numbers) {
    const isClass = family.code === "flange" && has("nps") && !has("rating") && classNumbers.includes(one.number);
    if (isClass && (one !== last || !needsQuantity)) {
      found.push({ ...doubtful("rating", [ratingCode("Class", one.number)]), start: one.start, end: one.end });
      break;
    }
  }
  if (last === undefined || !needsQuantity || found.some((one) => one.start === last.start)) return found;
  const behind = known.filter((one) => one.start >= last.end);
  const trailing = [...gaps(prepared, [...known, last])].some(
    (gap) => gap.start >= last.end && /[\p{L}\p{N}]/u.test(prepared.text.slice(gap.start, gap.end)),
  );
  const isLast = !trailing && behind.every(isLineLevel);
  const sized = family.code === "generic" ? false : !family.attributes.some((one) => one.code === "dn") || has("dn");
  const alone = numbers.length - found.length === 1;
  if (family.code === "generic" && !isLast) return found;
  if (!isLast && !alone) return found;
  const certain = isLast && alone && sized && bare === "line" && family.code !== "baijiu";
  found.push({
    ...fact("@qty", last.number, { origin: "assumed", state: certain ? "sure" : "doubt", options: [last.number] }),
    start: last.start,
    end: last.end,
  });
  return found;
}

const notPlaces =
  /^(?:price|basis|terms?|please|or|and|port|with|for|by|in|at|the|to|only|incoterms?|within|delivery|shipment|days?|pls|asap|urgent|quote|payment|net)$/;

/** "FOB Tianjin", "CIF Ho Chi Minh": the words behind a term of delivery, as far as they look like a name. */
export function placeAfter(prepared: Prepared, one: Known, chosen: readonly Candidate[]): Known {
  if (textIn(one).length > 3) return one;
  const next = chosen
    .filter((other) => other.start >= one.end)
    .reduce((least, other) => Math.min(least, other.start), prepared.text.length);
  const rest = prepared.cased.slice(one.end, next);
  const head = /^[ ,:-]{0,3}(?:port of )?([A-Za-z][A-Za-z'-]{2,24})/.exec(rest);
  const first = head?.[1];
  if (head === null || first === undefined || notPlaces.test(first.toLowerCase())) return one;
  const more = /^(?: (?:[A-Z][a-z'-]{1,20}|[Pp]ort|PORT|New|Airport|airport)){0,3}/.exec(rest.slice(head[0].length))?.[0] ?? "";
  return { ...one, value: `${textIn(one)} ${first}${more}`, end: one.end + head[0].length + more.length };
}
