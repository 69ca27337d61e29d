import { grades, unlistedGrades } from "../grades.ts";
import type { FamilyCode } from "../model.ts";
import { fact } from "./candidate.ts";
import { type Pattern, pattern } from "./pattern.ts";

const steel: readonly FamilyCode[] = ["flange", "forging", "buttweld"];
const names = [...new Set([...unlistedGrades, ...grades.flatMap((row) => [...row.equivalent, ...row.near])])];
const squeezed = (name: string): string => name.toLowerCase().replace(/[\s.-]/g, "");
const byName = new Map(names.map((name) => [squeezed(name), name]));
const escaped = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll(" ", "_-?_");

/** Grades that are in no row of their own (SS400) or only equivalent to one (1.4301): read as written, never put in place of another. */
export const gradePatterns: readonly Pattern[] = [
  pattern(
    steel,
    `(?<![a-zа-я0-9.φ])(?:astm_)?(${names
      .map(escaped)
      .sort((a, b) => b.length - a.length)
      .join("|")})(?![a-zа-я0-9]|\\.\\d)`,
    ([, name = ""]) => {
      const code = byName.get(squeezed(name));
      return code === undefined ? null : [fact("material", code)];
    },
    { bonus: 1 },
  ),
];
