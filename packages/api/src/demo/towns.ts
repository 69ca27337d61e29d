import type { PackCode } from "@jizhen/spec";

/** How many of what a populated town shows. */
export type Population = {
  readonly firms: number;
  readonly applied: number;
  readonly inReview: number;
  readonly suspended: number;
  readonly warned: number;
  readonly institutions: number;
  readonly carriers: number;
  readonly funders: number;
  readonly associations: number;
  readonly foreignBuyers: number;
  readonly requests: number;
  /** Business entities that the town knows of, its member firms among them. */
  readonly rollEntries: number;
};

export type DemoTown = {
  readonly slug: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** What firms of the town are called after, in both languages. */
  readonly tradeZh: string;
  readonly tradeEn: string;
  readonly countyCode: string | null;
  readonly countyZh: string;
  readonly cityZh: string;
  readonly category: string;
  readonly pack: PackCode;
  readonly population: Population | null;
};

const town = (row: string, pack: PackCode, population: Population | null): DemoTown => {
  const [slug = "", nameZh = "", nameEn = "", tradeZh = "", tradeEn = "", countyCode = "", countyZh = "", cityZh = "", category = ""] =
    row.split("|");
  return { slug, nameZh, nameEn, tradeZh, tradeEn, countyCode: countyCode || null, countyZh, cityZh, category, pack, population };
};

const people = (
  [firms = 0, applied = 0, inReview = 0, suspended = 0, warned = 0]: readonly number[],
  [institutions = 0, carriers = 0, funders = 0, associations = 0, foreignBuyers = 0]: readonly number[],
  [requests = 0, rollEntries = 0]: readonly number[],
): Population => ({
  firms,
  applied,
  inReview,
  suspended,
  warned,
  institutions,
  carriers,
  funders,
  associations,
  foreignBuyers,
  requests,
  rollEntries,
});

/**
 * The ten towns of Shanxi's first batch (names and county codes: news of Xinhua, China Daily and Shanxi Daily, 2022 to 2023).
 * Five are populated; the other five are open but not connected, and show as such.
 */
export const demoTowns: readonly DemoTown[] = [
  town(
    "dingxiang|定襄法兰|Dingxiang flanges|法兰|Flange|140921|定襄县|忻州市|manufacturing",
    "flange",
    people([60, 4, 3, 1, 2], [4, 5, 3, 1, 6], [40, 90]),
  ),
  town(
    "xinghuacun|杏花村汾酒|Xinghuacun Fenjiu baijiu|酒业|Distillery|141182|汾阳市|吕梁市|agri-food",
    "baijiu",
    people([40, 3, 2, 1, 1], [3, 4, 3, 1, 8], [20, 70]),
  ),
  town(
    "qixian|祁县玻璃器皿|Qixian glassware|玻璃|Glass|140727|祁县|晋中市|light industry",
    "glassware",
    people([36, 3, 2, 1, 1], [2, 3, 2, 1, 5], [24, 60]),
  ),
  town(
    "taigu|太谷玛钢|Taigu malleable iron|玛钢|Malleable|140703|太谷区|晋中市|manufacturing",
    "malleable",
    people([124, 4, 3, 1, 3], [3, 4, 3, 1, 3], [24, 140]),
  ),
  town(
    "wanrong|万荣外加剂|Wanrong concrete admixtures|外加剂|Admixture|140822|万荣县|运城市|manufacturing",
    "admixture",
    people([44, 3, 2, 1, 1], [5, 3, 2, 1, 2], [20, 70]),
  ),
  town("pingyao|平遥牛肉和推光漆器|Pingyao beef and lacquerware|漆器|Lacquer|140728|平遥县|晋中市|agri-food / craft", "generic", null),
  town("qingxu|清徐老陈醋|Qingxu aged vinegar|陈醋|Vinegar|140121|清徐县|太原市|agri-food", "generic", null),
  town("shangdang|上党中药材|Shangdang medicinal herbs|药材|Herbs||长治市|长治市|agri-food", "generic", null),
  town("daizhou|代州黄酒|Daizhou yellow rice wine|黄酒|Wine|140923|代县|忻州市|agri-food", "generic", null),
  town("huairen|怀仁陶瓷|Huairen ceramics|陶瓷|Ceramics|140681|怀仁市|朔州市|light industry", "generic", null),
];
