import { UnitCode } from "@jizhen/kernel";
import type { FamilyCode, SpecContent } from "../model.ts";
import { decimal, doubtful, fact, shifted } from "./candidate.ts";
import { chineseNumber, type Pattern, pattern, type Reading } from "./pattern.ts";

const baijiu: readonly FamilyCode[] = ["baijiu"];
const glass: readonly FamilyCode[] = ["glassware"];
const both: readonly FamilyCode[] = ["baijiu", "glassware"];
const admixture: readonly FamilyCode[] = ["admixture"];
const code = (text: string): UnitCode => UnitCode.parse(text);
const [millilitre, millimetre, gram, percentVolume, percentWeight, percent] = ["MLT", "MMT", "GRM", "VP", "60", "P1"].map(code);

function number(field: string, text: string, unit: UnitCode | undefined, places = 0): Reading {
  const plain = decimal(text);
  const value = plain === null ? null : shifted(plain, places);
  return value === null ? null : [fact(field, value, { unit: unit ?? null })];
}

const volumePlaces: Readonly<Record<string, number>> = { l: 3, 升: 3, 公升: 3, lt: 3, ltr: 3, liter: 3, litre: 3, cl: 1 };
const volumeUnits = "(ml|毫升|cc|cl|l|ltr|升|公升|litre|liter)s?";

const volumes: readonly Pattern[] = [
  pattern(both, `(?<![\\d.a-z])(\\d{1,5}(?:\\.\\d{1,3})?)_${volumeUnits}(?![a-z])`, ([, text = "", words = ""]) => {
    const places = volumePlaces[words] ?? 0;
    // Thirty litres and more is a tank, not a bottle.
    return places === 3 && Number(text) >= 30
      ? [fact("@qty", decimal(text) ?? text, { unit: code("LTR") })]
      : number("volume_ml", text, millilitre, places);
  }),
  pattern(
    both,
    "(?:容量|净含量|capacity|volume)_[:]?_(\\d{1,5}(?:\\.\\d)?)_(?:ml|毫升)",
    ([, text = ""]) => number("volume_ml", text, millilitre),
    { bonus: 2 },
  ),
  pattern(glass, "(?<![\\d.a-z])(\\d{1,3}(?:\\.\\d)?)_(?:oz|盎司|fl\\.? ?oz)\\.?(?![a-z])", ([, text = ""]) => {
    const ounces = Number(text);
    return [
      doubtful(
        "volume_ml",
        [(ounces * 29.5735).toFixed(1), (ounces * 28.4131).toFixed(1)].map((one) => decimal(one) ?? one),
        millilitre ?? null,
      ),
    ];
  }),
  pattern(baijiu, "(一|半|二|两|五|十|1|2|5|10)_斤(?:装|瓶装|/瓶)?", ([, text = ""]) => {
    const half = text === "半" ? 0.5 : (chineseNumber(text) ?? Number(text));
    return [doubtful("volume_ml", [String(half * 500)], millilitre ?? null)];
  }),
];

const container = "(箱|件|盒|提|case|carton|ctn|cs|box|crate)s?";
const piece = "(?:瓶|支|只|个|bottles?|btls?|pcs?|pieces?)";
const packSize = (count: string, holder: string): Reading => {
  const value = /^\d/.test(count) ? count : (chineseNumber(count)?.toString() ?? "");
  return /^[1-9]\d{0,3}$/.test(value) ? [fact("@packsize", value, { options: [holder] })] : null;
};

