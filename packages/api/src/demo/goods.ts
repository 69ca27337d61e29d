import type { CapabilityContent } from "@jizhen/domain-procurement";
import type { UnitPrice } from "@jizhen/kernel";
import type { CapabilityRange, FamilyCode, PackCode } from "@jizhen/spec";
import type { Chance } from "./chance.ts";

/** What a town of this pack buys and sells in the demo: lines as people write them, a going price, and what its firms state. */
export type Goods = {
  readonly family: FamilyCode;
  readonly line: (luck: Chance) => { readonly text: string; readonly price: number };
  readonly makes: (luck: Chance) => Record<string, CapabilityRange>;
};

const among = (...values: string[]): CapabilityRange => ({ kind: "set", values, closed: true });
const openSet = (...values: string[]): CapabilityRange => ({ kind: "set", values, closed: false });
const between = (low: number, high: number): CapabilityRange => ({ kind: "interval", low: String(low), high: String(high), unit: null });

const flangeTypes = ["SO", "PL", "BL", "WN"] as const;
const flangeWords = { SO: "带颈平焊法兰", PL: "板式平焊法兰", BL: "法兰盖", WN: "带颈对焊法兰" } as const;
const steels = { "20#": 1, Q235B: 0.9, "16Mn": 1.2, "304": 3.4, "316L": 4.6, A105: 1.3 } as const;
const steelNames = Object.keys(steels) as (keyof typeof steels)[];
const sizes = [50, 65, 80, 100, 125, 150, 200, 250, 300, 400] as const;

const flange: Goods = {
  family: "flange",
  line: (luck) => {
    const [type, dn, steel] = [luck.oneOf(flangeTypes), luck.oneOf(sizes.filter((size) => size !== 65)), luck.oneOf(steelNames)];
    const pn = luck.oneOf(["PN10", "PN16", "PN25", "PN40"]);
    const text = `${flangeWords[type]} DN${dn} ${pn} RF ${steel} GB/T 9124.1 ${20 * (1 + luck.whole(20))}片 ${10 * (2 + luck.whole(4))}天交货`;
    return { text, price: Math.round((18 + (dn * dn) / 260) * steels[steel]) };
  },
  makes: (luck) => ({
    type: among(...luck.some(flangeTypes, 2 + luck.whole(3)), ...(luck.whole(3) === 0 ? ["TH"] : [])),
    material: luck.whole(4) === 0 ? openSet(...luck.some(steelNames, 3)) : among(...luck.some(steelNames, 3 + luck.whole(3))),
    rating: among(...["PN10", "PN16", "PN25", "PN40"].slice(luck.whole(2), 3 + luck.whole(2)), "Class 150"),
    dn: between(luck.oneOf([15, 25, 50]), luck.oneOf([200, 300, 400, 600])),
    facing: openSet("RF", "FF"),
    standard: openSet("GB/T 9124.1", "HG/T 20592"),
  }),
};

const aromas = { 清香型: "qing", 浓香型: "nong", 酱香型: "jiang" } as const;
const aromaWords = Object.keys(aromas) as (keyof typeof aromas)[];
const baijiu: Goods = {
  family: "baijiu",
  line: (luck) => {
    const [aroma, abv] = [luck.whole(4) === 0 ? luck.oneOf(aromaWords) : "清香型", luck.oneOf([42, 45, 48, 53])];
    const volume = luck.oneOf([250, 475, 500]);
    return {
      text: `${aroma}白酒 ${abv}度 ${volume}ml ${100 * (1 + luck.whole(20))}箱(6瓶/箱) ${20 + 5 * luck.whole(4)}天交货`,
      price: Math.round(volume / 12 + abv),
    };
  },
  makes: (luck) => ({
    type: among("qing", ...(luck.whole(4) === 0 ? ["nong"] : [])),
    abv: between(38, luck.oneOf([53, 60, 65])),
    volume_ml: between(100, luck.oneOf([500, 1000])),
  }),
};

