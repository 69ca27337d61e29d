import { UnitCode } from "@jizhen/kernel";
import { decimal, doubtful, type Fact, fact, shifted } from "./candidate.ts";
import { chineseNumber, type Pattern, pattern, type Reading } from "./pattern.ts";

const unit = (code: string): UnitCode => UnitCode.parse(code);

/** Words of units, and the Rec 20 (or X + Rec 21) code each stands for. */
const unitWords: readonly (readonly [code: string, words: string])[] = [
  ["H87", "片|个(?!月)|個|只|隻|件|枚|支(?!架)|pcs?|pieces?|pce|nos|ea|each|units?"],
  ["SET", "套|sets?"],
  ["PR", "对(?!焊|丝)|副|双|pairs?|prs"],
  ["DZN", "打(?!字)|dozens?|dz"],
  ["TNE", "吨(?!桶|袋|箱)|公吨|tons?|tonnes?|mts?|t"],
  ["KGM", "公斤|千克|kgs?|kilograms?"],
  ["XBO", "瓶(?!装)|bottles?|btls?"],
  ["XCT", "箱(?!装)|cases?|cartons?|ctns?|cs"],
  ["XBX", "盒(?!装)|boxes|box"],
  ["XDR", "桶(?!装)|drums?|barrels?"],
  ["XBG", "袋(?!装)|包(?!装)|bags?"],
  ["MTR", "米(?!香|色)|met(?:er|re)s?"],
];
const anyUnit = `(?:${unitWords.map(([, words]) => words).join("|")})`;
const matchers = unitWords.map(([code, words]) => [code, new RegExp(`^(?:${words})$`)] as const);

/** The unit code of a written unit ("片", "pcs", "箱"), or null. */
export function unitOf(words: string): UnitCode | null {
  const wanted = words.trim().toLowerCase().replace(/\.$/, "");
  const found = matchers.find(([, shape]) => shape.test(wanted));
  return found === undefined ? null : unit(found[0]);
}

const isMass = (code: string): boolean => code === "TNE" || code === "KGM";

function amount(number: string, scale: string): string | null {
  const plain = /^[一-龥]/.test(number) ? (chineseNumber(number)?.toString() ?? null) : decimal(number);
  if (plain === null || !/[1-9]/.test(plain)) return null;
  return scale === "" ? plain : shifted(plain, scale === "千" || scale === "k" ? 3 : 4);
}

/** "1.200 pcs" is 1.2 here and 1,200 in half of Europe; a count with a fraction is no count. */
const isOddCount = (value: string, code: string): boolean => value.includes(".") && !isMass(code) && code !== "MTR" && code !== "LTR";

function quantity(number: string, scale: string, words: string, certain: boolean): Reading {
  const value = amount(number, scale);
  const code = words === "" ? null : unitOf(words);
  if (value === null || (words !== "" && code === null)) return null;
  const field = code !== null && isMass(code) ? "@mass" : "@qty";
  const odd = code !== null && isOddCount(value, code);
  const options = odd ? [value.replace(".", ""), value] : [value];
  return [certain && !odd ? fact(field, value, { unit: code }) : { ...doubtful(field, options, code) }];
}

const notPerPack = "(?!_(?:/|每|per_)_(?:箱|盒|件|提|case|carton|ctn|cs|box|bag|袋))";
const latinEnd = "(?![a-z])\\.?";