const packs: readonly Pattern[] = [
  pattern(
    both,
    `\\(?(?<![\\d.a-z])(\\d{1,3}|ZH)_${piece}?_(?:装)?_(?:/|每|per|a|in a|in one|x|×)_(?:一|1|each)?_${container}(?![a-z])(?:装)?\\)?`,
    ([, count = "", holder = ""]) => packSize(count, holder),
    { bonus: 5 },
  ),
  pattern(
    both,
    `\\(?(?:每|一|1|per|each)_${container}_(?:装|内装|装有|of|contains)?_[:=]?_(\\d{1,3}|ZH)_${piece}(?![a-z])\\)?`,
    ([, holder = "", count = ""]) => packSize(count, holder),
    { bonus: 5 },
  ),
  pattern(baijiu, "(?<![\\d.])(\\d{1,2}|[二两三四六八十十二]{1,2})_(?:瓶|支)装", ([, count = ""]) => packSize(count, "箱"), { bonus: 3 }),
  pattern(
    baijiu,
    "(?<=ml_|毫升_|(?<![a-z])l_)[×x*]_(\\d{1,2})(?![\\d.]|_ml)(?:_(?:瓶|支|bottles?|btls?))?(?:_(?:/|每|per)_(?:箱|件|盒|case|carton|ctn))?",
    ([, count = ""]) => packSize(count, "箱"),
    { bonus: 5 },
  ),
  pattern(baijiu, "(?<![\\d.])(?:1|一)_[×x*:]_(6|12|4|24)(?![\\d.])(?:_(?:瓶|支|箱装))?", ([, count = ""]) => packSize(count, "箱"), {
    bonus: 3,
  }),
  pattern(
    both,
    `(?:packed|packing|pack|装箱|包装)_[:]?_(?:of |in )?_(\\d{1,3})_${piece}?_(?:/|per|each|a)_${container}(?![a-z])`,
    ([, count = "", holder = ""]) => packSize(count, holder),
    { bonus: 6 },
  ),
  pattern(both, "(?<![a-z])(?:pack|case|carton|box)s? of (\\d{1,3})(?!\\d)", ([, count = ""]) => packSize(count, "case"), { bonus: 3 }),
];

const strengths: readonly Pattern[] = [
  pattern(
    baijiu,
    "(?<![\\d.-])(\\d{2}(?:\\.\\d)?)_(?:度|°(?!c)|%_?(?:vol\\.?|v/v|abv|alc\\.?(?:/vol)?)|vol\\.?(?![a-z])|degrees?|deg\\.?(?![a-z])|abv)",
    ([, text = ""]) => number("abv", text, percentVolume),
  ),
  pattern(baijiu, "(?<![\\d.-])(\\d{2}(?:\\.\\d)?)_%", ([, text = ""]) => number("abv", text, percentVolume), { says: false }),
  pattern(
    baijiu,
    "(?:酒精度|酒精含量|度数|abv|alc\\.?(?:/vol)?|alcohol(?: content)?)_[:]?_(\\d{2}(?:\\.\\d)?)(?![\\d.])_(?:%_?(?:vol)?|度|°)?(?!_ml)",
    ([, text = ""]) => number("abv", text, percentVolume),
    { bonus: 2 },
  ),
  pattern(baijiu, "(?<![\\d.])(\\d{1,2}|ZH)_年(?:份酒|份|陈酿|陈|窖藏|原浆|老酒)?(?!_?\\d{1,2}_?月)", ([, text = ""]) => {
    const years = /^\d/.test(text) ? text : (chineseNumber(text)?.toString() ?? "");
    return years === "" ? null : number("age_claim", years, code("ANN"));
  }),
  pattern(baijiu, "(?:陈酿|窖藏|年份|aged)_[:]?_(\\d{1,2})_(?:年|years?)", ([, text = ""]) => number("age_claim", text, code("ANN")), {
    bonus: 2,
  }),
  pattern(baijiu, "(?<![\\d.])(\\d{1,2})[ -]years?(?:[ -]old|[ -]aged)?", ([, text = ""]) => number("age_claim", text, code("ANN"))),
];

const lengths: Readonly<Record<string, number>> = { cm: 1, 厘米: 1, 公分: 1 };
const metric = "(mm|cm|厘米|毫米|公分)?";
const length =
  (field: string) =>
  ([, text = "", words = ""]: readonly string[]): Reading =>
    number(field, text, millimetre, lengths[words] ?? 0);

