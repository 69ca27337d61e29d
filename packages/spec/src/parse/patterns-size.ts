import { UnitCode } from "@jizhen/kernel";
import { dnOfNps, isDn, isNps, nearestDn } from "../flange/sizes.ts";
import type { FamilyCode } from "../model.ts";
import { decimal, doubtful, type Fact, fact } from "./candidate.ts";
import { type Pattern, pattern, type Reading } from "./pattern.ts";

const flange: readonly FamilyCode[] = ["flange"];
const sized: readonly FamilyCode[] = ["flange", "buttweld", "malleable"];
const reducible: readonly FamilyCode[] = ["buttweld", "malleable"];
const millimetre = UnitCode.parse("MMT");
const notUnit = "(?!_(?:片|个|只|件|套|pcs?|nos|ea|sets?))";

const dnFact = (dn: string): Fact => (isDn(dn) ? fact("dn", dn) : fact("dn", dn, { state: "doubt", options: nearestDn(dn) }));

/** "1-1/2", "1 1/2", "1.5" and "½" name one size; null when no pipe has it. */
export function npsCode(written: string): string | null {
  const text = written.trim();
  const decimals: Readonly<Record<string, string>> = { "25": "1/4", "5": "1/2", "50": "1/2", "75": "3/4", "125": "1/8", "375": "3/8" };
  const point = /^(\d{0,2})\.(\d{1,3})$/.exec(text);
  const rest = point === null ? undefined : decimals[point[2] ?? ""];
  const whole = point?.[1] === "0" ? "" : (point?.[1] ?? "");
  const code = rest === undefined ? text.replace(/\s*[- .]\s*(?=\d\/)/, " ").replace(/^0+(?=\d)/, "") : `${whole} ${rest}`.trim();
  return isNps(code) ? code : null;
}

function npsFacts(written: string, state: "sure" | "doubt" = "sure"): Reading {
  const code = npsCode(written);
  const dn = code === null ? null : dnOfNps(code);
  return code === null || dn === null
    ? null
    : [fact("nps", code, { state, options: [code] }), fact("dn", dn, { state, origin: "derived", options: [dn] })];
}

const inches = "([1-3][ -]\\d{1,2}/\\d{1,2}|\\d{1,2}\\.\\d{1,3}|\\d{1,2}/\\d{1,2}|\\d{1,2})";
const inchMark =
  "(?:\"{1,2}|''|inch(?:es)?(?![a-z])|寸|吋|英寸|in(?![a-z])(?!_(?:total|stock|one|a|each|all|bulk|case|carton|the|box|set|china)(?![a-z])))";
/** Not inside a longer number, and not the fraction of "1 1/2". */
const noLead = "(?<![\\d./a-z-]|(?<!\\d)[1-3] )";
const zhInches: Readonly<Record<string, string>> = { 一: "1", 二: "2", 两: "2", 三: "3", 四: "4", 五: "5", 六: "6", 八: "8", 十: "10" };

/** Two sizes of a reducing fitting, "25×20", the run written first; "100×8" may also be a wall and is asked. */
function reducing(a: string, b: string): Reading {
  if (!isDn(a) || !isDn(b) || Number(b) < 6) return null;
  const value = a === b ? a : `${a}×${b}`;
  return [Number(b) <= 20 && Number(b) * 4 <= Number(a) ? fact("dn", value, { state: "doubt", options: [value, a] }) : fact("dn", value)];
}

/** "DN100*4.5": size and wall of a welding fitting. */
function sizeAndWall(dn: string, wall: string): Reading {
  const value = decimal(wall);
  if (!isDn(dn) || value === null || (isDn(value) && Number(value) >= 6)) return null;
  return [fact("dn", dn), fact("wall_mm", value, { unit: millimetre })];
}

function reducingInches(a: string, b: string): Reading {
  const [first, second] = [npsCode(a), npsCode(b)];
  const [run, branch] = [first === null ? null : dnOfNps(first), second === null ? null : dnOfNps(second)];
  if (run === null || branch === null) return null;
  return [fact("nps", `${first}×${second}`), fact("dn", run === branch ? run : `${run}×${branch}`, { origin: "derived" })];
}