const quantities: readonly Pattern[] = [
  pattern(
    null,
    `(?<![\\d./a-z×φ#≥≤><~约]|约 |approx |about )(?<!\\d[-~])(NUM)_(万|w|k|千)?_(${anyUnit})${latinEnd}${notPerPack}(?!_左右)`,
    ([, number = "", scale = "", words = ""]) => quantity(number, scale, words, true),
    { bonus: 1 },
  ),
  pattern(
    null,
    `(?<=#|[a-z]-|(?<![a-z])[×x*]_)(NUM)_(万|w|k)?_(${anyUnit})${latinEnd}${notPerPack}`,
    ([, number = "", scale = "", words = ""]) => quantity(number, scale, words, true),
  ),
  pattern(
    null,
    `(?<![×x*\\d.] {0,3})(?<![a-z0-9])[×x*]_(NUM)_(${anyUnit})${latinEnd}${notPerPack}`,
    ([, number = "", words = ""]) => quantity(number, "", words, true),
    {
      bonus: 2,
    },
  ),
  pattern(
    null,
    `(?:约|大约|大概|approx\\.?|about|around|circa|ca\\.?|~)_(NUM)_(万|w|k|千)?_(${anyUnit})${latinEnd}`,
    ([, number = "", scale = "", words = ""]) => quantity(number, scale, words, false),
    { bonus: 3 },
  ),
  pattern(
    null,
    `(?<![\\d./a-z])(NUM)_(万|w|k|千)?_(${anyUnit})_左右`,
    ([, number = "", scale = "", words = ""]) => quantity(number, scale, words, false),
    { bonus: 3 },
  ),
  pattern(
    null,
    `(?<![\\d./a-z-])(NUM)_(?:-|~|至|到|to)_(NUM)_(${anyUnit})${latinEnd}`,
    ([, low = "", high = "", words = ""]): Reading => {
      const code = unitOf(words);
      const [a, b] = [amount(low, ""), amount(high, "")];
      return code === null || a === null || b === null ? null : [doubtful(isMass(code) ? "@mass" : "@qty", [a, b], code)];
    },
    { bonus: 3 },
  ),
  pattern(null, `(?<![一-龥])(ZH)_(${anyUnit})${latinEnd}${notPerPack}`, ([, number = "", words = ""]) =>
    quantity(number, "", words, true),
  ),
  pattern(
    null,
    `(?:订购数量|采购数量|数量|总数|共计|qty|q'ty|quantity|order qty)\\.?_[:=]?_(NUM)_(万|w|k)?_(?:(${anyUnit})${latinEnd})?(?![\\d%])`,
    ([, number = "", scale = "", words = ""]) => quantity(number, scale, words, true),
    { bonus: 4 },
  ),
  pattern(
    null,
    `共_(NUM)_(万)?_(${anyUnit})${latinEnd}`,
    ([, number = "", scale = "", words = ""]) => quantity(number, scale, words, true),
    { bonus: 4 },
  ),
  pattern(null, "(?<=[ )\\]\"'#])[×x*]_(\\d{1,7})(?![\\d.,]|_[×x*φ]|_mm|_cm|_ml|_l(?![a-z])|[a-z])", ([, number = ""], line, at) => {
    const value = decimal(number);
    if (value === null || value === "0") return null;
    return [/(?:^|[ ,])\d+(?:\.\d+)?\s*$/.test(line.slice(0, at)) ? doubtful("@qty", [value]) : fact("@qty", value)];
  }),
  pattern(
    null,
    `(?:单重|单件重|净重|每件重|unit weight|weight each)_[:=]?_(NUM)_(?:kgs?|公斤|千克)(?![a-z])`,
    ([, number = ""]) => massEach(number),
    { bonus: 4 },
  ),
  pattern(
    null,
    `(?<![\\d.a-z])(NUM)_(?:kgs?|公斤|千克)_(?:/|每|per|a)_(?:片|个|只|件|pcs?|piece|ea|each|unit)(?![a-z])`,
    ([, number = ""]) => massEach(number),
    { bonus: 4 },
  ),
  pattern(
    null,
    `(?:总重量?|合计重量|毛重|total weight|gross weight)_[:=]?_(NUM)_(吨|t|kgs?|公斤|千克)(?![a-z])`,
    ([, number = "", words = ""]) => quantity(number, "", words, true),
    {
      bonus: 4,
    },
  ),
];

function massEach(number: string): Reading {
  const value = decimal(number);
  return value === null ? null : [fact("mass_kg", value, { unit: unit("KGM") })];
}

const kept: Reading = [fact("@note", "kept")];
const money = "(?:¥|\\$|€|£|us\\$|usd|rmb|cny|eur|hkd)";

