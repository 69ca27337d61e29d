import type { Pack } from "../pack.ts";
import { attribute, list, unit } from "./attribute.ts";

/** Aroma types 香型; source: consumer pages agreeing with each other. Brand names are examples for readers and never aliases. */
const aromas = list(`
qing|清香型|Light aroma|清香;qingxiang;light aroma type;fen flavor;fen flavour;light flavor;light flavour
nong|浓香型|Strong aroma|浓香;nongxiang;strong flavor;strong flavour;luzhou flavor
jiang|酱香型|Sauce aroma|酱香;jiangxiang;sauce flavor;sauce flavour;soy sauce aroma
mi|米香型|Rice aroma|米香;mixiang;rice flavor
feng|凤香型|Feng aroma|凤香;fengxiang;phoenix aroma
te|特香型|Te aroma|特香;texiang
zhima|芝麻香型|Sesame aroma|芝麻香;zhimaxiang;sesame flavor
chi|豉香型|Chi aroma|豉香;chixiang
laobaigan|老白干香型|Laobaigan aroma|老白干香
jian|浓酱兼香型|Nong-jiang aroma|兼香型;浓酱兼香;兼香;jianxiang;mixed aroma
yao|药香型(董香型)|Medicinal (Dong) aroma|药香型;董香型;药香;董香;dong aroma
fuyu|馥郁香型|Fuyu aroma|馥郁香;fuyuxiang`);

/** Standard of each aroma; renumbering into GB/T 10781.x is under way: check before printing on a document. */
export const aromaStandards: Readonly<Record<string, string>> = {
  qing: "GB/T 10781.2",
  nong: "GB/T 10781.1",
  jiang: "GB/T 26760",
  mi: "GB/T 10781.3",
  feng: "GB/T 14867",
  te: "GB/T 20823",
  zhima: "GB/T 20824",
  chi: "GB/T 16289",
  laobaigan: "GB/T 20825",
  jian: "GB/T 23547",
  yao: "DB52/T 550",
};

const standards = list(`
GB/T 10781.1|浓香型白酒|Strong aroma baijiu
GB/T 10781.2|清香型白酒|Light aroma baijiu
GB/T 10781.3|米香型白酒|Rice aroma baijiu
GB/T 26760|酱香型白酒|Sauce aroma baijiu
GB/T 14867|凤香型白酒|Feng aroma baijiu
GB/T 20823|特香型白酒|Te aroma baijiu
GB/T 20824|芝麻香型白酒|Sesame aroma baijiu
GB/T 16289|豉香型白酒|Chi aroma baijiu
GB/T 20825|老白干香型白酒|Laobaigan aroma baijiu
GB/T 23547|浓酱兼香型白酒|Nong-jiang aroma baijiu
DB52/T 550|董香型白酒|Dong aroma baijiu`);

/** Baijiu pack (Xinghuacun). Grade, bottle, closure and the usual range of strength are to be confirmed by the town expert. */
export const baijiuPack: Pack = {
  code: "baijiu",
  edition: "baijiu@1.0.0",
  names: { zh: "白酒", en: "Baijiu" },
  families: [
    {
      code: "baijiu",
      pack: "baijiu",
      names: { zh: "白酒", en: "Baijiu" },
      words: ["白酒", "baijiu", "bai jiu", "chinese liquor", "chinese spirit", "chinese spirits", "原浆酒", "基酒", "散酒", "liquor"],
      hs: ["220890"],
      unit: unit("XBO"),
      attributes: [
        attribute("type", "香型", "Aroma type", "enum", { need: "required", hard: true, values: aromas }),
        attribute("abv", "酒精度", "Strength", "decimal", { unit: "VP", need: "required", hard: true, usual: { low: 28, high: 75 } }),
        attribute("volume_ml", "净含量", "Net content", "decimal", {
          unit: "MLT",
          need: "required",
          hard: true,
          usual: { low: 20, high: 25_000 },
        }),
        attribute("pack", "每箱瓶数", "Bottles per case", "integer", { unit: "XBO", hard: true, usual: { low: 1, high: 100 } }),
        attribute("standard", "标准", "Standard", "standard", { need: "asked", hard: true, values: standards }),
        attribute("grade", "等级", "Grade", "enum", {
          values: list("premium|优级|Premium|优等;premium grade\nfirst|一级|First grade|1级;grade 1"),
        }),
        attribute("age_claim", "年份", "Age claim", "integer", { unit: "ANN", evidence: ["age record"], usual: { low: 1, high: 80 } }),
        attribute("bottle", "瓶型", "Bottle", "enum", {
          values: list(
            "ceramic|陶瓷瓶|Ceramic bottle|瓷瓶;陶瓶;ceramic;porcelain bottle\nglass|玻璃瓶|Glass bottle|光瓶;glass bottles\npottery_jar|陶坛|Pottery jar|坛装",
          ),
        }),
        attribute("closure", "瓶盖", "Closure", "text"),
        attribute("gift_box", "礼盒", "Gift box", "boolean", {
          values: list("yes|礼盒|Gift box|礼盒装;礼品盒;gift boxes;gift boxed;gift packing;with gift box"),
        }),
        attribute("origin_mark", "地理标志", "Origin mark", "evidence", {
          hard: true,
          evidence: ["geographical indication"],
          values: list("stated|地理标志|Geographical indication|地理标志产品;地标产品;原产地保护;GI product"),
        }),
        attribute("label_language", "标签语言", "Label language", "set", {
          values: list(
            "zh|中文标签|Chinese label|中文标;chinese labels\nen|英文标签|English label|英文标;english labels;label in english\nru|俄文标签|Russian label|俄文标;russian labels",
          ),
        }),
      ],
    },
  ],
  sources: [{ title: "aroma types and standards: consumer pages agreeing with each other", licence: "facts", date: "2026-11-01" }],
};
