import { UnitCode } from "@jizhen/kernel";
import { classNumbers, kNumbers, otherClassNumbers, pnNumbers, ratingCode } from "../flange/ratings.ts";
import { isDn } from "../flange/sizes.ts";
import { gradeOf } from "../grades.ts";
import type { FamilyCode } from "../model.ts";
import { decimal, doubtful, type Fact, fact, shifted } from "./candidate.ts";
import { type Pattern, pattern, type Reading } from "./pattern.ts";
import { sizePatterns } from "./patterns-size.ts";

const flange: readonly FamilyCode[] = ["flange"];
const steel: readonly FamilyCode[] = ["flange", "forging", "buttweld"];
const piped: readonly FamilyCode[] = ["flange", "buttweld"];
const millimetre = UnitCode.parse("MMT");
const notUnit = "(?!_(?:片|个|只|件|套|pcs?|nos|ea|sets?))";

/** A bare number as a rating: sure only when one system alone has it. */
export function bareRating(number: string): Fact | null {
  const plain = decimal(number);
  if (plain === null) return null;
  const readings = [
    ...(pnNumbers.includes(plain) ? [ratingCode("PN", plain)] : []),
    ...(classNumbers.includes(plain) ? [ratingCode("Class", plain)] : []),
  ];
  const [only] = readings;
  if (only === undefined) return null;
  return readings.length === 1 && plain !== "2.5" ? fact("rating", only) : doubtful("rating", readings);
}

const allClasses = [...classNumbers, ...otherClassNumbers].sort((a, b) => b.length - a.length).join("|");
const classFact = ([, number = ""]: readonly string[]): Reading => [fact("rating", ratingCode("Class", number))];

/** PN written as a member, as MPa ("PN1.6" is PN16, "PN2.5" may be 2.5 or 25), or as the former PN64. */
function pnFact(number: string, inMegapascal: boolean): Reading {
  const plain = decimal(number);
  if (plain === null) return null;
  const tenfold = shifted(plain, 1);
  const times = tenfold !== null && pnNumbers.includes(tenfold) ? ratingCode("PN", tenfold) : null;
  if (inMegapascal) return times === null ? [fact("rating", `PN${tenfold ?? plain}`, { state: "doubt" })] : [fact("rating", times)];
  if (plain === "64") return [fact("rating", "PN63", { state: "doubt", options: ["PN63"] })];
  // "PN1.6" and "PN4.0" are megapascal by their point; "PN2.5" is also a member and stays in doubt.
  if (number.includes(".") && tenfold !== null)
    return [doubtful("rating", plain === "2.5" ? ["PN2.5", "PN25"] : [times ?? ratingCode("PN", tenfold)])];
  return [fact("rating", ratingCode("PN", plain))];
}

const ratings: readonly Pattern[] = [
  pattern(flange, "(?<![a-z])pn_[-:=]?_(\\d{1,3}(?:\\.\\d)?)_mpa(?![a-z])", ([, number = ""]) => pnFact(number, true), { bonus: 2 }),
  pattern(flange, "(?<![a-z])pn_[-:=]?_(\\d{1,3}(?:\\.\\d)?)(?![\\d.])(?:_bar)?", ([, number = ""]) => pnFact(number, false)),
  pattern(
    flange,
    "(?<![a-z])pn_(\\d{1,3})_/_(?:pn)?_(\\d{1,3})(?![\\d.])",
    ([, a = "", b = ""]): Reading =>
      pnNumbers.includes(a) && pnNumbers.includes(b) ? [doubtful("rating", [ratingCode("PN", a), ratingCode("PN", b)])] : null,
    { bonus: 3 },
  ),
  pattern(flange, "(?<![\\d.])(\\d{1,2}(?:\\.\\d{1,2})?)_mpa(?![a-z])", ([, number = ""]) => [fact("@mpa", decimal(number) ?? number)]),
  pattern(flange, "(?<![\\d.])(\\d{1,3})_bar(?![a-z])", ([, number = ""]) =>
    pnNumbers.includes(number) ? [doubtful("rating", [ratingCode("PN", number)])] : null,
  ),
  pattern(
    flange,
    "(?<![\\d.])(\\d{1,3})_(?:公斤压力|公斤级|公斤压|公斤(?=法兰|的法兰)|kgf?/cm2?)",
    ([, number = ""]) => (pnNumbers.includes(number) ? [doubtful("rating", [ratingCode("PN", number)])] : null),
    {
      bonus: 3,
    },
  ),
  pattern(flange, `(?<![a-z])(?:class|cl\\.?|cls)_[-:]?_(${allClasses})(?!\\d)(?:_(?:lbs?|#))?`, classFact, { bonus: 2 }),
  pattern(flange, `(?<![\\d.a-z])(${allClasses})_(?:lbs?|#|磅级?|class|cl)(?![a-z])`, classFact, { bonus: 2 }),
  pattern(flange, `(?<![\\w])#(${allClasses})(?!\\d)`, classFact),
  pattern(
    flange,
    `(?<![a-z])(?:ansi|asme)_-?_(?:class_)?(${allClasses})(?!\\d|\\.\\d)(?:_(?:lbs?|#))?(?!_(?:pcs|片|个|件|只))`,
    classFact,
    { bonus: 2 },
  ),
  pattern(
    flange,
    `(?<![a-z\\d.])(?:jis_-?_)?(${[...kNumbers].reverse().join("|")})k(?![a-z0-9])`,
    ([whole = "", number = ""]) => [
      fact("rating", ratingCode("K", number)),
      ...(whole.startsWith("jis") ? [fact("standard", "JIS B 2220")] : []),
    ],
    { bonus: 1 },
  ),
  pattern(flange, "(?<![a-z])jis(?![a-z])(?!_-?_b)", (_, line) =>
    /\dk(?![a-z])/.test(line) ? [fact("standard", "JIS B 2220")] : [doubtful("standard", ["JIS B 2220"])],
  ),
];

