import { LocalDate } from "@jizhen/kernel";
import { describe, expect, it } from "vitest";
import { allCases } from "../cases/all.ts";
import examples from "../cases/rfq-line-examples.json" with { type: "json" };
import { scoreAll } from "../cases/score.ts";
import { textOf } from "../held.ts";
import { LineSpec, type ParsedLine } from "../model.ts";
import { allPacks } from "../packs/all.ts";
import { parse } from "./parse.ts";

const only = (text: string, hints = {}): ParsedLine => {
  const { lines } = parse(text, allPacks, hints);
  const [line] = lines;
  if (line === undefined || lines.length !== 1) throw new Error(`${lines.length} lines in ${text}`);
  return line;
};
const codes = (line: ParsedLine): string[] => line.findings.map((one) => one.code);

type Expected = Readonly<Record<string, string | number | string[]>>;
const products: Readonly<Record<string, string>> = {
  forging: "forging",
  admixture: "admixture",
  fitting: "malleable",
  stemware: "glassware",
  baijiu: "baijiu",
};

describe("the fourteen first lines", () => {
  it.each(examples as { text: string; expect: Expected }[])("$text", ({ text, expect: wanted }) => {
    const line = only(text);
    const { product, qty, unit, lead_days, incoterm, place, packs, warn, ...attributes } = wanted;
    expect(line.spec.family).toBe(product === undefined ? "flange" : products[String(product)]);
    if (product === "stemware") expect(textOf(line.spec, "type")).toBe("stemware");
    for (const [attribute, value] of Object.entries(attributes)) expect(textOf(line.spec, attribute), attribute).toBe(String(value));
    expect(line.quantity).toEqual({ value: String(qty), unit: unit ?? "H87" });
    expect(line.leadDays).toBe(lead_days ?? null);
    if (incoterm !== undefined) expect(line.delivery?.incoterm).toBe(incoterm);
    if (place !== undefined) expect(line.delivery?.place).toBe(place);
    if (packs !== undefined) expect(line.packs?.count).toBe(String(packs));
    const missing = line.findings
      .filter((one) => one.code === "spec.attribute.missing" && one.level === "stop")
      .flatMap((one) => one.attributes);
    for (const words of (warn as string[] | undefined) ?? []) {
      if (words.endsWith(" missing")) expect(missing).toContain(words.replace(" missing", ""));
      else expect(codes(line)).toContain("spec.rating.not_in_standard");
    }
  });
});

