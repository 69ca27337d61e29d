import { type Act, FileId, OrgId, PersonId, TownId } from "@jizhen/kernel";
import { type Membership, type MembershipFile, MembershipId, type MembershipIn, type MembershipState } from "./model.ts";

const nth = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;
export const person = (n: number) => PersonId.parse(nth("pers", n));
export const firm = (n: number) => OrgId.parse(nth("org", n));
export const town = (n: number) => TownId.parse(nth("town", n));

export const act = (by: { person?: number; firm?: number } = {}, at = new Date("2026-11-23T08:00:00Z")): Act => ({
  by: { townId: town(1), orgId: firm(by.firm ?? 9), personId: person(by.person ?? 9) },
  at,
});

export const aFile: MembershipFile = {
  source: "application",
  nameZh: "定襄示例法兰01有限公司（演示）",
  nameEn: null,
  country: "CN",
  number: "91140921DEM000014N",
  address: "山西省忻州市定襄县示例路1号",
  regionCode: "140921",
  legalRepresentative: "张示例",
  mainProducts: "法兰",
  contact: { name: "李示例", phone: "0350-1234567", email: null },
  licence: FileId.parse(nth("file", 1)),
  shownExactly: false,
  consentEdition: "2026-1",
};

const base = {
  id: MembershipId.parse(nth("memb", 1)),
  townId: town(1),
  organisationId: firm(1),
  kind: "firm",
  visiting: false,
  file: aFile,
  codeWarned: false,
  appliedBy: person(1),
  appliedAt: new Date("2026-11-20T08:00:00Z"),
  version: 0,
} as const;
const decided = { takenUpBy: person(8), decidedBy: person(9), decidedAt: new Date("2026-11-21T08:00:00Z"), codeConfirmedBy: null };
const why = { reasonCode: "other", reasonText: "演示" };

const inState: { [S in MembershipState]: MembershipIn<S> } = {
  applied: { ...base, state: "applied" },
  under_review: { ...base, state: "under_review", takenUpBy: person(8), waitingFor: null },
  active: { ...base, ...decided, state: "active" },
  suspended: { ...base, ...decided, ...why, state: "suspended", suspendedUntil: null, suspendedBy: "host" },
  left: { ...base, ...decided, state: "left", endedAt: new Date("2026-11-22T08:00:00Z") },
  rejected: { ...base, ...why, state: "rejected", takenUpBy: person(8), decidedBy: person(9), decidedAt: new Date("2026-11-21T08:00:00Z") },
  withdrawn: { ...base, state: "withdrawn", takenUpBy: null, endedAt: new Date("2026-11-21T08:00:00Z") },
};

export const aMembership = <S extends MembershipState>(state: S, change: Partial<MembershipIn<S>> = {}): MembershipIn<S> => ({
  ...inState[state],
  ...change,
});
export const everyState = Object.keys(inState) as MembershipState[];
export const anyMembership = (state: MembershipState): Membership => inState[state];
