import type { Actor } from "@jizhen/kernel";
import type { Permission } from "../permission/table.ts";
import type { DocumentState, MemberDocument } from "./model.ts";

export type DocumentAction = "accept" | "refuse" | "withdraw";

const forReviewers: Record<DocumentState, readonly DocumentAction[]> = {
  uploaded: ["accept", "refuse"],
  accepted: [],
  expired: [],
  refused: [],
  replaced: [],
  withdrawn: [],
};

/** Who handed it in takes it back; somebody of another organisation decides. */
export function documentActionsOn(document: MemberDocument, actor: Actor, may: ReadonlySet<Permission>): DocumentAction[] {
  if (actor.orgId === document.organisationId)
    return document.state === "uploaded" && may.has("town.document.withdraw") ? ["withdraw"] : [];
  if (actor.personId === document.uploadedBy) return [];
  return forReviewers[document.state].filter((action) => may.has(`town.document.${action}`));
}