describe("the lines of the industries", () => {
  it.each(
    allCases.flatMap(({ name, tuned, heldOut }) => [
      { name: `${name}, tuned on`, cases: tuned },
      { name: `${name}, held out`, cases: heldOut },
    ]),
  )("$name: nothing is silently wrong, and 95 of 100 fields are right", ({ cases }) => {
    const { score, misses } = scoreAll(cases);
    expect(misses.filter((miss) => miss.kind === "wrong")).toEqual([]);
    expect(score.right / (score.right + score.asked + score.wrong)).toBeGreaterThanOrEqual(0.95);
  });

  it("covers at least 200 lines, 80 of them flanges and 25 of each other industry", () => {
    const sizes = Object.fromEntries(allCases.map((part) => [part.name, part.tuned.length + part.heldOut.length]));
    expect(sizes["flange"]).toBeGreaterThanOrEqual(80);
    for (const name of ["baijiu", "glassware", "malleable", "admixture"]) expect(sizes[name]).toBeGreaterThanOrEqual(25);
    expect(Object.values(sizes).reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(200);
  });
});

describe("what is unclear is asked", () => {
  it.each([
    { text: 'WN ANSI 150 4" RF A105 10 pcs', code: "spec.rating.ansi_150", option: "ASME B16.5" },
    { text: "SO PN50 DN100 20# 10片", code: "spec.rating.iso_pn_ambiguous", option: "Class 300" },
    { text: "WN DN100 Class 300 HG/T 20592 20# 10片", code: "spec.rating.system_mismatch", option: null },
    { text: "WN DN700 Class 150 ASME B16.5 A105 2片", code: "spec.size.outside_standard", option: "ASME B16.47" },
    { text: "WN DN700 Class 150 ASME B16.47 A105 2片", code: "spec.size.series_unstated", option: "A" },
    { text: "PL DN65 PN16 Q235B 10片", code: "spec.drilling.must_be_stated", option: "8" },
    { text: "SO DN65 PN16 MFM 20# 10片", code: "spec.facing.pair_half", option: "M" },
    { text: "WN DN65 PN40 RF 20# 10片", code: "spec.bore.missing", option: null },
    { text: "SO DN65 PN40 RF 15CrMo 10片", code: "spec.grade.near_only", option: "F11" },
    { text: "SO DN65 PN40 RF SS400 10片", code: "spec.grade.unlisted", option: null },
    { text: "SO DN80 PN16 20# GB/T 9119-2010 10片", code: "spec.standard.superseded", option: "GB/T 9124.1" },
    { text: "早强剂 粉剂 10吨 GB 8076-2008", code: "spec.standard.superseded", option: "GB/T 8076-2025" },
    { text: "清香型白酒 82度 500ml 600瓶", code: "spec.abv.unusual", option: null },
    { text: "清香型白酒 53度 500ml 20年 600瓶", code: "spec.claim.needs_evidence", option: null },
    { text: '对焊法兰 DN150 4" PN16 20# 10片', code: "spec.value.contradicts", option: "150" },
    { text: "WN SO DN150 PN16 20# 10片", code: "spec.value.contradicts", option: "SO" },
    { text: "对焊法兰 DN150 PN16 20# 尽快 月底前", code: "spec.lead.unclear", option: null },
    { text: "对焊法兰 DN150 PN16 20# 10片 12月20日", code: "spec.date.unclear", option: null },
    { text: "弯头 DN25 100个", code: "spec.family.unclear", option: "malleable" },
  ])("$text → $code", ({ text, code, option }) => {
    const found = only(text).findings.filter((one) => one.code === code);
    expect(found).not.toEqual([]);
    if (option !== null) expect(found.flatMap((one) => one.options.map((choice) => choice.value))).toContain(option);
  });

  it("lets the town's pack settle a tie between families", () => {
    expect(only("弯头 DN25 100个", { pack: "malleable" }).spec.family).toBe("malleable");
    expect(codes(only("弯头 DN25 100个", { pack: "malleable" }))).not.toContain("spec.family.unclear");
  });

  it("reads a date without a year only when it is told today", () => {
    const line = only("对焊法兰 DN150 PN16 20# 10片 1月5日前", { today: LocalDate.parse("2026-11-23") });
    expect(line.wantedDate).toBe("2027-01-05");
    expect(codes(line)).toContain("spec.date.year_assumed");
  });

  it("says 1.6 MPa is PN16 only beside a PN standard", () => {
    expect(only("WN DN100 1.6MPa 20# HG/T 20592 10片").spec.values.find((held) => held.attribute === "rating")).toMatchObject({
      value: "PN16",
      state: "sure",
    });
    expect(only("WN DN100 1.6MPa 20# 10片").spec.values.find((held) => held.attribute === "rating")).toMatchObject({
      value: "PN16",
      state: "doubt",
    });
  });
});

describe("what is no field stays in the note", () => {
  it.each([
    { text: "对焊法兰 DN150 PN16 20# 10片 单价85元/片", kept: "85元/片" },
    { text: "WN DN150 PN16 20# 10 pcs, payment 30 days", kept: "payment 30 days" },
    { text: "对焊法兰 DN150 PN16 20# 10片 联系电话13800000000", kept: "13800000000" },
    { text: "对焊法兰 DN150 PN16 20# 10片 木箱包装", kept: "木箱包装" },
    { text: "螺栓 M16×80 8.8级 镀锌 500套", kept: "M16×80 8.8级 镀锌" },
  ])("$text", ({ text, kept }) => {
    const line = only(text);
    expect(line.spec.note).toContain(kept);
    expect(line.leadDays).toBeNull();
  });

  it("sends what it does not know by text, with its quantity", () => {
    const line = only("螺栓 M16×80 8.8级 500套");
    expect(line.spec).toMatchObject({ family: "generic", byText: true });
    expect(line.quantity).toEqual({ value: "500", unit: "SET" });
    expect(line.findings.some((one) => one.level === "stop")).toBe(false);
  });
});

describe("a block pasted from a spreadsheet", () => {
  const block = [
    "序号\t名称\t规格DN\t压力等级(PN)\t材质\t密封面\t数量(片)\t单价\t备注",
    "1\t带颈对焊法兰\t150\t16\t20#\tRF\t200\t85\t30天交货",
    "2\t法兰盖\t80\t40\t304\tM\t12\t\t",
    "合计\t\t\t\t\t\t212\t\t",
  ].join("\n");

  it("maps columns by their heads and reads bare cells by them", () => {
    const { lines, frame } = parse(block);
    expect(
      lines.map((line) => [
        textOf(line.spec, "type"),
        textOf(line.spec, "dn"),
        textOf(line.spec, "rating"),
        textOf(line.spec, "facing"),
        line.quantity?.value,
      ]),
    ).toEqual([
      ["WN", "150", "PN16", "RF", "200"],
      ["BL", "80", "PN40", "M", "12"],
    ]);
    expect(lines[0]?.spec.note).toBe("85 30天交货");
    expect(frame).toHaveLength(2);
  });

  it("finds the columns in any order, in English too", () => {
    const english =
      "Qty\tUnit\tMaterial\tClass\tSize (inch)\tDescription\n25\tpcs\tA105\t300\t6\tWN flange RF\n40\tset\t316L\t150\t1-1/2\tSO flange";
    const { lines } = parse(english);
    expect(
      lines.map((line) => [
        textOf(line.spec, "type"),
        textOf(line.spec, "nps"),
        textOf(line.spec, "rating"),
        textOf(line.spec, "material"),
        line.quantity,
      ]),
    ).toEqual([
      ["WN", "6", "Class 300", "A105", { value: "25", unit: "H87" }],
      ["SO", "1 1/2", "Class 150", "316L", { value: "40", unit: "SET" }],
    ]);
  });

  it.each([
    ["Item", "WN flange", "SO flange"],
    ["项目", "带颈对焊法兰", "带颈平焊法兰"],
  ])("reads names under the head %s, and numbers there as row numbers", (head, first, second) => {
    const rest = "DN150 PN16 RF\t20#\t200";
    const named = parse(`${head}\tSize\tMaterial\tQty\n${first}\t${rest}\n${second}\t${rest}`);
    expect(named.lines.map((line) => [textOf(line.spec, "type"), line.quantity?.value])).toEqual([
      ["WN", "200"],
      ["SO", "200"],
    ]);
    const numbered = parse(`${head}\tName\tSize\tMaterial\tQty\n1\t${first}\t${rest}\n02\t${second}\t${rest}\n3.1\t${first}\t${rest}`);
    expect(numbered.lines.map((line) => [textOf(line.spec, "type"), line.quantity?.value, line.spec.note])).toEqual([
      ["WN", "200", ""],
      ["SO", "200", ""],
      ["WN", "200", ""],
    ]);
  });

  it("does not guess the quantity column from its position", () => {
    const { lines } = parse("对焊法兰\tDN150\tPN16\t20#\t200\n法兰盖\tDN80\tPN16\t304\t12");
    expect(lines.map((line) => line.quantityState)).toEqual(["doubt", "doubt"]);
  });

  it("reads a table of another industry with columns between bars", () => {
    const { lines } = parse("| 香型 | 酒精度 | 容量(ml) | 每箱瓶数 | 箱数 |\n| 清香型 | 53 | 500 | 6 | 200 |");
    expect(lines[0]?.spec.family).toBe("baijiu");
    expect(lines[0]?.quantity).toEqual({ value: "1200", unit: "XBO" });
  });

  it("parts several requests of one line only where each has its own quantity", () => {
    expect(parse("WN DN50 PN16 20# 10片；WN DN80 PN16 20# 20片").lines.map((line) => textOf(line.spec, "dn"))).toEqual(["50", "80"]);
    expect(parse("WN DN50；PN16；20#；10片").lines).toHaveLength(1);
  });
});

describe("a heading over several lines", () => {
  const shown = (text: string) =>
    parse(text).lines.map((line) => [
      textOf(line.spec, "type"),
      textOf(line.spec, "dn"),
      textOf(line.spec, "rating"),
      line.quantity?.value,
    ]);
  const three = [
    ["WN", "50", "PN16", "10"],
    ["WN", "80", "PN16", "20"],
  ];

  it("gives the lines below what they leave unsaid, as assumed", () => {
    expect(shown("带颈对焊法兰 PN16 20#：\nDN50 10片\nDN80 20片")).toEqual(three);
    const [line] = parse("带颈对焊法兰 PN16 20# 送到阳泉：\nDN50 10片").lines;
    expect(line?.spec.values.find((held) => held.attribute === "material")).toMatchObject({ value: "20#", origin: "assumed" });
    expect(line?.spec.note).toContain("送到阳泉");
  });

  it("does so for the requests of one line", () => {
    expect(shown("带颈对焊法兰 PN16 20# DN50 10片，DN80 20片")).toEqual(three);
  });

  it("gives nothing to a line that names its own product, and nothing from a line that has its own quantity", () => {
    expect(shown("带颈对焊法兰 PN16 20#\n法兰盖 DN50 10片")[1]).toEqual(["BL", "50", null, "10"]);
    expect(shown("带颈对焊法兰 PN16 20# DN50 10片\nDN80 20片")[1]).toEqual([null, "80", null, "20"]);
  });
});

it("gives specifications that its own schema admits", () => {
  for (const wanted of allCases.flatMap((part) => [...part.tuned, ...part.heldOut])) {
    for (const line of parse(wanted.text).lines) expect(LineSpec.safeParse(line.spec).success, wanted.text).toBe(true);
  }
});
