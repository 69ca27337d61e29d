import type { UnitCode } from "./quantity.ts";
import { divide, multiply, type Ratio, ratio, subtract, add as sumOf } from "./ratio.ts";
import { err, ok, type Result } from "./result.ts";

/** How a unit or package code is written. */
export const unitPattern = /^[A-Z0-9]{1,3}$/;

/** A code known to the writer of a table; refuses what could not be one. */
export function unitCode(code: string): UnitCode {
  if (!unitPattern.test(code)) throw new RangeError(`not a unit code: ${code}`);
  return code as UnitCode;
}

/**
 * The units that the packs and the papers use every day: numerator, denominator, dimension, to the SI base units of that dimension.
 * The same figures as UN/ECE Recommendation 20 publishes; all its 1,736 codes are in `@jizhen/kernel/units-rec20`, kept out of the browser.
 */
const common = {
  MMT: [1, 1000, "m"], // millimetre
  CMT: [1, 100, "m"], // centimetre
  DMT: [1, 10, "m"], // decimetre
  MTR: [1, 1, "m"], // metre
  KMT: [1000, 1, "m"], // kilometre
  "4H": [1, 1000000, "m"], // micrometre (micron)
  INH: [127, 5000, "m"], // inch
  FOT: [381, 1250, "m"], // foot
  YRD: [1143, 1250, "m"], // yard
  SMI: [201168, 125, "m"], // mile (statute mile)
  MTK: [1, 1, "m2"], // square metre
  CMK: [1, 10000, "m2"], // square centimetre
  MMK: [1, 1000000, "m2"], // square millimetre
  FTK: [145161, 1562500, "m2"], // square foot
  INK: [16129, 25000000, "m2"], // square inch
  LTR: [1, 1000, "m3"], // litre
  MLT: [1, 1000000, "m3"], // millilitre
  CLT: [1, 100000, "m3"], // centilitre
  MTQ: [1, 1, "m3"], // cubic metre
  CMQ: [1, 1000000, "m3"], // cubic centimetre
  MMQ: [1, 1000000000, "m3"], // cubic millimetre
  DMQ: [1, 1000, "m3"], // cubic decimetre
  HLT: [1, 10, "m3"], // hectolitre
  GLL: [946353, 250000000, "m3"], // gallon (US)
  GLI: [1136523, 250000000, "m3"], // gallon (UK)
  OZA: [2957353, 100000000000, "m3"], // fluid ounce (US)
  KGM: [1, 1, "kg"], // kilogram
  GRM: [1, 1000, "kg"], // gram
  MGM: [1, 1000000, "kg"], // milligram
  TNE: [1000, 1, "kg"], // tonne (metric ton)
  LBR: [45359237, 100000000, "kg"], // pound
  ONZ: [354369, 12500000, "kg"], // ounce (avoirdupois)
  LTN: [1016047, 1000, "kg"], // ton (UK) or long ton (US)
  STN: [9071847, 10000, "kg"], // ton (US) or short ton (UK/US)
  DTN: [100, 1, "kg"], // decitonne
  KTN: [1000000, 1, "kg"], // kilotonne
  SEC: [1, 1, "s"], // second [unit of time]
  MIN: [60, 1, "s"], // minute [unit of time]
  HUR: [3600, 1, "s"], // hour
  DAY: [86400, 1, "s"], // day
  WEE: [604800, 1, "s"], // week
  MON: [2629800, 1, "s"], // month
  ANN: [31557600, 1, "s"], // year
  PAL: [1, 1, "m-1.kg.s-2"], // pascal
  KPA: [1000, 1, "m-1.kg.s-2"], // kilopascal
  MPA: [1000000, 1, "m-1.kg.s-2"], // megapascal
  BAR: [100000, 1, "m-1.kg.s-2"], // bar [unit of pressure]
  MBR: [100, 1, "m-1.kg.s-2"], // millibar
  PS: [6894757, 1000, "m-1.kg.s-2"], // pound-force per square inch
  ATM: [101325, 1, "m-1.kg.s-2"], // standard atmosphere
  C56: [1000000, 1, "m-1.kg.s-2"], // newton per square millimetre
  KEL: [1, 1, "temperature"], // kelvin
  CEL: [1, 1, "temperature"], // degree Celsius
  FAH: [5, 9, "temperature"], // degree Fahrenheit
  A48: [5, 9, "temperature"], // degree Rankine
  23: [1000, 1, "m-3.kg"], // gram per cubic centimetre
  KMQ: [1, 1, "m-3.kg"], // kilogram per cubic metre
  D41: [1000, 1, "m-3.kg"], // tonne per cubic metre
  GL: [1, 1, "m-3.kg"], // gram per litre
  P1: [1, 100, "share"], // percent
  59: [1, 1000000, "share"], // part per million
  61: [1, 1000000000, "share"], // part per billion (US)
  NX: [1, 1000, "share"], // part per thousand
  60: [1, 100, "share.mass"], // percent weight
  VP: [1, 100, "share.volume"], // percent volume
  C62: [1, 1, "count"], // one
  H87: [1, 1, "count"], // piece
  EA: [1, 1, "count"], // each
  PR: [2, 1, "count"], // pair
  DZN: [12, 1, "count"], // dozen
  DPC: [12, 1, "count"], // dozen piece
  GRO: [144, 1, "count"], // gross
  CEN: [100, 1, "count"], // hundred
  MIL: [1000, 1, "count"], // thousand
  T3: [1000, 1, "count"], // thousand piece
  TPR: [20, 1, "count"], // ten pair
  SCO: [20, 1, "count"], // score
  SET: [1, 1, "own.SET"], // set
  NEW: [1, 1, "m.kg.s-2"], // newton
  B47: [1000, 1, "m.kg.s-2"], // kilonewton
  JOU: [1, 1, "m2.kg.s-2"], // joule
  KJO: [1000, 1, "m2.kg.s-2"], // kilojoule
  KWH: [3600000, 1, "m2.kg.s-2"], // kilowatt hour
  WTT: [1, 1, "m2.kg.s-3"], // watt
  KWT: [1000, 1, "m2.kg.s-3"], // kilowatt
  MAW: [1000000, 1, "m2.kg.s-3"], // megawatt
  HTZ: [1, 1, "s-1"], // hertz
  DD: [1745329, 100000000, "rad"], // degree [unit of angle]
  C81: [1, 1, "rad"], // radian
  C24: [1, 1000, "m-1.kg.s-1"], // millipascal second
  "4C": [1, 1000000, "m2.s-1"], // centistokes
  MTS: [1, 1, "m.s-1"], // metre per second
  KMH: [138889, 500000, "m.s-1"], // kilometre per hour
  MQH: [138889, 500000000, "m3.s-1"], // cubic metre per hour
  GM: [1, 1000, "m-2.kg"], // gram per square metre
  28: [1, 1, "m-2.kg"], // kilogram per square metre
  M1: [1, 1000, "m-3.kg"], // milligram per litre
  VLT: [1, 1, "m2.kg.s-3.A-1"], // volt
  AMP: [1, 1, "A"], // ampere
} as const satisfies Record<string, readonly [number, number, string]>;

