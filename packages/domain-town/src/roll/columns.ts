import { readCreditCode } from "../organisation/credit-code.ts";
import type { RollField } from "./model.ts";

/** Headings by which a column is known, folded: lower case, without blanks, brackets and marks. */
const aliases: Record<RollField, readonly string[]> = {
  nameZh: [
    "名称",
    "企业名称",
    "单位名称",
    "公司名称",
    "经营主体名称",
    "市场主体名称",
    "企业",
    "name",
    "chinesename",
    "companyname",
    "firm",
    "company",
  ],
  nameEn: ["英文名称", "企业英文名称", "englishname", "nameen"],
  number: [
    "统一社会信用代码",
    "社会信用代码",
    "信用代码",
    "统一代码",
    "统一社会信用代码注册号",
    "注册号",
    "socialcreditcode",
    "unifiedsocialcreditcode",
    "creditcode",
    "uscc",
    "registrationnumber",
  ],
  regionCode: ["县区代码", "区县代码", "行政区划代码", "行政区划", "所属区县代码", "countycode", "regioncode", "county"],
  address: ["地址", "住所", "经营地址", "注册地址", "企业地址", "经营场所", "address", "registeredaddress"],
  legalRepresentative: ["法定代表人", "法人", "法人代表", "负责人", "经营者", "legalrepresentative", "representative"],
  contactName: ["联系人", "联系人姓名", "contact", "contactname", "contactperson"],
  contactPhone: ["电话", "联系电话", "手机", "手机号", "联系方式", "phone", "telephone", "mobile", "contactphone"],
  mainProducts: ["主营产品", "主要产品", "产品", "经营范围", "主营业务", "mainproducts", "products"],
  establishedOn: ["成立日期", "成立时间", "注册日期", "登记日期", "establishedon", "established", "founded", "dateofestablishment"],
  state: ["状态", "经营状态", "登记状态", "企业状态", "state", "status"],
  employees: ["从业人数", "员工人数", "职工人数", "人数", "employees", "headcount", "staff"],
};

const fold = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\((?:必填|选填|required|optional)\)/g, "")
    .replace(/[\s\p{P}\p{S}]/gu, "");

const known = new Map(Object.entries(aliases).flatMap(([field, names]) => names.map((name) => [name, field as RollField])));

export type Columns = Readonly<Partial<Record<RollField, number>>>;
export type Headed = { readonly headerRow: number; readonly columns: Columns };

/** Most of a column's cells look like this: it is that field, whatever its heading says. */
const looks: readonly (readonly [RollField, (cell: string) => boolean])[] = [
  ["number", (cell) => readCreditCode(cell).ok],
  ["contactPhone", (cell) => /^(?:\+?86)?[ -]?1[3-9]\d{9}$|^0\d{2,3}-\d{7,8}$/.test(cell.trim())],
];

function named(row: readonly string[]): Columns {
  const found: Partial<Record<RollField, number>> = {};
  row.forEach((heading, index) => {
    const field = known.get(fold(heading));
    if (field !== undefined && found[field] === undefined) found[field] = index;
  });
  return found;
}

/** Finds the heading among the first rows and each field's column in any order; null when no row names the firms' column. */
export function findColumns(rows: readonly (readonly string[])[]): Headed | null {
  const heads = rows.slice(0, 10).map(named);
  const best = heads.reduce((top, one, index) => (Object.keys(one).length > Object.keys(heads[top] ?? {}).length ? index : top), 0);
  const columns: Partial<Record<RollField, number>> = { ...heads[best] };
  if (columns.nameZh === undefined || Object.keys(columns).length < 2) return null;
  const taken = new Set(Object.values(columns));
  const sample = rows.slice(best + 1, best + 61);
  for (const [field, fits] of looks) {
    if (columns[field] !== undefined) continue;
    const width = Math.max(0, ...sample.map((row) => row.length));
    for (let index = 0; index < width && columns[field] === undefined; index += 1) {
      if (taken.has(index)) continue;
      const filled = sample.map((row) => row[index] ?? "").filter((cell) => cell.trim() !== "");
      if (filled.length >= 3 && filled.filter(fits).length >= filled.length * 0.8) {
        columns[field] = index;
        taken.add(index);
      }
    }
  }
  return { headerRow: best, columns };
}
