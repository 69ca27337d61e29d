#!/usr/bin/env node
// Makes src/units-rec20.data.ts from the published list of UN/ECE Recommendation 20.
//   node packages/kernel/tools/unit-table.mjs <units-unece-rec20.csv>
// Columns: code, name_en, symbol, conversion. A conversion that cannot be read leaves the unit a dimension of its own and is listed on stderr.
import { readFileSync, writeFileSync } from "node:fs";

const bases = ["m", "kg", "s", "A", "K", "mol", "cd", "bit", "Np", "Bd", "rad", "sr", "B", "nat", "Hart"];
const of = (n, exponents = {}) => ({ n: BigInt(n), d: 1n, e: exponents });
const symbols = {
  m: of(1, { m: 1 }),
  kg: of(1, { kg: 1 }),
  s: of(1, { s: 1 }),
  A: of(1, { A: 1 }),
  K: of(1, { K: 1 }),
  mol: of(1, { mol: 1 }),
  cd: of(1, { cd: 1 }),
  g: { n: 1n, d: 1000n, e: { kg: 1 } },
  rad: of(1, { rad: 1 }),
  sr: of(1, { sr: 1 }),
  N: of(1, { m: 1, kg: 1, s: -2 }),
  Pa: of(1, { m: -1, kg: 1, s: -2 }),
  J: of(1, { m: 2, kg: 1, s: -2 }),
  W: of(1, { m: 2, kg: 1, s: -3 }),
  C: of(1, { A: 1, s: 1 }),
  V: of(1, { m: 2, kg: 1, s: -3, A: -1 }),
  Ω: of(1, { m: 2, kg: 1, s: -3, A: -2 }),
  S: of(1, { m: -2, kg: -1, s: 3, A: 2 }),
  F: of(1, { m: -2, kg: -1, s: 4, A: 2 }),
  H: of(1, { m: 2, kg: 1, s: -2, A: -2 }),
  T: of(1, { kg: 1, s: -2, A: -1 }),
  Wb: of(1, { m: 2, kg: 1, s: -2, A: -1 }),
  Hz: of(1, { s: -1 }),
  Bq: of(1, { s: -1 }),
  Gy: of(1, { m: 2, s: -2 }),
  Sv: of(1, { m: 2, s: -2 }),
  lm: of(1, { cd: 1 }),
  lx: of(1, { cd: 1, m: -2 }),
  kat: of(1, { mol: 1, s: -1 }),
  bit: of(1, { bit: 1 }),
  byte: of(8, { bit: 1 }),
  Np: of(1, { Np: 1 }),
  Bd: of(1, { Bd: 1 }),
  eV: { n: 1602176634n, d: 10n ** 28n, e: { m: 2, kg: 1, s: -2 } },
  Ci: of(37_000_000_000, { s: -1 }),
  bar: of(100_000, { m: -1, kg: 1, s: -2 }),
  pascal: of(1, { m: -1, kg: 1, s: -2 }),
  mg: { n: 1n, d: 1_000_000n, e: { kg: 1 } },
  km: of(1000, { m: 1 }),
  in: { n: 127n, d: 5000n, e: { m: 1 } },
  B: of(1, { B: 1 }),
  nat: of(1, { nat: 1 }),
  Sh: of(1, { bit: 1 }),
  Hart: of(1, { Hart: 1 }),
};

const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));
const lowest = ({ n, d, e }) => {
  const g = gcd(n, d);
  return { n: n / g, d: d / g, e };
};
const times = (a, b, sign = 1) => {
  const e = { ...a.e };
  for (const [base, power] of Object.entries(b.e)) e[base] = (e[base] ?? 0) + sign * power;
  return lowest(sign === 1 ? { n: a.n * b.n, d: a.d * b.d, e } : { n: a.n * b.d, d: a.d * b.n, e });
};
const raised = (a, power) => {
  let result = of(1);
  for (let i = 0; i < Math.abs(power); i += 1) result = times(result, a, power < 0 ? -1 : 1);
  return result;
};
const supers = { "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-" };

function tokens(text) {
  const plain = text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[×]/g, " x ")
    .replace(/·/g, " ")
    .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) => `^${[...power].map((sign) => supers[sign]).join("")} `)
    .replace(/(^|[ x])10-(\d+)/g, "$110^-$2 ") // the list writes some exponents flat: 10-3
    .replace(/\bm(\d)/g, "m^$1 ")
    .replace(/(\d)\s*,\s*(\d)/g, "$1.$2")
    .replace(/10\^- (\d)/g, "10^-$1 ")
    .replace(/^103pascal/, "10^3 pascal")
    .replace(/\(approx\)/, "")
    .replace(/(\d)x/g, "$1 x")
    .replace(/([ )])x(\p{L}|\d)/gu, "$1x $2");
  const found = [];
  const pattern = /\s*(?:(\d[\d ]*(?:\.[\d ]+)?)|(\^-?\d+)|([()/])|(x)(?![a-zA-Z])|([a-zA-ZΩ]+))/gy;
  pattern.lastIndex = 0;
  const trimmed = plain.trim();
  while (pattern.lastIndex < trimmed.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(trimmed);
    if (!match) throw new Error(`cannot read at ${at}: ${trimmed.slice(at)}`);
    const [, number, power, sign, cross, word] = match;
    if (number) found.push({ number: number.replaceAll(" ", "") });
    else if (power) found.push({ power: Number(power.slice(1)) });
    else if (sign) found.push({ sign });
    else if (word) found.push({ word });
    else if (cross) found.push({ cross });
  }
  return found;
}

