import type { MembershipKind } from "../membership/kind.ts";
import type { Role } from "./table.ts";

/** The roles that make sense in an organisation of each kind. */
export const rolesByKind = {
  firm: ["owner", "buyer", "seller", "finance"],
  institution: ["owner", "operator", "buyer", "seller", "finance"],
  carrier: ["owner", "dispatcher", "buyer", "seller", "finance"],
  funder: ["owner", "funder", "finance"],
  association: ["owner", "operator", "buyer", "seller", "finance"],
  foreign_buyer: ["owner", "buyer", "finance"],
  administration: ["town_administrator", "reviewer", "finance", "province_officer"],
} as const satisfies Record<MembershipKind, readonly Role[]>;

const firmRoles = ["owner", "buyer", "seller", "finance", "operator", "dispatcher", "funder"] as const satisfies readonly Role[];

/** Who may give what. Nobody gives a role above their own. */
export const grantableBy: Readonly<Record<Role, readonly Role[]>> = {
  owner: firmRoles,
  town_administrator: ["town_administrator", "reviewer", "finance"],
  province_officer: ["province_officer", "reviewer"],
  reviewer: [],
  buyer: [],
  seller: [],
  finance: [],
  operator: [],
  dispatcher: [],
  funder: [],
};

/** Roles without which an organisation has nobody to answer for it. */
export const keeperRoles = ["owner", "town_administrator", "province_officer"] as const satisfies readonly Role[];
export const keeps = (held: readonly Role[]): boolean => keeperRoles.some((keeper) => held.includes(keeper));

/** What somebody holding these roles may give in an organisation that is a member under these kinds. */
export function grantableRoles(held: readonly Role[], kinds: readonly MembershipKind[]): Role[] {
  const fitting = new Set<Role>(kinds.flatMap((kind): readonly Role[] => rolesByKind[kind]));
  const own = new Set(held.flatMap((role) => grantableBy[role]));
  return [...own].filter((role) => fitting.has(role));
}