const typeCodes = "(wn|so|pl|bl|sw|th|if|lj)";
const shorthand: readonly Pattern[] = [
  pattern(
    flange,
    `(?<![a-z])${typeCodes}_-?_(\\d{2,4})_(?:\\(([ab])\\))?_[-/]_(\\d{1,4}(?:\\.\\d{1,2})?)(?![\\d.#"]|_mpa|_lb|_/)${notUnit}`,
    ([, type = "", dn = "", series = "", number = ""]): Reading => {
      const rating = /\./.test(number) ? fact("@mpa", decimal(number) ?? number) : bareRating(number);
      if (!isDn(dn) || rating === null) return null;
      return [
        fact("type", type.toUpperCase()),
        fact("dn", dn),
        rating,
        ...(series === "" ? [] : [fact("pipe_series", series.toUpperCase())]),
      ];
    },
    { bonus: 6 },
  ),
  pattern(
    flange,
    `(?<![a-z])dn_?(\\d{2,4})_-_(\\d{1,3})(?![\\d.#"a-z]|_mpa|_lb|_/|_-)${notUnit}`,
    ([, dn = "", number = ""]): Reading =>
      isDn(dn) && pnNumbers.includes(number) ? [fact("dn", dn), doubtful("rating", [ratingCode("PN", number)])] : null,
    { bonus: 3 },
  ),
  pattern(flange, "(?<![a-z])(wn|so|sw|th|bl|pl|lj)[-/]?(rf|ff|rj|rtj)(?![a-z])", ([, type = "", face = ""]) => combined(type, face), {
    bonus: 1,
  }),
  pattern(flange, "(?<![a-z])(rf|ff|rj|rtj)[-/]?(wn|so|sw|th|bl|pl|lj)(?![a-z])", ([, face = "", type = ""]) => combined(type, face), {
    bonus: 1,
  }),
  pattern(flange, "(?<![a-z])(?:type|typ)_(01|02|04|05|11|12|13|21)(?!\\d)", ([, number = ""]): Reading => {
    const type = { "01": "PL", "02": "LJ", "04": "LJ", "05": "BL", "11": "WN", "12": "SO", "13": "TH", "21": "IF" }[number];
    return type === undefined ? null : [fact("type", type)];
  }),
  // A long weld neck is not a weld neck; said so that WN does not swallow it.
  pattern(
    flange,
    "(?<![a-z])(?:lwn|long weld(?:ing)? neck|长高颈(?:法兰)?|长颈对焊(?:法兰)?|异径法兰|reducing flange|八字盲板|spectacle blind|spade|paddle blind|orifice flange|孔板法兰|锚固法兰|anchor flange|容器法兰)(?![a-z])",
    ([whole = ""]) => [fact("@othertype", whole.trim())],
    { bonus: 3 },
  ),
];

function combined(type: string, face: string): Reading {
  return [fact("type", type.toUpperCase()), fact("facing", face === "rtj" ? "RJ" : face.toUpperCase())];
}

const facings: readonly Pattern[] = [
  pattern(
    flange,
    "(?:密封面|facing|face)(?: type)?_[:=]?_(mfm|fm|tg|rf|ff|rtj|rj|m|t|g)(?![a-z])",
    ([, face = ""]) => [fact("facing", face === "rtj" ? "RJ" : face.toUpperCase())],
    { bonus: 2 },
  ),
];

const gradeFact = (name: string): Reading => {
  const known = gradeOf(name);
  return [fact("material", known?.relation === "same" ? known.grade.code : name)];
};