/** Numbers that must not be taken for quantities or lead times: prices, terms of payment, validity, warranty. */
const blocked: readonly Pattern[] = [
  pattern(
    null,
    `(?:含税|不含税|出厂|目标|最高)?(?:单价|价格|目标价|限价|预算|总价|price|target price|unit price|budget)_[:=]?_${money}?_NUM_(?:万)?(?:元|美元|美金|欧元|usd|rmb|cny|eur)?(?:_/_(?:${anyUnit}|kg|t))?`,
    () => kept,
    { bonus: 5 },
  ),
  pattern(null, `${money}_NUM(?:_/_(?:${anyUnit}))?`, () => kept, { bonus: 5 }),
  pattern(null, `(?<![\\d.])NUM_万?(?:元|块钱|美元|美金|欧元|usd|rmb|cny|eur)(?![a-z])(?:_/_(?:${anyUnit}))?`, () => kept, { bonus: 5 }),
  pattern(
    null,
    "(?:账期|月结|付款|货到|到货后?付款|net|payment|credit|l/c|t/t|有效期|报价有效期?|valid(?:ity)?(?: for| of)?|质保期?|保修|warranty|保质期|储存期|shelf life|保函)_[:=]?_(?:NUM|ZH)_(?:天|日|个?月|年|days?|weeks?|months?|years?)",
    () => kept,
    { bonus: 6 },
  ),
  pattern(
    null,
    "NUM_(?:天|日|个?月|年|days?|weeks?|months?|years?)_(?:账期|付款|月结|内付款|有效|质保|保质期|credit|net|validity|payment|warranty)",
    () => kept,
    { bonus: 6 },
  ),
  pattern(null, "NUM_%_(?:预付|定金|订金|余款|deposit|advance|t/t|in advance|prepay\\w*)", () => kept, { bonus: 6 }),
  pattern(null, "(?:预付|定金|订金|余款|deposit|advance)_NUM_%", () => kept, { bonus: 6 }),
  pattern(null, "(?:电话|手机|tel|mobile|phone|wechat|微信|qq|whatsapp)_[:.]?_\\+?[\\d -]{5,20}", () => kept, { bonus: 6 }),
  pattern(null, "(?<!\\d)1[3-9]\\d{9}(?!\\d)", () => kept, { bonus: 6 }),
  pattern(null, "[a-z0-9._%+-]{1,40}@[a-z0-9.-]{1,40}\\.[a-z]{2,8}", () => kept, { bonus: 6 }),
  pattern(
    null,
    "^_(?:\\(\\d{1,3}\\)|\\d{1,3}\\)|\\d{1,3},(?!\\d)|\\d{1,3}\\.(?!\\d)|(?:no\\.|item|序号|line)_\\d{1,3}(?:[.:,)]|(?= ))|#\\d{1,2} )",
    ([whole = ""]) => [fact("@item", whole.trim())],
    {
      bonus: 8,
    },
  ),
];

const labels =
  "产品名称|产品|品名|名称|规格型号|规格|型号|材质要求|材质|材料|压力等级|公称压力|压力|密封面形式|密封面|执行标准|标准|数量|工艺|香型|表面处理|表面|颜色|容量|" +
  "product|item|description|size|type|material|mat'l|rating|pressure|facing|standard|std|grade|finish|colou?r|qty|quantity|capacity|spec(?:ification)?";
/** Labels in front of a value, "材质:304": understood, and nothing by themselves. */
const labelled: readonly Pattern[] = [
  pattern(null, `(?<![a-z一-龥])(?:${labels})_(?:[:=]|(?=[a-z0-9φ"]))`, () => [fact("@label", "label")]),
].map((one) => ({ ...one, bonus: -5 }));

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthOf = (name: string): string => String(monthNames.indexOf(name.slice(0, 3)) + 1);
const months =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** A date as "year-month-day"; the year is ? when it was not written. */
const date = (year: string, month: string, day: string): Reading => {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return [fact("@date", `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`)];
};

const dueBefore =
  "(?:(?:交货期?|交期|货期|到货|发货|delivery(?: date)?|deliver|ship(?:ment)?|due|needed|before|by)_[:]?_(?:by |before |on )?)?";
const dueAfter = "(?:_(?:之前|以前|前)?_(?:交货|到货|交付|发货|交|到)?)?";
const dates: readonly Pattern[] = [
  pattern(
    null,
    `${dueBefore}(?<!\\d)(20\\d\\d)_[-/.]_(\\d{1,2})_[-/.]_(\\d{1,2})(?![\\d.])${dueAfter}`,
    ([, y = "", m = "", d = ""]) => date(y, m, d),
    { bonus: 6 },
  ),
  pattern(
    null,
    `${dueBefore}(?<!\\d)(20\\d\\d)_年_(\\d{1,2})_月_(\\d{1,2})_[日号]?${dueAfter}`,
    ([, y = "", m = "", d = ""]) => date(y, m, d),
    { bonus: 6 },
  ),
  pattern(null, `${dueBefore}(?<![\\d年])(\\d{1,2})_月_(\\d{1,2})_[日号]${dueAfter}`, ([, m = "", d = ""]) => date("?", m, d), {
    bonus: 5,
  }),
  pattern(
    null,
    `${dueBefore}(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[ -]${months}\\.?,?(?:[ -](20\\d\\d))?(?![a-z\\d])`,
    ([, d = "", m = "", y = ""]) => date(y || "?", monthOf(m), d),
    { bonus: 5 },
  ),
  pattern(
    null,
    `${dueBefore}(?<![a-z])${months}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,?_(20\\d\\d))?(?![a-z\\d"'])`,
    ([, m = "", d = "", y = ""]) => date(y || "?", monthOf(m), d),
    { bonus: 5 },
  ),
];

