import type { UnitCode } from "@jizhen/kernel";
import { UnitCode as Unit } from "@jizhen/kernel";
import { ratingCode } from "../flange/ratings.ts";
import { isDn, nearestDn } from "../flange/sizes.ts";
import { type Candidate, decimal, doubtful, type Fact, fact } from "./candidate.ts";
import { lexical } from "./lexicon.ts";
import type { Draft } from "./line.ts";
import { type Prepared, prepare } from "./normalise.ts";
import type { Tools } from "./parse.ts";
import { patterned } from "./pattern.ts";
import { unitOf } from "./patterns-common.ts";
import { bareRating } from "./patterns-piping.ts";
import { npsCode } from "./patterns-size.ts";
import type { Cell, Piece } from "./split.ts";

type Column =
  | "item"
  | "words"
  | "dn"
  | "nps"
  | "size"
  | "rating"
  | "facing"
  | "material"
  | "quantity"
  | "unit"
  | "mass"
  | "total"
  | "lead"
  | "note"
  | "kept"
  | "volume"
  | "abv"
  | "pack";

/** What heads of columns say, whole cell, unit in brackets aside. */
const heads: readonly (readonly [Column, RegExp])[] = [
  ["item", /^(?:序号|编号|项次|项目|行号|序|no\.?|s\/?n|sr\.?(?: ?no\.?)?|item(?: ?no\.?)?|pos\.?|line|#|№)$/],
  ["dn", /^(?:dn|公称通径|公称直径|公称尺寸|通径|口径dn|规格dn|nominal (?:size|diameter)|size dn|dn size)$/],
  ["nps", /^(?:nps|英寸|寸|inch|inches|size inch|size nps|nominal pipe size|英制)$/],
  ["size", /^(?:规格|尺寸|口径|型号规格|size|dimension|dimensions|sizes)$/],
  ["rating", /^(?:压力|压力等级|公称压力|磅级|等级|压力pn|pn|class|rating|pressure|pressure rating|pressure class|lbs?)$/],
  ["facing", /^(?:密封面|密封面形式|密封面型式|面|facing|face|face type|sealing face)$/],
  ["material", /^(?:材质|材料|材质要求|material|mat'?l?\.?|grade|material grade)$/],
  ["quantity", /^(?:数量|需求数量|采购数量|订购数量|qty\.?|q'?ty\.?|quantity|order qty|pcs|箱数|瓶数)$/],
  ["unit", /^(?:单位|计量单位|unit|uom|units|u\/m)$/],
  ["mass", /^(?:单重|单件重量|unit weight|weight each|unit wt\.?)$/],
  ["total", /^(?:总重|总重量|重量|合计重量|total weight|weight|total wt\.?|net weight)$/],
  ["lead", /^(?:交期|交货期|交货时间|货期|lead time|delivery|delivery time|leadtime)$/],
  ["note", /^(?:备注|说明|其他|其他要求|remarks?|notes?|comments?)$/],
  [
    "kept",
    /^(?:单价|价格|金额|总价|含税单价|总金额|price|unit price|amount|total|total price|物料编码|物料号|物料代码|编码|code|part ?no\.?|item code|material code|图号|drawing no\.?|用途|项目名称|project|品牌|brand|hs code|税号)$/,
  ],
  ["volume", /^(?:容量|净含量|容积|volume|capacity|net content)$/],
  ["abv", /^(?:酒精度|度数|abv|alcohol|alc\.?)$/],
  ["pack", /^(?:每箱瓶数|装箱数|箱规|每箱|每箱数|瓶\/箱|pcs\/ctn|btl\/case|bottles\/case|pack)$/],
  [
    "words",
    /^(?:名称|产品名称|品名|产品|货物名称|物料名称|描述|物料描述|规格型号|型号|型式|类型|法兰类型|法兰形式|标准|执行标准|工艺|香型|表面|表面处理|颜色|螺纹|名称及规格|品种|种类|包装|证书|type|product|name|description|item description|goods|desc\.?|standard|std\.?|specification|spec\.?|model|process|finish|colou?r|thread|aroma|packing|schedule|sch|certificate|glass|delivery term|incoterms?)$/,
  ],
];

export type Header = {
  readonly columns: readonly { readonly column: Column | null; readonly name: string; readonly unit: string }[];
  readonly unknown: readonly string[];
};

function headOf(cell: Cell): { column: Column | null; name: string; unit: string } {
  const { text } = prepare(cell.text);
  const unit = /[([/]([^()[\]]{1,12})[)\]]?\s*$/.exec(text)?.[1]?.trim() ?? "";
  const name = text
    .replace(/[([].*$/, "")
    .replace(/[:*]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const whole = text.replace(/[:*]/g, "").replace(/\s+/g, " ").trim();
  const found =
    heads.find(([, shape]) => shape.test(whole) || shape.test(name)) ?? heads.find(([, shape]) => shape.test(name.replace(/\/[^/]*$/, "")));
  const column = found?.[0] ?? null;
  const sized =
    column !== "size" ? column : /^(?:inch|in|inches|nps|寸|英寸|")$/.test(unit) ? "nps" : /^(?:dn|mm)$/.test(unit) ? "dn" : column;
  return { column: sized, name: cell.text.trim(), unit };
}

/** A row of column heads: at least two cells are names of columns, and most cells that hold words are. */
export function headerOf(piece: Piece): Header | null {
  if (piece.cells.length < 2) return null;
  const filled = piece.cells.map(headOf);
  const named = filled.filter((one) => one.column !== null).length;
  const words = filled.filter((one) => one.name !== "").length;
  if (named < 2 || named * 2 < words || /\d{2,}/.test(piece.text.replace(/\([^)]*\)/g, ""))) return null;
  return { columns: filled, unknown: filled.filter((one) => one.column === null && one.name !== "").map((one) => one.name.slice(0, 60)) };
}

const numeric = /^\d{1,9}(?:[.,]\d{1,6})*$/;
/** What stands under "Item" or 项目 when it counts the rows; anything else there is the product's name and is read as words. */
const rowNumber =
  /^(?:(?:no|item|pos|line|序号|第)[ ._-]*)?\(?(?:[a-z]-?)?\d{1,4}(?:[.-]\d{1,3})*[.)]?(?: ?[行项])?$|^[a-z]$|^[一二三四五六七八九十]{1,3}$/i;

function sizeFacts(text: string, column: Column): readonly Fact[] | null {
  if (column === "nps" || /\//.test(text)) {
    const code = npsCode(text.replace(/["']/g, ""));
    return code === null ? null : [fact("nps", code)];
  }
  if (!/^\d{1,4}$/.test(text)) return null;
  if (column === "size") return [doubtful("dn", [text])];
  return [isDn(text) ? fact("dn", text) : fact("dn", text, { state: "doubt", options: nearestDn(text) })];
}

function ratingFacts(text: string, name: string): readonly Fact[] | null {
  if (!numeric.test(text)) return null;
  if (/mpa/i.test(name)) return [fact("@mpa", decimal(text) ?? text)];
  if (/class|lb|磅/i.test(name)) return [fact("rating", ratingCode("Class", text))];
  if (/pn|bar/i.test(name) && !text.includes(".")) return [fact("rating", ratingCode("PN", text))];
  if (text.includes(".")) return [fact("@mpa", decimal(text) ?? text)];
  const read = bareRating(text);
  return read === null ? null : [read];
}

function massFact(text: string, name: string, column: Column): readonly Fact[] | null {
  const value = numeric.test(text) ? decimal(text) : null;
  if (value === null) return null;
  const unit: UnitCode | null = /kg|公斤|千克/i.test(name) ? Unit.parse("KGM") : /(?:吨|\bt\b|ton)/i.test(name) ? Unit.parse("TNE") : null;
  if (unit === null) return [fact("@note", "kept")];
  return column === "mass" && unit === "KGM" ? [fact("mass_kg", value, { unit })] : [fact("@mass", value, { unit })];
}

/** What a bare cell means under its head; null leaves the cell to the ordinary patterns. */
function cellFacts(text: string, head: Header["columns"][number], rowUnit: UnitCode | null): readonly Fact[] | null {
  const value = numeric.test(text) ? decimal(text) : null;
  switch (head.column) {
    case "item":
      return rowNumber.test(text) ? [fact("@item", text)] : null;
    case "note":
    case "kept":
      return [fact("@note", "kept")];
    case "dn":
    case "nps":
    case "size":
      return sizeFacts(text, head.column);
    case "rating":
      return ratingFacts(text, head.name);
    case "facing":
      return /^(?:m|t|g)$/.test(text) ? [fact("facing", text.toUpperCase())] : null;
    case "material":
      return text === "20" ? [doubtful("material", ["20#", "20 forged"])] : null;
    case "quantity": {
      const unit =
        unitOf(head.unit) ?? (head.name === "箱数" ? Unit.parse("XCT") : head.name === "瓶数" ? Unit.parse("XBO") : null) ?? rowUnit;
      if (value === null || value === "0") return null;
      const isMass = unit === "TNE" || unit === "KGM";
      return [fact(isMass ? "@mass" : "@qty", value, { unit })];
    }
    case "unit":
      return unitOf(text) === null ? null : [fact("@unit", text)];
    case "mass":
    case "total":
      return massFact(text, `${head.name} ${head.unit}`, head.column);
    case "lead":
      return value === null ? null : /天|日|day/i.test(`${head.name} ${head.unit}`) ? [fact("@lead", value)] : [doubtful("@lead", [value])];
    case "volume":
      return value !== null && /ml|毫升/i.test(`${head.name} ${head.unit}`)
        ? [fact("volume_ml", value, { unit: Unit.parse("MLT") })]
        : null;
    case "abv":
      return value === null ? null : [fact("abv", value, { unit: Unit.parse("VP") })];
    case "pack":
      return value === null ? null : [fact("@packsize", value, { options: ["箱"] })];
    case "words":
    case null:
      return null;
  }
}

const shift = (one: Candidate, by: number): Candidate => ({ ...one, start: one.start + by, end: one.end + by });

/** A row of a table: each cell read by itself, bare cells by the head of their column. */
export function rowDraft(piece: Piece, original: string, header: Header | null, tools: Tools): Draft {
  const parts: Prepared[] = [];
  const candidates: Candidate[] = [];
  let at = 0;
  const unitColumn = header?.columns.findIndex((one) => one.column === "unit") ?? -1;
  const rowUnit = unitColumn < 0 ? null : unitOf(prepare(piece.cells[unitColumn]?.text ?? "").text);
  for (const [index, cell] of piece.cells.entries()) {
    const prepared = prepare(cell.text, cell.start);
    const head = header?.columns[index] ?? { column: null, name: "", unit: "" };
    const text = prepared.text.trim();
    const facts = text === "" ? null : cellFacts(text, head, rowUnit);
    const start = prepared.text.length - prepared.text.trimStart().length;
    if (facts !== null) candidates.push({ start: at + start, end: at + start + text.length, facts, families: null, bonus: 50, says: 0 });
    else if (text !== "") {
      for (const one of [...lexical(prepared, tools.lexicon), ...patterned(prepared.text, tools.patterns)]) candidates.push(shift(one, at));
    }
    parts.push(prepared);
    at += prepared.text.length + 1;
  }
  const counted = header?.columns.some((one) => one.column === "quantity") ?? false;
  const joined: Prepared = {
    text: parts.map((part) => part.text).join(" "),
    cased: parts.map((part) => part.cased).join(" "),
    places: parts.flatMap((part) => part.places),
  };
  return { prepared: joined, original, candidates, bare: counted ? "never" : "table" };
}
