import type { Pack } from "../pack.ts";
import { attribute, list, unit } from "./attribute.ts";

/** Codes of GB 8076-2008; GB/T 8076-2025 replaces it and has its own codes, to be keyed as a new edition. */
const types = list(`
HPWR-A|早强型高性能减水剂|High-performance water reducer, accelerating|hpwr-a;高性能减水剂早强型;早强型聚羧酸减水剂
HPWR-S|标准型高性能减水剂|High-performance water reducer, standard|hpwr-s;高性能减水剂标准型;标准型聚羧酸减水剂
HPWR-R|缓凝型高性能减水剂|High-performance water reducer, retarding|hpwr-r;高性能减水剂缓凝型;缓凝型聚羧酸减水剂
HWR-S|标准型高效减水剂|High-range water reducer, standard|hwr-s;高效减水剂标准型
HWR-R|缓凝型高效减水剂|High-range water reducer, retarding|hwr-r;高效减水剂缓凝型;缓凝高效减水剂
WR-A|早强型普通减水剂|Normal water reducer, accelerating|wr-a;早强减水剂
WR-S|标准型普通减水剂|Normal water reducer, standard|wr-s
WR-R|缓凝型普通减水剂|Normal water reducer, retarding|wr-r;缓凝减水剂
AEWR|引气减水剂|Air-entraining water reducer|aewr;air entraining water reducer
PA|泵送剂|Pumping aid|混凝土泵送剂;pumping agent;pumping admixture
Ac|早强剂|Hardening accelerator|accelerator;accelerating admixture;hardening accelerators;混凝土早强剂
Re|缓凝剂|Set retarder|retarder;set retarders;retarding admixture;混凝土缓凝剂
AE|引气剂|Air-entraining admixture|air entraining agent;air entraining admixture;air entrainer;混凝土引气剂`);

/** Admixture pack (Wanrong). Base, packing and the ranges asked are to be confirmed by the town expert. */
export const admixturePack: Pack = {
  code: "admixture",
  edition: "admixture@1.0.0",
  names: { zh: "混凝土外加剂", en: "Concrete admixtures" },
  families: [
    {
      code: "admixture",
      pack: "admixture",
      names: { zh: "混凝土外加剂", en: "Concrete admixture" },
      words: [
        "混凝土外加剂",
        "外加剂",
        "concrete admixture",
        "concrete admixtures",
        "admixture",
        "admixtures",
        "concrete additive",
        "减水剂",
        "water reducer",
        "water reducing admixture",
      ],
      hs: ["382440"],
      unit: unit("TNE"),
      attributes: [
        attribute("type", "品种", "Type", "enum", { need: "required", hard: true, values: types }),
        attribute("standard", "标准", "Standard", "standard", {
          need: "asked",
          hard: true,
          values: list(
            "GB 8076-2008|混凝土外加剂(2008)|Concrete admixtures (2008)\nGB/T 8076-2025|混凝土外加剂(2025)|Concrete admixtures (2025)\nJG/T 223|聚羧酸系高性能减水剂|Polycarboxylates high performance water reducer\nASTM C494|混凝土化学外加剂|Chemical admixtures for concrete",
          ),
        }),
        attribute("form", "形态", "Form", "enum", {
          need: "required",
          hard: true,
          values: list(
            "liquid|液体|Liquid|液剂;水剂;母液;液态;mother liquor;liquid form\npowder|粉剂|Powder|粉体;粉状;粉末;干粉;固体;powder form",
          ),
        }),
        attribute("base", "母料", "Base", "enum", {
          hard: true,
          values: list(`
polycarboxylate|聚羧酸|Polycarboxylate|聚羧酸系;聚羧酸盐;pce;polycarboxylate ether;polycarboxylic acid
naphthalene|萘系|Naphthalene|萘磺酸盐;snf;fdn;naphthalene sulfonate;naphthalene based
aliphatic|脂肪族|Aliphatic
melamine|三聚氰胺|Melamine|密胺;smf
sulfamate|氨基磺酸盐|Sulfamate|氨基
lignosulfonate|木质素|Lignosulfonate|木质素磺酸盐;木钙;木钠;calcium lignosulfonate;sodium lignosulfonate`),
        }),
        attribute("solid_pct", "含固量", "Solid content", "decimal", {
          unit: "60",
          need: "required",
          hard: true,
          onlyWhen: { attribute: "form", values: ["liquid"] },
          usual: { low: 5, high: 100 },
        }),
        attribute("density", "密度", "Density", "decimal", { unit: "23", need: "asked", usual: { low: 0.3, high: 2 } }),
        attribute("reduction_pct", "减水率", "Water reduction", "decimal", { unit: "P1", hard: true, usual: { low: 4, high: 50 } }),
        attribute("air_pct", "含气量", "Air content", "decimal", { unit: "P1", hard: true, usual: { low: 0, high: 12 } }),
        attribute("chloride_pct", "氯离子", "Chloride", "decimal", { unit: "P1", hard: true, usual: { low: 0, high: 5 } }),
        attribute("alkali_pct", "总碱量", "Alkali", "decimal", { unit: "P1", hard: true, usual: { low: 0, high: 20 } }),
        attribute("ph", "pH", "pH", "range", { hard: true, usual: { low: 1, high: 14 } }),
        attribute("setting_min", "凝结时间差", "Setting time difference", "range", { unit: "MIN", hard: true }),
        attribute("dosage_pct", "掺量", "Dosage", "range", { unit: "P1", usual: { low: 0.005, high: 20 } }),
        attribute("pack_form", "包装", "Packing", "enum", {
          need: "asked",
          values: list(
            "tanker|槽车|Tanker|罐车;槽罐车;散装罐车;bulk tanker;tank truck\nIBC|吨桶|IBC tank|ibc;吨箱;ibc tote;ibc tanks;ton drum\ndrum|桶装|Drum|铁桶;塑料桶;in drums;200l drum;200l drums;drums\nbag|袋装|Bag|编织袋;in bags;25kg bag;25kg bags;吨袋",
          ),
        }),
      ],
    },
  ],
  sources: [{ title: "codes of GB 8076-2008", licence: "facts", date: "2026-11-01" }],
};
