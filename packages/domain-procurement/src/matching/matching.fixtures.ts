import { LocalDate, OrgId, type Quantity, UnitCode } from "@jizhen/kernel";
import type { CapabilityRange, Requirement } from "@jizhen/spec";
import type { Candidate, LineNeed, Need, Supply, Town } from "./model.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
/** A typeid made of a number: the same number, the same firm. */
export const orgOf = (number: number): OrgId => {
  let rest = number;
  let digits = "";
  for (let place = 0; place < 26; place += 1) {
    digits = (alphabet[rest % 32] ?? "0") + digits;
    rest = Math.floor(rest / 32);
  }
  return OrgId.parse(`org_${digits}`);
};
export const on = LocalDate.parse("2026-11-23");
export const piece = UnitCode.parse("H87");
export const pieces = (value: number): Quantity => ({ value: String(value), unit: piece });

export const requirement = (attribute: string, value: string, parts: Partial<Requirement> = {}): Requirement => ({
  attribute,
  op: "is",
  value,
  unit: null,
  hard: true,
  weight: 1,
  group: null,
  doubt: false,
  equivalents: false,
  ...parts,
});
export const line = (parts: Partial<LineNeed> = {}): LineNeed => ({
  lineNo: 1,
  family: "flange",
  requirements: [requirement("type", "WN"), requirement("rating", "PN16")],
  quantity: pieces(200),
  wantedDate: LocalDate.parse("2026-12-23"),
  ...parts,
});
export const need = (parts: Partial<Need> = {}): Need => ({ lines: [line()], firmDate: false, place: "140921", on, ...parts });
export const set = (values: string[], closed = true): CapabilityRange => ({ kind: "set", values, closed });
export const supply = (parts: Partial<Supply> & { attributes?: Record<string, CapabilityRange> } = {}): Supply => {
  const { attributes, ...rest } = parts;
  return {
    source: "capa_1",
    revision: 1,
    statement: {
      family: "flange",
      pack: "flange@1.0.0",
      attributes: attributes ?? { type: set(["WN", "SO"]), rating: set(["PN16", "PN25"]) },
      evidence: [],
      complete: false,
    },
    documents: [],
    verified: [],
    leadDays: 20,
    free: pieces(400),
    works: "140921",
    validTo: null,
    ...rest,
  };
};
export const candidate = (parts: Partial<Candidate> = {}): Candidate => ({
  orgId: orgOf(1),
  supplies: [supply()],
  record: { finished: 0, onTime: 0, claims: 0 },
  invitations30: 0,
  tie: "00",
  bar: null,
  ...parts,
});
export const town: Town = { onTime: { n: 1, d: 2 }, claims: { n: 0, d: 1 }, medianInvitations: 4 };
