import { err, ok, type Result } from "@jizhen/kernel";
import type { OrganisationRefusal } from "./errors.ts";

/** The 31 signs of GB 32100; I, O, S, V and Z do not occur because they are read as other signs. */
export const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** What somebody who wrote a sign that does not exist most likely saw on the licence. */
const likely: Readonly<Record<string, string>> = { I: "1", O: "0", S: "5", V: "U", Z: "2" };

/** Which of the two digits inside a code does not hold: the code's own (GB 32100) or that of the organisation part (GB 11714). */
export type CheckDigit = "gb32100" | "gb11714";

/** A number whose form is right. `warned` names the digits that fail: early codes in circulation fail, so it is asked, not refused. */
export type CreditCode = { readonly number: string; readonly warned: readonly CheckDigit[] };

/** One spelling for one number: full-width, lower-case, spaced and hyphenated writings are the same. */
export const normaliseNumber = (written: string): string =>
  written
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\u200B-\u200D\uFEFF]/gu, "");

const valueOf = (sign: string): number => signs.indexOf(sign);

/** GB 32100: weights 3^(i−1) modulo 31 over the first 17 signs. */
export function checkSign(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const sign of body.slice(0, 17)) {
    sum += valueOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return signs.charAt((31 - (sum % 31)) % 31);
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11714: the ninth sign of the organisation code, which is sign 17 of a credit code. Letters count from A = 10. */
export function organisationCheckSign(body: string): string {
  const sum = organisationWeights.reduce((total, weight, index) => {
    const code = body.charCodeAt(index);
    return total + weight * (code >= 65 ? code - 55 : code - 48);
  }, 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? "X" : rest === 11 ? "0" : String(rest);
}

function badSign(number: string): OrganisationRefusal | null {
  const written = [...number];
  const index = written.findIndex((sign) => !signs.includes(sign));
  const sign = written[index];
  if (sign === undefined) return null;
  const hint = likely[sign];
  const position = index + 1;
  return hint === undefined
    ? { kind: "rule", code: "town.organisation.code_sign", params: { position, sign }, field: "number" }
    : { kind: "rule", code: "town.organisation.code_character", params: { position, sign, hint }, field: "number" };
}

/** Reads a unified social credit code as people write it. A wrong form is refused with its place; a failing digit is only told. */
export function readCreditCode(written: string): Result<CreditCode, OrganisationRefusal> {
  const number = normaliseNumber(written);
  const bad = badSign(number);
  if (bad) return err(bad);
  if (number.length !== 18) {
    return err({ kind: "rule", code: "town.organisation.code_length", params: { length: number.length }, field: "number" });
  }
  if (new Set(number).size === 1) return err({ kind: "rule", code: "town.organisation.code_all_equal", field: "number" });
  const warned: CheckDigit[] = [];
  if (checkSign(number) !== number.charAt(17)) warned.push("gb32100");
  if (organisationCheckSign(number.slice(8, 16)) !== number.charAt(16)) warned.push("gb11714");
  return ok({ number, warned });
}

/** The signs of a warned code that the applicant is asked to compare with the licence, counted from 1. */
export const questionedPositions = ({ warned }: CreditCode): number[] => [
  ...(warned.includes("gb11714") ? [17] : []),
  ...(warned.includes("gb32100") ? [18] : []),
];

/** Every code that differs by one sign or by one swap of two signs: what a typo could have made of a registered number. */
export function nearNumbers(number: string): string[] {
  const written = [...number];
  const near = new Set<string>();
  written.forEach((own, index) => {
    for (const sign of signs) if (sign !== own) near.add(written.with(index, sign).join(""));
    written.slice(index + 1).forEach((other, distance) => {
      if (other !== own)
        near.add(
          written
            .with(index, other)
            .with(index + 1 + distance, own)
            .join(""),
        );
    });
  });
  return [...near];
}

/** Who registered it: the first sign of the code (GB 32100 table 1). Unusual pairs only inform. */
export function registrarOf(number: string): "institution" | "civil_affairs" | "business" | "individual_business" | "other" {
  const pair = number.slice(0, 2);
  if (pair === "92") return "individual_business";
  const first = pair.charAt(0);
  return first === "9" ? "business" : first === "5" ? "civil_affairs" : first === "1" ? "institution" : "other";
}

export const regionCodeOf = (number: string): string => number.slice(2, 8);
