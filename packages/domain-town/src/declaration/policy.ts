import type { Actor } from "@jizhen/kernel";
import type { Permission } from "../permission/table.ts";
import type { Declaration, DeclarationState } from "./model.ts";

export type DeclarationAction = "save" | "submit" | "check" | "return";

const forFirm: Record<DeclarationState, readonly DeclarationAction[]> = { open: ["save", "submit"], submitted: [], checked: [] };
const forTown: Record<DeclarationState, readonly DeclarationAction[]> = { open: [], submitted: ["check", "return"], checked: ["return"] };

/** What this actor may do with a declaration now; nothing once the town's report has been handed on. */
export function declarationActions(
  declaration: Declaration,
  reportOpen: boolean,
  actor: Actor,
  may: ReadonlySet<Permission>,
): DeclarationAction[] {
  if (!reportOpen) return [];
  const own = actor.orgId === declaration.organisationId;
  const open = (own ? forFirm : forTown)[declaration.state];
  return open.filter((action) => may.has(`town.declaration.${action}`));
}
