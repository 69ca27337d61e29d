import { ratio } from "./ratio.ts";
import type { Unit, UnitTable } from "./units.ts";
import { rec20 } from "./units-rec20.data.ts";

export type NamedUnit = Unit & { readonly name: string; readonly symbol: string };

/** All units of UN/ECE Recommendation 20 by code. */
export const rec20Units: ReadonlyMap<string, NamedUnit> = new Map(
  rec20.split("\n").map((line) => {
    const [code = "", n = "1", d = "1", dimension = "", name = "", symbol = ""] = line.split("\t");
    return [code, { code, factor: ratio(BigInt(n), BigInt(d)), dimension, name, symbol }];
  }),
);

/** For `convert`: every unit of the recommendation. */
export const rec20Table: UnitTable = (code) => rec20Units.get(code) ?? null;