const glassSizes: readonly Pattern[] = [
  pattern(glass, `(?:高度?|(?<![a-z])height|(?<![a-z])h)_[:=]?_(\\d{1,4}(?:\\.\\d)?)_${metric}(?![a-z\\d])`, length("height_mm"), {
    bonus: 1,
  }),
  pattern(glass, "(?<![\\d.×x*])(\\d{1,4}(?:\\.\\d)?)_(mm|cm|厘米|毫米|公分)_(?:高|high|height|tall|h(?![a-z]))", length("height_mm"), {
    bonus: 2,
  }),
  pattern(
    glass,
    `(?:口径|杯口|口部直径|(?<![a-z])(?:rim|top|mouth)(?:_dia(?:meter)?\\.?)?|直径|(?<![a-z])dia(?:meter)?\\.?|φ|(?<![a-z])d)_[:=]?_φ?_(\\d{1,4}(?:\\.\\d)?)_${metric}(?![a-z\\d])`,
    length("rim_mm"),
    { bonus: 1 },
  ),
  pattern(glass, "(?:克重|单重|重量?|weight)?_[:]?_(?<![\\d.])(\\d{2,5}(?:\\.\\d)?)_(?:g|克|grams?)(?![a-z])", ([, text = ""]) =>
    number("mass_g", text, gram),
  ),
  pattern(
    glass,
    "(?:外箱(?:尺寸|规格)?|纸箱(?:尺寸)?|箱规|carton(?: size)?|meas(?:urement)?\\.?|ctn size)_[:]?_(\\d{1,4}(?:\\.\\d)?)_[×x*]_(\\d{1,4}(?:\\.\\d)?)_[×x*]_(\\d{1,4}(?:\\.\\d)?)_(mm|cm|厘米|毫米)?",
    ([, a = "", b = "", c = "", words = ""]): Reading => {
      const sides = [a, b, c].map((side) => shifted(decimal(side) ?? "0", words === "mm" || words === "毫米" ? 0 : 1) ?? side);
      return [
        fact("carton_mm", sides.join("×"), words === "" ? { state: "doubt", unit: millimetre ?? null } : { unit: millimetre ?? null }),
      ];
    },
    { bonus: 4 },
  ),
];

const range = (low: string, high: string): SpecContent => ({ low: decimal(low), high: decimal(high) });

