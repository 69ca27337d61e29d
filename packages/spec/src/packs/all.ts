import type { FamilyCode, LineSpec, PackCode } from "../model.ts";
import type { Attribute, Family, Pack } from "../pack.ts";
import { admixturePack } from "./admixture.ts";
import { attribute, unit } from "./attribute.ts";
import { baijiuPack } from "./baijiu.ts";
import { flangePack } from "./flange.ts";
import { glasswarePack } from "./glassware.ts";
import { malleablePack } from "./malleable.ts";

/** What a town without a pack of its own starts with, and what goes out by text. */
export const genericPack: Pack = {
  code: "generic",
  edition: "generic@1.0.0",
  names: { zh: "通用", en: "General goods" },
  families: [
    {
      code: "generic",
      pack: "generic",
      names: { zh: "其他产品", en: "Other goods" },
      words: [],
      hs: [],
      unit: unit("H87"),
      attributes: [
        attribute("name", "名称", "Name", "text", { need: "required" }),
        attribute("size", "规格", "Size", "text"),
        attribute("material", "材质", "Material", "text"),
        attribute("free", "其他要求", "Other requirements", "text"),
      ],
    },
  ],
  sources: [],
};

/** Every pack of the repository, in the order in which a tie between families is settled before it is asked. */
export const allPacks: readonly Pack[] = [flangePack, baijiuPack, glasswarePack, malleablePack, admixturePack, genericPack];

const families: ReadonlyMap<string, Family> = new Map(allPacks.flatMap((pack) => pack.families.map((family) => [family.code, family])));

export const isFamily = (code: string): code is FamilyCode => families.has(code);

/** The family with this code; every family code has one. */
export function familyOf(code: FamilyCode): Family {
  const family = families.get(code);
  if (family === undefined) throw new RangeError(`no pack holds the family ${code}`);
  return family;
}

export const packOf = (code: PackCode): Pack => {
  const pack = allPacks.find((one) => one.code === code);
  if (pack === undefined) throw new RangeError(`no pack ${code}`);
  return pack;
};

export const attributeOf = (family: FamilyCode, code: string): Attribute | null =>
  familyOf(family).attributes.find((one) => one.code === code) ?? null;

/** An empty specification of a family in its current edition: what a form starts from. */
export const emptySpec = (family: FamilyCode): LineSpec => ({
  pack: packOf(familyOf(family).pack).edition,
  family,
  values: [],
  note: "",
  byText: false,
});