type Common = { [K in keyof typeof common as `${K}`]: (typeof common)[K] };
export type CommonUnit = keyof Common;
/** "m", "kg", "m-1.kg.s-2": the product of SI base units that a unit measures; "count" pieces, "share" a proportion. */
export type DimensionOf<U extends CommonUnit> = Common[U][2];
export const commonUnits = Object.keys(common) as readonly CommonUnit[];

export type Unit = { readonly code: string; readonly factor: Ratio; readonly dimension: string };
/** Finds a unit by its code; the common ones are built in, the full table is `rec20Units`. */
export type UnitTable = (code: string) => Unit | null;

const table: ReadonlyMap<string, Unit> = new Map(
  Object.entries(common).map(([code, [n, d, dimension]]) => [code, { code, factor: ratio(n, d), dimension }]),
);
export const commonTable: UnitTable = (code) => table.get(code) ?? null;

/** An amount of one dimension, in SI base units. Amounts of two dimensions do not add: it does not compile. */
export type Measure<D extends string> = { readonly dimension: D; readonly value: Ratio };

const factorOf = (unit: CommonUnit): Ratio => commonTable(unit)?.factor ?? ratio(1);

export function measure<U extends CommonUnit>(value: Ratio, unit: U): Measure<DimensionOf<U>> {
  return { dimension: common[unit][2], value: multiply(value, factorOf(unit)) };
}

