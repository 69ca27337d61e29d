import { type Definition, Definition as Schema } from "./model.ts";
import { Quarter } from "./period.ts";

type Row = readonly [
  key: string,
  nameZh: string,
  nameEn: string,
  meaningZh: string,
  meaningEn: string,
  kind: "flow" | "stock" | "median",
  unit: Definition["unit"],
  source: Definition["source"],
  grain: Definition["grain"],
];

/** From here on towns have reported. */
export const firstQuarter = Quarter.parse("2020-Q1");

const rows: readonly Row[] = [
  [
    "members_active",
    "平台会员企业",
    "Member firms",
    "期末有效的企业会员数",
    "Live memberships of kind firm at the end of the period",
    "stock",
    "count",
    "computed",
    "month",
  ],
  [
    "entities",
    "经营主体数",
    "Business entities",
    "期末在营的名录条目数",
    "Entries of the town's roll in operation at the end of the period",
    "stock",
    "count",
    "computed",
    "month",
  ],
  [
    "entities_new",
    "新增经营主体",
    "New business entities",
    "期内成立且期末在名录上的主体；加入平台不算新增",
    "Established in the period and on the roll at its end; joining the platform is not new",
    "flow",
    "count",
    "computed",
    "month",
  ],
  ["output_value", "产值", "Output", "企业申报的产值之和", "Sum of the output that firms declare", "flow", "fen", "declared", "month"],
  [
    "chain_output",
    "全产业链产值",
    "Whole-chain output",
    "企业申报的含上下游配套的产值之和",
    "Sum of declared output with its suppliers and finishers",
    "flow",
    "fen",
    "declared",
    "quarter",
  ],
  [
    "jobs",
    "从业人数",
    "People at work",
    "期末从业人数，企业申报",
    "Declared headcount at the end of the period",
    "stock",
    "person",
    "declared",
    "quarter",
  ],
  [
    "jobs_new",
    "新增就业",
    "New jobs",
    "期内新增就业人数，企业申报",
    "Jobs added in the period, as declared",
    "flow",
    "person",
    "declared",
    "quarter",
  ],
  ["exports", "出口额", "Exports", "期内出口额，企业申报", "Exports of the period, as declared", "flow", "fen", "declared", "quarter"],
  [
    "projects_new",
    "新开工项目",
    "Projects started",
    "期内新开工项目数，企业申报登记",
    "Projects started in the period, a declared register",
    "flow",
    "count",
    "declared",
    "quarter",
  ],
  [
    "project_funds",
    "项目总投资",
    "Project funds",
    "期内新开工项目的计划总投资，企业申报登记",
    "Pledged funds of the projects started in the period, a declared register",
    "flow",
    "fen",
    "declared",
    "quarter",
  ],
  [
    "overseas_dealers",
    "海外经销商",
    "Overseas dealers",
    "期末海外经销商数，企业申报登记",
    "Dealers abroad at the end of the period, a declared register",
    "stock",
    "count",
    "declared",
    "quarter",
  ],
  [
    "energy",
    "能源消耗",
    "Energy used",
    "期内综合能耗（千克标准煤），企业申报",
    "Energy used in the period (kg of coal equivalent), as declared",
    "flow",
    "kgce",
    "declared",
    "quarter",
  ],
  [
    "requests",
    "发布需求",
    "Requests published",
    "期内发布的采购需求数",
    "Purchase requests published in the period",
    "flow",
    "count",
    "computed",
    "month",
  ],
  [
    "deals",
    "成交额",
    "Deals",
    "期内下达的订单金额（人民币）",
    "Value of orders issued in the period (CNY)",
    "flow",
    "fen",
    "computed",
    "month",
  ],
  [
    "first_quote_hours",
    "首次报价用时",
    "Time to first quote",
    "需求发布到第一份报价的小时数，取中位数；不能相加",
    "Hours from publication to the first quote, median; has no sum",
    "median",
    "hour",
    "computed",
    "month",
  ],
];

const ratioOf = (numerator: string, denominator: string, factor: string) => ({ kind: "ratio", numerator, denominator, factor });
const quotients = [
  [
    "coverage",
    "平台覆盖率",
    "Coverage",
    "会员企业 ÷ 经营主体",
    "Member firms ÷ business entities",
    ratioOf("members_active", "entities", "100"),
    "percent",
    "month",
  ],
  [
    "export_share",
    "出口占比",
    "Export share",
    "出口额 ÷ 产值，按期内合计计算",
    "Exports ÷ output, from their sums",
    ratioOf("exports", "output_value", "100"),
    "percent",
    "quarter",
  ],
  [
    "energy_intensity",
    "单耗",
    "Energy intensity",
    "能源消耗 ÷ 产值（千克标准煤/万元）",
    "Energy ÷ output (kgce per 10,000 yuan)",
    ratioOf("energy", "output_value", "1000000"),
    "kgce_per_10k_yuan",
    "quarter",
  ],
] as const;

const upward = new Set(["energy_intensity", "first_quote_hours"]);
const platformCounts = new Set(["members_active", "entities", "entities_new", "coverage", "requests", "first_quote_hours"]);

const base = { version: 1, parts: [], validFrom: firstQuarter };
const named = (key: string) => ({ key, direction: upward.has(key) ? "down" : "up", hidesSmall: !platformCounts.has(key) });

/** The definitions a province starts with (version 1). A ratio of counts tells no more than the counts. */
export const firstDefinitions: readonly Definition[] = [
  ...rows.map(([key, nameZh, nameEn, meaningZh, meaningEn, kind, unit, source, grain]) =>
    Schema.parse({ ...base, ...named(key), nameZh, nameEn, meaningZh, meaningEn, formula: { kind }, unit, source, grain }),
  ),
  ...quotients.map(([key, nameZh, nameEn, meaningZh, meaningEn, formula, unit, grain]) =>
    Schema.parse({ ...base, ...named(key), nameZh, nameEn, meaningZh, meaningEn, formula, unit, source: "computed", grain }),
  ),
];