function number(text) {
  const [whole, fraction = ""] = text.split(".");
  return lowest({ n: BigInt(whole + fraction), d: 10n ** BigInt(fraction.length), e: {} });
}

function read(text) {
  const list = tokens(text);
  let at = 0;
  const atom = () => {
    const token = list[at++];
    let value;
    if (token?.number) value = number(token.number);
    else if (token?.word && symbols[token.word]) value = symbols[token.word];
    else if (token?.sign === "(") {
      value = product();
      if (list[at++]?.sign !== ")") throw new Error("missing )");
    } else throw new Error(`unexpected ${JSON.stringify(token)}`);
    if (list[at]?.power !== undefined) value = raised(value, list[at++].power);
    return value;
  };
  const product = () => {
    let value = list[at]?.sign === "/" ? of(1) : atom();
    while (at < list.length && list[at].sign !== ")") {
      if (list[at].sign === "/") {
        at += 1;
        value = times(value, atom(), -1);
      } else {
        if (list[at].cross) at += 1;
        value = times(value, atom());
      }
    }
    return value;
  };
  const value = product();
  if (at !== list.length) throw new Error("trailing");
  return value;
}

const name = (exponents) =>
  bases
    .filter((base) => exponents[base])
    .map((base) => base + (exponents[base] === 1 ? "" : exponents[base]))
    .join(".");

// Counts and shares have no SI dimension, yet 12 % is not a dozen: each has a dimension of its own, and so have
// percent by weight and percent by volume, which do not convert into each other without a density.
const counts = {
  C62: 1,
  H87: 1,
  EA: 1,
  PR: 2,
  NPR: 2,
  DZN: 12,
  DPC: 12,
  GRO: 144,
  GGR: 1728,
  CEN: 100,
  HC: 100,
  MIL: 1000,
  T3: 1000,
  TPR: 20,
  SCO: 20,
  DPR: 24,
};
const given = { 60: [1n, 100n, "share.mass"], VP: [1n, 100n, "share.volume"], TST: [10n, 1n, "own.SET"], SET: [1n, 1n, "own.SET"] };
// Rows whose published conversion contradicts their name: they stay alone rather than convert wrongly.
const misprinted = new Set(["N69", "K70", "L91", "TAN"]);
const temperatures = new Set(["KEL", "CEL", "FAH", "A48"]);
const numberWords = /^(billion|trillion|million|milliard|quintillion|hundred|thousand|ten|gross|great|score|shares)/i;

function csv(line) {
  const cells = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) cells.push((match[1] ?? match[2]).replaceAll('""', '"'));
  return cells;
}

const rows = readFileSync(process.argv[2], "utf8").trim().split(/\r?\n/).slice(1).map(csv);
const lines = [];
const unread = [];
for (const [code, english, symbol, conversion] of rows) {
  let entry = [1n, 1n, `own.${code}`];
  if (code in counts) entry = [BigInt(counts[code]), 1n, "count"];
  else if (given[code]) entry = given[code];
  else if (conversion && !misprinted.has(code)) {
    try {
      const value = read(conversion);
      let dimension = name(value.e);
      if (temperatures.has(code)) dimension = "temperature";
      if (dimension === "") dimension = value.d === 1n && numberWords.test(english) ? "count" : "share";
      entry = [value.n, value.d, dimension];
    } catch (error) {
      unread.push(`${code}\t${english}\t${conversion}\t${error.message}`);
    }
  }
  lines.push([code, ...entry, english.trim(), symbol]);
}
const text = lines.map(([code, n, d, dimension, english, symbol]) => [code, n, d, dimension, english, symbol].join("\t")).join("\n");
if (text.includes("`") || text.includes("${") || text.includes("\\")) throw new Error("the table needs escaping");
writeFileSync(
  new URL("../src/units-rec20.data.ts", import.meta.url),
  `// Made by tools/unit-table.mjs; not written by hand.
// Source: UN/ECE Recommendation 20, annex II, as published at github.com/edi3/edi3.github.io (ODC-PDDL 1.0); rows marked deleted or deprecated dropped.
// A row is: code, numerator, denominator, dimension, name, symbol. Factors are exact as published there, to the SI base units of the dimension;
// "own.<code>" marks a unit that converts into nothing else, "share" a plain proportion, "count" a number of pieces.

/** Every unit of Recommendation 20 (${lines.length} codes), one a line, tab separated. */
export const rec20 = \`${text}\`;
`,
);
process.stderr.write(`${lines.length} units, ${unread.length} conversions unread\n${unread.join("\n")}\n`);