const classFact = (name: string): Reading => [fact("@class", name)];
const admixtures: readonly Pattern[] = [
  pattern(
    admixture,
    "(?:聚羧酸系?|pce |polycarboxylate(?: ether)? (?:based )?)?(?:高性能减水剂|high[ -]performance (?:water[ -]reduc\\w{2,4}(?: agent| admixture)?|superplasticizer)|hpwr(?!-))",
    ([whole = ""]) => [...(classFact("HPWR") ?? []), ...(/聚羧酸|pce|polycarb/.test(whole) ? [fact("base", "polycarboxylate")] : [])],
    { bonus: 2 },
  ),
  pattern(
    admixture,
    "聚羧酸系?(?:盐)?减水剂|(?:pce|polycarboxylate(?: ether)?)(?:[ -]based)?[ -](?:superplasticizer|superplasticiser|water reducer|admixture)",
    () => [fact("@class", "HPWR"), fact("base", "polycarboxylate")],
    { bonus: 2 },
  ),
  pattern(
    admixture,
    "高效减水剂|high[ -]range water[ -]reduc\\w{2,4}(?: agent| admixture)?|(?<![a-z])hwr(?!-)(?![a-z])|hrwra?(?![a-z])",
    () => classFact("HWR"),
    { bonus: 2 },
  ),
  pattern(admixture, "普通减水剂|normal (?:range )?water[ -]reduc\\w{2,4}(?: agent| admixture)?|木钙减水剂", () => classFact("WR"), {
    bonus: 2,
  }),
  pattern(
    admixture,
    "(?<![高效能通])减水剂|superplasticizers?|superplasticisers?|water[ -]reducers?|water reducing (?:agent|admixture)|plasticizer",
    () => [doubtful("@class", ["HPWR", "HWR", "WR"])],
  ),
  pattern(admixture, "标准型|standard(?: type)?(?![a-z])", () => [fact("@variant", "S")], { says: false }),
  pattern(admixture, "早强型|accelerating(?: type)?|early strength(?: type)?", () => [fact("@variant", "A")]),
  pattern(admixture, "缓凝型|retarding(?: type)?|slow[ -]setting(?: type)?", () => [fact("@variant", "R")]),
  pattern(
    admixture,
    "速凝剂|膨胀剂|防冻剂|防水剂|阻锈剂|脱模剂|保坍剂|shotcrete accelerator|expansive agent|anti-?freeze(?: agent)?|slump retainer",
    ([whole = ""]) => [fact("@othertype", whole.trim())],
    { bonus: 3 },
  ),
  pattern(
    admixture,
    "(?:含固量|固含量|固含|固体含量|固量|solids? content|solids?)_[:≥>=为]{0,2}_(\\d{1,3}(?:\\.\\d{1,2})?)_%?(?:_[±+]/?-?_\\d(?:\\.\\d)?_%?)?",
    ([, text = ""]) => number("solid_pct", text, percentWeight),
    { bonus: 3 },
  ),
  pattern(
    admixture,
    "(?<![\\d.\\-~])(\\d{1,3}(?:\\.\\d{1,2})?)_%_(?:含固量?|固含量?|solids? content|solids?|固体含量)(?![a-z])",
    ([, text = ""]) => number("solid_pct", text, percentWeight),
    { bonus: 3 },
  ),
  pattern(admixture, "(?<![\\d.\\-~])(\\d{1,3}(?:\\.\\d{1,2})?)_%(?!_?[-~])", ([, text = ""]) => number("solid_pct", text, percentWeight), {
    says: false,
  }),
  pattern(
    admixture,
    "(?:减水率|water[ -]reduc\\w{2,6}(?: rate| ratio)?)_(?:不低于|不小于|min\\.?)?_[:≥>=]{0,2}_(\\d{1,2}(?:\\.\\d)?)_%(?:_以上)?",
    ([, text = ""]) => number("reduction_pct", text, percent),
    { bonus: 3 },
  ),
  pattern(
    admixture,
    "(?:含气量|air content|air)_[:≤<=]{0,2}_(\\d{1,2}(?:\\.\\d)?)_%",
    ([, text = ""]) => number("air_pct", text, percent),
    { bonus: 3 },
  ),
  pattern(
    admixture,
    "(?:氯离子(?:含量)?|chlorides?(?: content)?|cl-)_[:≤<=]{0,2}_(\\d(?:\\.\\d{1,3})?)_%",
    ([, text = ""]) => number("chloride_pct", text, percent),
    { bonus: 3 },
  ),
  pattern(
    admixture,
    "(?:总?碱含?量|alkali(?: content)?)_[:≤<=]{0,2}_(\\d{1,2}(?:\\.\\d{1,2})?)_%",
    ([, text = ""]) => number("alkali_pct", text, percent),
    { bonus: 3 },
  ),
  pattern(
    admixture,
    "(?:掺量|dosage)_[:]?_(\\d{1,2}(?:\\.\\d{1,3})?)_%?_(?:-|~|至|到|to)_(\\d{1,2}(?:\\.\\d{1,3})?)_%",
    ([, low = "", high = ""]) => [fact("dosage_pct", range(low, high), { unit: percent ?? null })],
    { bonus: 4 },
  ),
  pattern(
    admixture,
    "(?:掺量|dosage)_[:]?_(\\d{1,2}(?:\\.\\d{1,3})?)_%",
    ([, low = ""]) => [fact("dosage_pct", range(low, low), { unit: percent ?? null })],
    { bonus: 3 },
  ),
  pattern(
    admixture,
    "(?:密度|比重|density|sg|specific gravity)_[:=]?_(\\d(?:\\.\\d{1,4})?)_(?:g/cm3|g/ml|kg/l)?(?!\\d)",
    ([, text = ""]) => number("density", text, code("23")),
    { bonus: 3 },
  ),
  pattern(admixture, "(?<![\\d.])(\\d\\.\\d{1,4})_(?:g/cm3|g/ml|kg/l)", ([, text = ""]) => number("density", text, code("23")), {
    bonus: 2,
  }),
  pattern(
    admixture,
    "(?<![a-z])ph_?(?:值)?_[:=]?_(\\d{1,2}(?:\\.\\d)?)(?:_(?:-|~|至|to)_(\\d{1,2}(?:\\.\\d)?))?(?![\\d.])",
    ([, low = "", high = ""]) => [fact("ph", range(low, high || low))],
    { bonus: 3 },
  ),
  pattern(
    admixture,
    "(?<![\\d.])\\d{1,4}_(?:kg|公斤|千克|l|升)_(?:/|每|per|a)_(?:袋|桶|包|bag|drum|ibc|吨桶)s?(?![a-z])",
    () => [fact("@note", "kept")],
    { bonus: 4 },
  ),
  pattern(
    admixture,
    "(?<![\\d.])\\d{1,4}_(?:kg|公斤|l|升)(?=_(?:袋装|桶装|吨桶|吨袋|ibc|编织袋|bags?(?![a-z])|drums?(?![a-z])))",
    () => [fact("@note", "kept")],
    { bonus: 3 },
  ),
];

export const goodsPatterns: readonly Pattern[] = [...volumes, ...packs, ...strengths, ...glassSizes, ...admixtures];
