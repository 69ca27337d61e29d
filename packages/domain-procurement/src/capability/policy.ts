import type { OrgId } from "@jizhen/kernel";
import type { Capability, CapabilityStatus } from "./model.ts";

export type CapabilityAction = "save" | "declare" | "withdraw" | "verify";

const ofFirm: Record<CapabilityStatus, readonly CapabilityAction[]> = {
  draft: ["save", "declare", "withdraw"],
  declared: ["save", "withdraw"],
  verified: ["save", "withdraw"],
  withdrawn: [],
};
const ofTown: Record<CapabilityStatus, readonly CapabilityAction[]> = {
  draft: [],
  declared: ["verify"],
  verified: ["verify"],
  withdrawn: [],
};

/** Sent with every capability, so that no button ever guesses. */
export const actionsOnCapability = (capability: Capability, onlooker: { readonly orgId: OrgId }): readonly CapabilityAction[] =>
  capability.organisationId === onlooker.orgId ? ofFirm[capability.status] : [];

/** What the town's administration may do; it never edits a firm's words. */
export const actionsOfTown = (capability: Capability): readonly CapabilityAction[] => ofTown[capability.status];