export const together = <D extends string>(a: Measure<D>, b: Measure<NoInfer<D>>): Measure<D> => ({
  dimension: a.dimension,
  value: sumOf(a.value, b.value),
});

/** The amount in a unit of its own dimension; a unit of another dimension does not compile. */
export const inUnit = <U extends CommonUnit>(amount: Measure<DimensionOf<U>>, unit: U): Ratio => divide(amount.value, factorOf(unit));

/** Why two units do not convert. */
export type UnitMismatch = {
  readonly why: "unknown_unit" | "other_dimension" | "temperature" | "package_needs_size";
  readonly from: string;
  readonly to: string;
};

const scales = new Set(["CEL", "FAH"]);

/** A Recommendation 21 package code: X and two signs, such as XBO bottle. "X1" (Gunter's chain) is a unit, not a package. */
export const isPackage = (code: string): boolean => /^X[A-Z0-9]{2}$/.test(code);

/** Packages of Recommendation 21 that trade in these towns writes on its lines. */
export const commonPackages = [
  "XBO",
  "XCT",
  "XCS",
  "XBX",
  "XBG",
  "XDR",
  "XPX",
  "XPK",
  "XWA",
  "XTK",
  "XTY",
  "XJR",
  "XCR",
  "XRO",
  "XBE",
  "XPA",
] as const;

/** Exact conversion between units known only at run time; refused when it would need a density, a pack size or another zero point. */
export function convert(value: Ratio, from: string, to: string, units: UnitTable = commonTable): Result<Ratio, UnitMismatch> {
  if (from === to) return ok(value);
  if (isPackage(from) || isPackage(to)) return err({ why: "package_needs_size", from, to });
  const [a, b] = [units(from), units(to)];
  if (!a || !b) return err({ why: "unknown_unit", from, to });
  if (a.dimension !== b.dimension) return err({ why: "other_dimension", from, to });
  // 20 °C is not twice 10 °C: scales with another zero convert only by `convertTemperature`.
  if (scales.has(from) || scales.has(to)) return err({ why: "temperature", from, to });
  return ok(divide(multiply(value, a.factor), b.factor));
}

export const sameDimension = (from: string, to: string, units: UnitTable = commonTable): boolean =>
  from === to || (!isPackage(from) && !isPackage(to) && units(from) !== null && units(from)?.dimension === units(to)?.dimension);

export type TemperatureUnit = "CEL" | "FAH" | "KEL";

const kelvin: Record<TemperatureUnit, (value: Ratio) => Ratio> = {
  KEL: (value) => value,
  CEL: (value) => sumOf(value, ratio(27_315, 100)),
  FAH: (value) => multiply(sumOf(value, ratio(45_967, 100)), ratio(5, 9)),
};
const fromKelvin: Record<TemperatureUnit, (value: Ratio) => Ratio> = {
  KEL: (value) => value,
  CEL: (value) => subtract(value, ratio(27_315, 100)),
  FAH: (value) => subtract(multiply(value, ratio(9, 5)), ratio(45_967, 100)),
};

/** A point on a temperature scale, with its zero: 100 °C = 212 °F. */
export const convertTemperature = (value: Ratio, from: TemperatureUnit, to: TemperatureUnit): Ratio => fromKelvin[to](kelvin[from](value));

/** Pieces in a number of packages; the size must be stated by somebody, a bottle or a carton has none of its own. */
export const packsToPieces = (packs: Ratio, piecesPerPack: Ratio): Ratio => multiply(packs, piecesPerPack);
