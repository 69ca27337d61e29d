import { convert, type Ratio, ratios } from "@jizhen/kernel";
import { type CapabilityRange, type CapabilityStatement, type Family, type FamilyCode, gradeOf, type Requirement } from "@jizhen/spec";
import type { LineNeed } from "./model.ts";

/** Open: whoever left an attribute open may make anything of it. */
export const openSlot = "*";
const closedAndEmpty = "-";
const widest = { low: -2_147_483_648, high: 2_147_483_647 } as const;
/** A statement that would need more rows than this leaves its longest list open: kept too often rather than lost. */
export const mostRows = 512;

type Selective = { readonly slots: readonly [string, string, string]; readonly size: string };

/** The most selective attributes of each family fill the slots of the covering index; an empty name is a slot that is always open. */
const selective: Readonly<Record<FamilyCode, Selective>> = {
  flange: { slots: ["type", "rating", "material"], size: "dn" },
  forging: { slots: ["shape", "material", ""], size: "od_mm" },
  buttweld: { slots: ["type", "material", "standard"], size: "dn" },
  baijiu: { slots: ["type", "standard", ""], size: "volume_ml" },
  glassware: { slots: ["type", "process", "glass"], size: "volume_ml" },
  malleable: { slots: ["type", "finish", "thread"], size: "dn" },
  admixture: { slots: ["type", "form", "base"], size: "" },
  generic: { slots: ["material", "", ""], size: "" },
};

export type Slots = {
  readonly slot1: string;
  readonly slot2: string;
  readonly slot3: string;
  readonly sizeLow: number;
  readonly sizeHigh: number;
};

const squeeze = (text: string): string => text.normalize("NFKC").trim().toLowerCase();
const floor = (value: Ratio): number => Math.floor(ratios.toApproximateNumber(value));
const bounded = (value: number): number => Math.min(widest.high, Math.max(widest.low, value));

/** One key for everything the match may take for the same: a grade by its row, a number by its value, a standard by its code without edition. */
function keyOf(value: string, kind: "code" | "grade" | "standard"): string {
  if (kind === "grade") return gradeOf(value)?.grade.code ?? squeeze(value);
  if (kind === "standard") return openSlot;
  const number = ratios.parseRatio(squeeze(value));
  return number ? ratios.toDecimal(number, 6) : squeeze(value);
}

const kindOf = (family: Family, attribute: string): "code" | "grade" | "standard" => {
  const type = family.attributes.find(({ code }) => code === attribute)?.type;
  return type === "grade" || type === "standard" ? type : "code";
};

function keysOf(statement: CapabilityStatement, family: Family, attribute: string): readonly string[] {
  const range: CapabilityRange | undefined = statement.attributes[attribute];
  if (range?.kind !== "set" || !(range.closed || statement.complete)) return [openSlot];
  const keys = [...new Set(range.values.map((value) => keyOf(value, kindOf(family, attribute))))].sort();
  if (keys.includes(openSlot)) return [openSlot];
  return keys.length === 0 ? [closedAndEmpty] : keys;
}

/** The envelope of the sizes, in whole units of the pack, outwards. */
function envelope(statement: CapabilityStatement, family: Family, attribute: string): { low: number; high: number } {
  const range = statement.attributes[attribute];
  const unit = family.attributes.find(({ code }) => code === attribute)?.unit ?? null;
  if (range?.kind === "interval") {
    const end = (text: string | null): Ratio | null => {
      const value = text === null ? null : ratios.parseRatio(text);
      if (!value || range.unit === null || unit === null) return value;
      const answer = convert(value, range.unit, unit);
      return answer.ok ? answer.value : null;
    };
    const [low, high] = [end(range.low), end(range.high)];
    return { low: low ? bounded(floor(low)) : widest.low, high: high ? bounded(floor(high) + 1) : widest.high };
  }
  if (range?.kind !== "set" || !(range.closed || statement.complete)) return widest;
  const values = range.values.map((value) => ratios.parseRatio(value));
  const numbers = values.flatMap((value) => (value ? [floor(value)] : []));
  if (numbers.length === 0 || numbers.length < values.length) return widest;
  return { low: bounded(Math.min(...numbers)), high: bounded(Math.max(...numbers) + 1) };
}

/** The rows by which a statement is found: one for each combination of its closed lists, "*" where it left an attribute open. */
export function slotsOf(statement: CapabilityStatement, family: Family): readonly Slots[] {
  const { slots, size } = selective[statement.family];
  const lists = slots.map((attribute) => keysOf(statement, family, attribute));
  while (lists.reduce((product, list) => product * list.length, 1) > mostRows) {
    const longest = lists.reduce((most, list, at) => (list.length > (lists[most]?.length ?? 0) ? at : most), 0);
    lists[longest] = [openSlot];
  }
  const { low, high } = envelope(statement, family, size);
  const [first = [openSlot], second = [openSlot], third = [openSlot]] = lists;
  return first.flatMap((slot1) => second.flatMap((slot2) => third.map((slot3) => ({ slot1, slot2, slot3, sizeLow: low, sizeHigh: high }))));
}

/** What SQL asks of the rows; null leaves a slot unasked. It may keep a source that the match then drops, never lose one. */
export type Narrowing = {
  readonly family: FamilyCode;
  readonly slots: readonly [string | null, string | null, string | null];
  readonly size: { readonly low: number; readonly high: number } | null;
};

/** Only a plain hard requirement narrows: one in doubt, one that is an alternative, one of several values leaves its slot unasked. */
const narrows = (requirement: Requirement): boolean => requirement.hard && !requirement.doubt && requirement.group === null;

function askedKey(requirements: readonly Requirement[], family: Family, attribute: string): string | null {
  const kind = kindOf(family, attribute);
  const found = requirements.find((one) => one.attribute === attribute && narrows(one) && (one.op === "is" || one.op === "grade"));
  if (!found || typeof found.value !== "string" || kind === "standard") return null;
  if ((found.op === "grade") !== (kind === "grade")) return null;
  // A grade of no row is a question even to a closed list.
  if (kind === "grade" && gradeOf(found.value) === null) return null;
  return keyOf(found.value, kind);
}

function askedSize(requirements: readonly Requirement[], family: Family, attribute: string): Narrowing["size"] {
  const unit = family.attributes.find(({ code }) => code === attribute)?.unit ?? null;
  const found = requirements.find((one) => one.attribute === attribute && narrows(one) && (one.op === "is" || one.op === "within"));
  if (!found || typeof found.value !== "string" || found.unit !== unit) return null;
  const value = ratios.parseRatio(found.value);
  return value ? { low: bounded(floor(value)), high: bounded(floor(value) + 1) } : null;
}

export function narrowingOf(line: LineNeed, family: Family): Narrowing {
  const { slots, size } = selective[line.family];
  const key = (attribute: string) => askedKey(line.requirements, family, attribute);
  return { family: line.family, slots: [key(slots[0]), key(slots[1]), key(slots[2])], size: askedSize(line.requirements, family, size) };
}

/** The same rule as the SQL of matching, for tests and for a single statement. */
export function keeps(narrowing: Narrowing, row: Slots): boolean {
  const slot = (asked: string | null, held: string): boolean => asked === null || held === openSlot || held === asked;
  const [first, second, third] = narrowing.slots;
  const size = narrowing.size === null || (row.sizeLow <= narrowing.size.high && row.sizeHigh >= narrowing.size.low);
  return slot(first, row.slot1) && slot(second, row.slot2) && slot(third, row.slot3) && size;
}
