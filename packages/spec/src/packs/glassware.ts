import type { Pack } from "../pack.ts";
import { attribute, list, unit } from "./attribute.ts";

/** HS hint by type, for demos and no customs advice; candle holders and jars are to be checked. */
export const glasswareHs: Readonly<Record<string, string | null>> = {
  stemware: "701328",
  tumbler: "701337",
  decanter: "701349",
  bowl: "701349",
  plate: "701349",
  vase: "701399",
  pitcher: "701349",
  candle: null,
  jar: null,
};

const types = list(`
stemware|高脚杯|Stemware|红酒杯;葡萄酒杯;红葡萄酒杯;白葡萄酒杯;香槟杯;鸡尾酒杯;wine glass;wine glasses;red wine glass;red wine glasses;red wine stemware;white wine glass;white wine glasses;goblet;goblets;champagne flute;champagne flutes;champagne glass;champagne glasses;martini glass;martini glasses;flute;flutes;burgundy glass;bordeaux glass
tumbler|直身杯|Tumbler|水杯;威士忌杯;啤酒杯;果汁杯;玻璃水杯;古典杯;海波杯;tumblers;whisky glass;whisky glasses;whiskey glass;whiskey glasses;highball;highball glass;highball glasses;water glass;water glasses;beer glass;beer glasses;beer mug;juice glass;juice glasses;rocks glass;shot glass;shot glasses;dof glass;子弹杯
decanter|醒酒器|Decanter|分酒器;酒樽;decanters;wine decanter;carafe
bowl|碗|Bowl|玻璃碗;沙拉碗;甜品碗;salad bowl;salad bowls;bowls;glass bowl;glass bowls
plate|盘|Plate|玻璃盘;果盘;盘子;plates;glass plate;glass plates;fruit plate
vase|花瓶|Vase|玻璃花瓶;花插;vases;glass vase;glass vases;flower vase;flower vases
candle|烛台|Candle holder|蜡烛台;烛杯;蜡烛杯;candle holders;candleholder;candleholders;candle jar;candle jars;tealight holder;tealight holders
pitcher|水壶|Pitcher|冷水壶;凉水壶;玻璃壶;扎壶;pitchers;water pitcher;water pitchers;jug;jugs;water jug
jar|储物罐|Storage jar|密封罐;玻璃罐;储存罐;茶叶罐;storage jars;glass jar;glass jars;jar;jars;canister;canisters`);