export const sizePatterns: readonly Pattern[] = [
  pattern(sized, "(?:(?<![a-z])|(?<=(?<![a-z])(?:wn|so|pl|bl|sw|th|lj)))dn_[-:=.]?_(\\d{1,4})(?!\\d|\\.\\d)(?:_mm)?", ([, dn = ""]) => [
    dnFact(decimal(dn) ?? dn),
  ]),
  pattern(reducible, `(?<![a-z])dn_(\\d{1,4})_[×x*/-]_(?:dn)?_(\\d{1,4})(?![\\d.])${notUnit}`, ([, a = "", b = ""]) => reducing(a, b), {
    bonus: 4,
  }),
  pattern(
    ["buttweld"],
    `(?<![a-z])dn_(\\d{1,4})_[×x*]_(?:s_=_)?(\\d{1,2}(?:\\.\\d{1,2})?)(?![\\d.])(?:_mm)?${notUnit}`,
    ([, dn = "", wall = ""]) => sizeAndWall(dn, wall),
    { bonus: 4 },
  ),
  pattern(["buttweld"], "(?<!\\d)(90|45|180)_(?:°|度|deg(?:ree)?s?)", ([, angle = ""]) => [fact("type", `elbow_${angle}`)]),
  pattern(["malleable"], "平座|平口|flat[ -](?:seat|face)(?:ed)?", () => [doubtful("type", ["U1", "U2", "UA1", "UA2"])]),
  pattern(["malleable"], "锥座|锥口|con(?:ical|e)[ -]seat(?:ed)?|taper[ -]seat(?:ed)?", () => [
    doubtful("type", ["U11", "U12", "UA11", "UA12"]),
  ]),
  pattern(
    flange,
    `(?<![a-z])dn_(\\d{1,4})_[×x*/]_(?:dn)?_(\\d{1,4})(?![\\d.])${notUnit}`,
    ([, a = "", b = ""]) => (isDn(a) && isDn(b) ? [fact("dn", a, { state: "doubt", options: [a, b] })] : null),
    { bonus: 4 },
  ),
  pattern(reducible, `(?<![\\d.a-z/φ])(\\d{1,4})_[×x*]_(\\d{1,4})(?![\\d.]|_[×x*]|_mm)${notUnit}`, ([, a = "", b = ""]) => reducing(a, b)),
  pattern(sized, "(?:公称通径|公称直径|公称尺寸|通径|口径)_[:]?_(?:dn)?_(\\d{1,4})(?![\\d.])(?:_mm)?", ([, dn = ""]) => [dnFact(dn)]),
  pattern(flange, "(?<![\\d.a-z])(\\d{1,4})a(?![a-z0-9])", ([, dn = ""], line) =>
    isDn(dn) ? [/jis|\dk(?![a-z])/.test(line) ? fact("dn", dn) : fact("dn", dn, { state: "doubt", options: [dn] })] : null,
  ),
  pattern(sized, `${noLead}${inches}_${inchMark}`, ([, written = ""]) => npsFacts(written)),
  pattern(sized, `(?<![a-z])nps_[:]?_${inches}(?![\\d/])_(?:"|inch(?:es)?)?`, ([, written = ""]) => npsFacts(written)),
  pattern(reducible, `${noLead}${inches}_(?:"|'')?_[×x*]_${inches}_(?:"|''|inch(?:es)?|寸)`, ([, a = "", b = ""]) => reducingInches(a, b), {
    bonus: 4,
  }),
  pattern(["malleable"], `${noLead}(\\d/\\d|\\d{1,2}[ -]\\d/\\d)(?![\\d/"'])`, ([, written = ""]) => npsFacts(written)),
  pattern(
    ["malleable"],
    `${noLead}(\\d/\\d|\\d{1,2}[ -]\\d/\\d)_[×x*]_(\\d/\\d|\\d{1,2}[ -]\\d/\\d)(?![\\d/"'])`,
    ([, a = "", b = ""]) => reducingInches(a, b),
    { bonus: 4 },
  ),
  pattern(sized, "(?<![一二三四五六七八九十])([一二两三四五六八十])寸(半?)", ([, whole = "", half = ""]) =>
    npsFacts(`${zhInches[whole] ?? ""}${half === "" ? "" : " 1/2"}`),
  ),
  pattern(["malleable"], "(?<![\\d.])([2346])分(?!钟)", ([, eighths = ""]) =>
    npsFacts({ "2": "1/4", "3": "3/8", "4": "1/2", "6": "3/4" }[eighths] ?? ""),
  ),
  pattern(["malleable"], "(?<![\\d.])1\\.2寸|寸二", () => npsFacts("1 1/4", "doubt"), { bonus: 2 }),
  pattern(["malleable"], "(?<![一二三四五六八十\\d])寸半", () => npsFacts("1 1/2"), { bonus: 2 }),
];