const glassTypes = { 高脚杯: "stemware", 直身杯: "tumbler", 醒酒器: "decanter", 花瓶: "vase", 水壶: "pitcher" } as const;
const glassWords = Object.keys(glassTypes) as (keyof typeof glassTypes)[];
const processes = { 人工吹制: "hand-blown", 机吹: "machine-blown", 机压: "pressed" } as const;
const processWords = Object.keys(processes) as (keyof typeof processes)[];
const glassware: Goods = {
  family: "glassware",
  line: (luck) => {
    const [type, process, volume] = [luck.oneOf(glassWords), luck.oneOf(processWords), luck.oneOf([200, 300, 350, 450, 600])];
    return {
      text: `${type} ${volume}ml ${process} ${1000 * (1 + luck.whole(20))}个 ${25 + 5 * luck.whole(5)}天交货`,
      price: Math.round(volume / 60 + (process === "人工吹制" ? 9 : 3)),
    };
  },
  makes: (luck) => ({
    type: luck.whole(3) === 0 ? openSet(...luck.some(Object.values(glassTypes), 2)) : among(...luck.some(Object.values(glassTypes), 3)),
    process: among(...luck.some(Object.values(processes), 2)),
    volume_ml: between(50, luck.oneOf([600, 1000, 2000])),
  }),
};

const fittings = { 弯头: "A1", 三通: "B1", 四通: "C1", 外接头: "M2", 内接头: "N8", 管帽: "T1" } as const;
const fittingWords = Object.keys(fittings) as (keyof typeof fittings)[];
const malleable: Goods = {
  family: "malleable",
  line: (luck) => {
    const [type, dn, finish] = [luck.oneOf(fittingWords), luck.oneOf([15, 20, 25, 32, 40, 50]), luck.oneOf(["镀锌", "黑件"])];
    return {
      text: `玛钢${type} DN${dn} ${finish} ${500 * (1 + luck.whole(20))}个 ${15 + 5 * luck.whole(4)}天交货`,
      price: Math.round(dn / 7 + (finish === "镀锌" ? 2 : 1)),
    };
  },
  makes: (luck) => ({
    type: luck.whole(3) === 0 ? openSet(...luck.some(Object.values(fittings), 3)) : among(...luck.some(Object.values(fittings), 4)),
    finish: among(...luck.some(["galvanized", "black"], 1 + luck.whole(2))),
    dn: between(10, luck.oneOf([50, 80, 100])),
  }),
};

const admixtures = {
  聚羧酸高性能减水剂标准型: "HPWR-S",
  聚羧酸高性能减水剂缓凝型: "HPWR-R",
  高效减水剂标准型: "HWR-S",
  泵送剂: "PA",
} as const;
const admixtureWords = Object.keys(admixtures) as (keyof typeof admixtures)[];
const admixture: Goods = {
  family: "admixture",
  line: (luck) => {
    const [type, solids] = [luck.oneOf(admixtureWords), luck.oneOf([20, 30, 40])];
    return { text: `${type} 液体 含固量${solids}% ${10 * (1 + luck.whole(9))}吨 ${7 + luck.whole(20)}天交货`, price: 900 + solids * 55 };
  },
  makes: (luck) => ({
    type: among(...luck.some(Object.values(admixtures), 3)),
    form: among("liquid", ...(luck.whole(3) === 0 ? ["powder"] : [])),
    solid_pct: between(10, luck.oneOf([40, 50])),
  }),
};

export const goodsOf: Partial<Record<PackCode, Goods>> = { flange, baijiu, glassware, malleable, admixture };

/** What a firm of the demo states it can make. */
export const statementOf = (
  pack: PackCode,
  goods: Goods,
  works: string | null,
  luck: Chance,
  validTo: CapabilityContent["validTo"],
): Omit<CapabilityContent, "pack"> => ({
  family: goods.family,
  attributes: goods.makes(luck),
  complete: luck.whole(3) === 0,
  documents:
    pack === "flange" && luck.whole(2) === 0
      ? [
          {
            kind: "EN 10204 3.1",
            issuer: "演示检测机构",
            number: `DEMO-${1000 + luck.whole(8999)}`,
            validTo,
            state: "held",
            proves: ["material"],
            fileId: null,
          },
        ]
      : [],
  leadDays: luck.whole(8) === 0 ? null : 7 + luck.whole(28),
  free: null,
  works,
  validTo: null,
  note: "",
});

/** A price in yuan near the going one, with two decimals. */
export const priceNear = (going: number, luck: Chance): UnitPrice =>
  ((going * 100 * (88 + luck.whole(25))) / 100 / 100).toFixed(2) as UnitPrice;