const materials: readonly Pattern[] = [
  pattern(
    steel,
    "(?<![a-z])(?:astm_|asme_)?s?a_?/?_?182_(?:gr\\.?|grade|-)?_(f_?(?:304l?|316l?|321|51|60|11|22|91))(?![a-z0-9])(?:_cl\\.?_?\\d)?",
    ([, name = ""]) => gradeFact(name.replaceAll(" ", "").toUpperCase()),
    { bonus: 3 },
  ),
  pattern(steel, "(?<![a-z])(?:astm_|asme_)?s?a_?105n?(?![a-z0-9])", () => [fact("material", "A105")], { bonus: 1 }),
  pattern(
    steel,
    "(?<![a-z])(?:astm_)?s?a_?350_(?:gr\\.?|grade|-)?_lf_?2(?![0-9])(?:_cl\\.?_?[12])?",
    () => [fact("material", "A350 LF2")],
    { bonus: 3 },
  ),
  pattern(
    steel,
    "(?<![a-z0-9])(?:ss|s\\.s\\.|aisi|不锈钢|不锈)_-?_(304l?|316l?|321|310s)(?![a-z0-9])",
    ([, name = ""]) => gradeFact(name.toUpperCase()),
    { bonus: 1 },
  ),
  pattern(
    steel,
    "(?<![a-z0-9.φ])(304l?|316l?|321|310s)_-?(?:ss(?![a-z])|不锈钢|材质|材料|不锈)",
    ([, name = ""]) => gradeFact(name.toUpperCase()),
    { bonus: 1 },
  ),
  pattern(steel, "(?<![a-z0-9.φ])(304|316)_/_(?:304|316)l(?![a-z0-9])", ([, name = ""]) => [doubtful("material", [`${name}L`, name])], {
    bonus: 4,
  }),
  pattern(
    steel,
    "(?:材质|材料|material|mat\\.?|grade)_[:=]?_20(?!\\d|#|号|钢|_?(?:片|个|件|pcs)|\\.)",
    () => [doubtful("material", ["20#", "20 forged"])],
    { bonus: 2 },
  ),
];

const certificateCode = (number: string): Fact => fact("certificate", `EN 10204 ${number}`);
const papers: readonly Pattern[] = [
  pattern(
    steel,
    "(?:din_)?en_?10204[ :/.-]{0,3}(?:20\\d\\d[ :/.-]{0,3})?(?:type_)?([23]\\.[12])(b?)(?!\\d)(?:_(?:证书|cert\\w{0,9}|mtc))?",
    ([, number = "", old = ""]) => [old === "" ? certificateCode(number) : doubtful("certificate", [`EN 10204 ${number}`])],
    { bonus: 3 },
  ),
  pattern(
    steel,
    "(?<![\\d.])([23]\\.[12])(b?)_(?:检验)?(?:证书|材质单|材质证明书?|材质书|质保书|质证书|mtc|mtr|certs?(?![a-z])|certificates?|mill cert\\w{0,9})",
    ([, number = "", old = ""]) => [old === "" ? certificateCode(number) : doubtful("certificate", [`EN 10204 ${number}`])],
    { bonus: 3 },
  ),
  pattern(
    steel,
    "(?:mtc|mtr|证书|材质单|材质证明书?|质保书|cert(?:ificate)?)_[:]?_(?:en_)?([23]\\.[12])(b?)(?!\\d)",
    ([, number = "", old = ""]) => [old === "" ? certificateCode(number) : doubtful("certificate", [`EN 10204 ${number}`])],
    { bonus: 3 },
  ),
];

const measured =
  (field: string) =>
  ([, number = ""]: readonly string[]): Reading => {
    const value = decimal(number);
    return value === null ? null : [fact(field, value, { unit: millimetre })];
  };

const walls: readonly Pattern[] = [
  pattern(
    piped,
    "(?<![a-z])sch(?:edule)?\\.?_-?_(\\d{1,3}s?|std|xxs|xs)(?![a-z0-9])",
    ([, name = ""]) => [fact("schedule", /^\d/.test(name) ? `SCH ${name.toUpperCase()}` : name.toUpperCase())],
    { bonus: 2 },
  ),
  pattern(piped, "(?<![a-z])(xs|xxs)(?![a-z])", ([, name = ""]) => [fact("schedule", name.toUpperCase())]),
  pattern(piped, "(?<![a-z])(?:s|t|δ)_=_(\\d{1,3}(?:\\.\\d{1,2})?)(?![\\d.])(?:_mm)?", measured("wall_mm"), { bonus: 1 }),
  pattern(piped, "(?:壁厚|wall thickness|wall|wt)_[:=]?_(\\d{1,3}(?:\\.\\d{1,2})?)(?![\\d.])(?:_mm)?", measured("wall_mm"), { bonus: 1 }),
  pattern(flange, "(?:内径|内孔|bore|i\\.d\\.)_[:=]?_φ?_(\\d{1,4}(?:\\.\\d{1,2})?)(?![\\d.])(?:_mm)?", measured("bore_mm"), { bonus: 1 }),
  pattern(["buttweld"], "(?<![a-z0-9])(?:r_=_)?1\\.5d(?![a-z])", () => [fact("radius", "LR")]),
];

