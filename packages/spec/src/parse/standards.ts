import { supersededBy } from "../flange/ratings.ts";
import type { FamilyCode } from "../model.ts";
import type { Pack } from "../pack.ts";
import { fact } from "./candidate.ts";
import { type Pattern, pattern } from "./pattern.ts";

const edition = "(?:_[-:]_(?:(?:19|20)\\d{2}|\\d{2})(?!\\d))?";

/** How people write the letters of a standard: "GB/T9124.1", "GBT 9124.1", "HG20592", "ANSI B16.5". */
function lettersOf(code: string): { readonly letters: string; readonly number: string } | null {
  const match = /^([A-Z/]+)(?: ([A-Z]) ?)?\s*([0-9].*)$/.exec(code);
  if (match === null) return null;
  const [, body = "", series = "", number = ""] = match;
  const letters = body === "ASME" ? "(?:(?:asme|ansi)(?:_/_(?:asme|ansi))?_-?_)?" : `${body.toLowerCase().replace(/\/t$/, "_/?_t?")}_-?_`;
  return {
    letters: series === "" ? letters : `${letters}${series.toLowerCase()}_-?_`,
    number: number.replaceAll(".", "\\.").replace("-1", "(?:-1)?"),
  };
}

function standardPattern(family: FamilyCode, code: string): Pattern[] {
  const parts = lettersOf(code);
  if (parts === null || /-\d{4}$/.test(code)) return [];
  return [
    pattern([family], `(?<![a-z])${parts.letters}${parts.number}${edition}(?![\\d]|\\.\\d)`, () => [fact("standard", code)], { bonus: 2 }),
  ];
}

const former: readonly Pattern[] = [
  pattern(["flange"], `(?<![a-z])gb_/?_t?_-?_9124${edition}(?![\\d.])`, () => [fact("@gb9124", "GB/T 9124")], { bonus: 1 }),
  pattern(
    ["flange"],
    `(?<![a-z])gb_/?_t?_-?_(911[2-9]|912[0-3])(?:\\.\\d)?${edition}(?!\\d)`,
    ([, number = ""]) => [fact("standard", `GB/T ${number}`)],
    { bonus: 2 },
  ),
  pattern(
    ["flange"],
    `(?<![a-z])hg_/?_t?_-?_(20\\d{3})${edition}(?!\\d)`,
    ([, number = ""]) => {
      const code = `HG ${number}`;
      return supersededBy[code] === undefined ? null : [fact("standard", code)];
    },
    { bonus: 2 },
  ),
  pattern(
    ["flange"],
    `(?:gost|гост)_(?:р_|p_|r_)?-?_(1282[01])${edition}(?!\\d)`,
    ([, number = ""]) => [fact("standard", `GOST ${number}`)],
    { bonus: 2 },
  ),
  pattern(["flange"], `гост_33259${edition}(?!\\d)`, () => [fact("standard", "GOST 33259")], { bonus: 2 }),
  pattern(
    ["flange"],
    `(?<![a-z])(?:(?:asme|ansi)_)?b_?16\\.47_(?:series|ser\\.?|系列)?_-?_([ab])(?![a-z])(?:_系列)?`,
    ([, series = ""]) => [fact("standard", "ASME B16.47"), fact("bolt_series", series.toUpperCase())],
    { bonus: 3 },
  ),
  pattern(
    ["admixture"],
    "(?<![a-z])gb_/?_t?_-?_8076_-_(2008|2025)(?!\\d)",
    ([, year = ""]) => [fact("standard", year === "2008" ? "GB 8076-2008" : "GB/T 8076-2025")],
    { bonus: 3 },
  ),
  pattern(
    ["admixture"],
    "(?<![a-z])gb_/?_t?_-?_8076(?!\\d|_-_\\d)",
    () => [fact("standard", "GB 8076-2008", { state: "doubt", options: ["GB/T 8076-2025", "GB 8076-2008"] })],
    {
      bonus: 2,
    },
  ),
];

/** Patterns for every standard that the packs name, and for the numbers they have taken over. */
export const standardPatterns = (packs: readonly Pack[]): readonly Pattern[] => [
  ...packs.flatMap((pack) =>
    pack.families.flatMap((family) =>
      family.attributes
        .filter((one) => one.type === "standard")
        .flatMap((one) => one.values.flatMap((value) => standardPattern(family.code, value.code))),
    ),
  ),
  ...former,
];