/** Glassware pack (Qixian). Processes, glasses, tolerances and decorations are to be confirmed by the town expert. */
export const glasswarePack: Pack = {
  code: "glassware",
  edition: "glassware@1.0.0",
  names: { zh: "玻璃器皿", en: "Glassware" },
  families: [
    {
      code: "glassware",
      pack: "glassware",
      names: { zh: "玻璃器皿", en: "Glassware" },
      words: ["玻璃器皿", "玻璃制品", "玻璃杯", "glassware", "glass cup", "glass cups", "drinking glass", "drinking glasses", "玻璃"],
      hs: ["701328", "701337", "701349", "701399"],
      unit: unit("H87"),
      attributes: [
        attribute("type", "品类", "Type", "enum", { need: "required", hard: true, values: types }),
        attribute("process", "工艺", "Process", "enum", {
          need: "asked",
          hard: true,
          values: list(`
hand-blown|人工吹制|Hand-blown|手工吹制;人工;手工;手吹;人工吹;hand blown;handblown;mouth blown;mouthblown;handmade;hand made
machine-blown|机吹|Machine-blown|机器吹制;机制吹;机械吹制;machine blown;machine made
pressed|机压|Pressed|压制;压机;machine pressed;machine-pressed
spun|离心|Spun|离心成型;甩制;centrifugal`),
        }),
        attribute("glass", "材质", "Glass", "enum", {
          need: "asked",
          hard: true,
          values: list(`
soda-lime|钠钙玻璃|Soda-lime glass|钠钙;soda lime;soda lime glass;普通玻璃料
lead-free-crystal|无铅水晶|Lead-free crystal|无铅水晶玻璃;晶质无铅;无铅晶质玻璃;无铅玻璃;lead free crystal;lead free crystal glass;lead free;leadfree crystal;?水晶;?水晶玻璃;?crystal;?crystal glass
lead-crystal|铅晶质玻璃|Lead crystal|铅晶质;含铅水晶;铅水晶;leaded crystal;lead crystal glass;?水晶;?水晶玻璃;?crystal;?crystal glass
borosilicate|高硼硅|Borosilicate|高硼硅玻璃;硼硅玻璃;高硼硅耐热玻璃;borosilicate glass;high borosilicate;high borosilicate glass;boro`),
        }),
        attribute("volume_ml", "容量", "Capacity", "decimal", {
          unit: "MLT",
          need: "required",
          hard: true,
          either: ["height_mm", "rim_mm"],
          usual: { low: 5, high: 20_000 },
        }),
        attribute("height_mm", "高", "Height", "decimal", { unit: "MMT", hard: true, usual: { low: 10, high: 2_000 } }),
        attribute("rim_mm", "口径", "Rim diameter", "decimal", { unit: "MMT", hard: true, usual: { low: 5, high: 1_000 } }),
        attribute("mass_g", "克重", "Mass each", "decimal", { unit: "GRM", hard: true, usual: { low: 10, high: 20_000 } }),
        attribute("decoration", "装饰", "Decoration", "set", {
          values: list(`
cut|刻花|Cut|车刻;雕刻;磨花;engraved;hand cut;cut glass;engraving
decal|贴花|Decal|花纸;烤花;decals;decal printing;logo printing;logo decal
gilded|描金|Gilded|金边;描金边;gold rim;gold rimmed;gold trim
sprayed|喷涂|Sprayed|喷色;喷漆;spray color;spray colour;spray coated;spray painted
plated|电镀|Electroplated|离子镀;electroplating;ion plated
frosted|磨砂|Frosted|蒙砂;frosting
painted|彩绘|Hand-painted|手绘;hand painted;handpainted`),
        }),
        attribute("colour", "颜色", "Colour", "enum", {
          values: list(`
clear|透明|Clear|无色;transparent;clear glass
amber|琥珀色|Amber|琥珀;茶色
blue|蓝色|Blue|钴蓝;cobalt blue
green|绿色|Green|墨绿
grey|灰色|Grey|烟灰;烟灰色;gray;smoke;smoke grey
black|黑色|Black
pink|粉色|Pink|粉红
purple|紫色|Purple
red|红色|Red`),
        }),
        attribute("food_contact", "食品接触", "Food contact", "evidence", {
          hard: true,
          evidence: ["FDA", "LFGB", "GB 4806.5"],
          values: list(
            "FDA|FDA|FDA (USA)|fda test;fda report\nLFGB|LFGB|LFGB (Germany)|lfgb report\nGB 4806.5|GB 4806.5|GB 4806.5 (China)|食品级;食品接触级;food grade;food safe",
          ),
        }),
        attribute("lead_cadmium", "铅镉溶出", "Lead and cadmium release", "evidence", {
          hard: true,
          evidence: ["test report"],
          values: list(
            "stated|铅镉溶出报告|Lead and cadmium test|铅镉溶出;铅镉检测;lead cadmium;lead and cadmium;california prop 65;prop 65",
          ),
        }),
        attribute("inner_pack", "内盒", "Pieces per box", "integer", { unit: "H87", usual: { low: 1, high: 1_000 } }),
        attribute("carton_pcs", "每箱数", "Pieces per carton", "integer", { unit: "H87", usual: { low: 1, high: 1_000 } }),
        attribute("carton_mm", "外箱尺寸", "Carton size", "text"),
        attribute("drop_test", "跌落试验", "Drop test", "boolean", {
          values: list("yes|跌落试验|Drop test|摔箱测试;跌落测试;drop tested"),
        }),
        attribute("sample", "封样", "Sealed sample", "evidence", {
          hard: true,
          matched: false,
          values: list("stated|封样|Sealed sample|按封样;按样品;来样;来样定制;as per sample;as sample;to sample"),
        }),
      ],
    },
  ],
  sources: [{ title: "types written by hand over the harmonised system headings", licence: "own work", date: "2026-11-01" }],
};