const leadBefore =
  "(?:(?:交货期|交货时间|交货周期|交期|货期|供货期|生产周期|工期|交货|发货|delivery time|delivery period|delivery|deliver|lead ?time|leadtime|ship(?:ment)?(?: time)?|production time|ready)_[:]?_(?:within |in |is )?)?(?:within |in )?";
const leadAfter =
  "(?:_(?:之内|以内|内))?(?:_(?:交货|交付|到货|发货|出货|交|到|delivery(?: time)?|lead ?time|aro|after (?:order|deposit|receipt of order)|ex ?works delivery))?";
const daysIn: Readonly<Record<string, number>> = { day: 1, 天: 1, 日: 1, week: 7, wk: 7, 周: 7, 星: 7, 礼: 7 };
const lengthOf = (words: string): number | null =>
  daysIn[words.startsWith("w") ? words.slice(0, words.startsWith("wk") ? 2 : 4) : words.startsWith("d") ? "day" : words.charAt(0)] ?? null;

const leads: readonly Pattern[] = [
  pattern(
    null,
    `${leadBefore}(?<![\\d.a-z/×-])(\\d{1,3}|ZH)_(天|日(?=_(?:之内|以内|内|交))|calendar days|days?|周|星期|礼拜|weeks?|wks?)(?![a-z])${leadAfter}(?!_左右)`,
    ([, number = "", words = ""]): Reading => {
      const count = /^\d/.test(number) ? Number(number) : chineseNumber(number);
      const length = lengthOf(words.startsWith("calendar") ? "day" : words);
      if (count === null || length === null || count === 0 || count * length > 1_500) return null;
      return [fact("@lead", String(count * length))];
    },
    { bonus: 2 },
  ),
  pattern(
    null,
    `${leadBefore}(?<![\\d.a-z/×])(?:(?:\\d{1,3}|ZH)_(?:-|~|至|到|to)_(?:\\d{1,3}|ZH)_(?:个?工作日|天|日|working days|days?|周|星期|weeks?|个月|months?)|(?:\\d{1,3}|ZH)_(?:个?工作日|个月|working days|work days|business days|months?)|(?:\\d{1,3}|ZH)_(?:天|周|days?|weeks?)_左右)(?![a-z])${leadAfter}`,
    ([whole = ""]) => [doubtful("@lead", [whole.trim()])],
    { bonus: 4 },
  ),
  pattern(
    null,
    `${leadBefore}(?:月底|月末|下周[一二三四五六日]?|下个?月[初中底]?|本周[一二三四五六日]?|本月[初中底]?|这个月[底]?|年底|年前|年后|春节前|国庆前|节前|end of (?:the |this |next )?(?:month|year)|(?:by )?next (?:week|month)|before (?:chinese new year|cny|christmas)|mid[- ]${months})_(?:之前|以前|前)?_(?:交货|到货|交|要货|要)?`,
    ([whole = ""]) => [doubtful("@lead", [whole.trim()])],
    { bonus: 3 },
  ),
];

const incoterm = "(exw|fca|cpt|cip|dap|dpu|ddp|fas|fob|cfr|cif)";
const delivery = (term: string, place: string): Fact => fact("@delivery", `${term.toUpperCase()} ${place.trim()}`.trim());

const deliveries: readonly Pattern[] = [
  pattern(null, `(?<![a-z])${incoterm}(?:_(?:incoterms_)?2020)?(?![a-z])`, ([, term = ""]) => [delivery(term, "")], { bonus: 2 }),
  pattern(null, `(?<![a-z])${incoterm}_[:,-]?_([一-龥]{2,8})(?=[^一-龥]|$)`, ([, term = "", place = ""]) => [delivery(term, place)], {
    bonus: 2,
  }),
  pattern(null, `(?<![一-龥])([一-龥]{2,6})_${incoterm}(?![a-z])(?!_[一-龥])`, ([, place = "", term = ""]) => [delivery(term, place)], {
    bonus: 2,
  }),
  pattern(
    null,
    "(?<![一-龥])([一-龥]{2,4})_(?:自提|工厂自提|出厂自提|厂里自提)",
    ([, place = ""]) => [delivery("EXW", place.replace(/[到厂去]$/, ""))],
    { bonus: 3 },
  ),
  pattern(null, "(?<=[吨片个只件套瓶箱桶袋斤] {0,3})([一-龥]{2,4})_自提", ([, place = ""]) => [delivery("EXW", place)], { bonus: 3 }),
  pattern(null, "自提(?:到|于)?|工厂自提|出厂价?自提|ex[ -]works|ex[ -]factory", () => [delivery("EXW", "")], { bonus: 1 }),
];

export const commonPatterns: readonly Pattern[] = [...quantities, ...blocked, ...labelled, ...dates, ...leads, ...deliveries];