const drilling: readonly Pattern[] = [
  pattern(
    flange,
    "(?<![\\d.])(\\d{1,2})_[-×x*]_φ_(\\d{2}(?:\\.\\d)?)(?!\\d)(?:_(?:@|on|pcd|均布|中心距|孔距|中心圆)_[:]?_φ?(\\d{2,4}(?:\\.\\d)?))?(?:_(?:个?螺栓孔|个?孔))?",
    ([, holes = "", hole = "", circle = ""]) => [fact("drilling", `${holes}×${hole}${circle === "" ? "" : `@${circle}`}`)],
    { bonus: 2 },
  ),
  pattern(
    flange,
    "(?<![\\d.])(4|8|12|16|20|24|28|32|36|40|44|48)_(?:个螺栓孔|个孔|孔|holes?(?![a-z])|bolt holes?)",
    ([, holes = ""]) => [fact("drilling", holes)],
    { bonus: 2 },
  ),
];

/** Outside, inside and height of a forging; two numbers after a diameter sign are diameter and height. */
const forgings: readonly Pattern[] = [
  pattern(
    ["forging"],
    "φ_(\\d{1,5}(?:\\.\\d)?)_[×x*/]_φ?_(\\d{1,5}(?:\\.\\d)?)_[×x*]_h?_(\\d{1,5}(?:\\.\\d)?)(?:_mm)?(?![\\d.])",
    ([, od = "", id = "", height = ""]): Reading => {
      const [a, b, c] = [decimal(od), decimal(id), decimal(height)];
      if (a === null || b === null || c === null || Number(b) >= Number(a)) return null;
      return [fact("od_mm", a, { unit: millimetre }), fact("id_mm", b, { unit: millimetre }), fact("height_mm", c, { unit: millimetre })];
    },
    { bonus: 4 },
  ),
  pattern(
    ["forging"],
    "φ_(\\d{1,5}(?:\\.\\d)?)_[×x*]_(?:h|l)?_(\\d{1,5}(?:\\.\\d)?)(?:_mm)?(?![\\d.]|_[×x*])",
    ([, od = "", height = ""]): Reading => {
      const [a, b] = [decimal(od), decimal(height)];
      return a === null || b === null ? null : [fact("od_mm", a, { unit: millimetre }), fact("height_mm", b, { unit: millimetre })];
    },
    { bonus: 3 },
  ),
  pattern(
    ["forging"],
    "(?<![\\d.φa-z])(\\d{2,5})_[×x*]_(\\d{2,5})_[×x*]_(\\d{2,5})(?:_mm)?(?![\\d.])",
    ([, a = "", b = "", c = ""]) => [fact("@dims", [a, b, c])],
    { bonus: 3 },
  ),
  pattern(["forging"], "(?:外径|外圆|o\\.d\\.|(?<![a-z])od)_[:=]?_φ?_(\\d{1,5}(?:\\.\\d)?)(?:_mm)?", measured("od_mm"), { bonus: 2 }),
  pattern(["forging"], "(?:内径|内孔|i\\.d\\.|(?<![a-z])id)_[:=]?_φ?_(\\d{1,5}(?:\\.\\d)?)(?:_mm)?", measured("id_mm"), { bonus: 2 }),
  pattern(
    ["forging"],
    "(?:高度?|厚度?|长度?|height|thickness|length|(?<![a-z])(?:thk|h|l))_[:=]?_(\\d{1,5}(?:\\.\\d)?)(?:_mm)?(?![\\d.])",
    measured("height_mm"),
    { bonus: 1 },
  ),
  pattern(["forging"], "(?<![一-龥])(环|饼|轴|方块)(?![一-龥])", ([, shape = ""]) => [
    fact("shape", { 环: "ring", 饼: "disc", 轴: "shaft" }[shape] ?? "block"),
  ]),
  pattern(["forging"], "锻造比_[:≥>=]{0,2}_(\\d(?:\\.\\d)?)", ([, ratio = ""]) => [fact("forging_ratio", ratio)]),
];

export const pipingPatterns: readonly Pattern[] = [
  ...sizePatterns,
  ...ratings,
  ...shorthand,
  ...facings,
  ...materials,
  ...papers,
  ...walls,
  ...drilling,
  ...forgings,
];
