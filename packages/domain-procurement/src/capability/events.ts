import { eventOf, LocalDate, OrgId, TownId } from "@jizhen/kernel";
import { AttributeCode, FamilyCode } from "@jizhen/spec";
import * as z from "zod";
import { CapabilityId } from "./model.ts";

const about = { townId: TownId, capabilityId: CapabilityId, orgId: OrgId, family: FamilyCode, revision: z.int(), at: z.coerce.date() };

/** The town vouches for these statements of a firm. */
export const CapabilityVerified = eventOf("procurement.capability.verified.v1", {
  ...about,
  attributes: z.array(AttributeCode),
  evidence: z.array(z.string()),
  validTo: LocalDate.nullable(),
});
export type CapabilityVerified = z.infer<typeof CapabilityVerified>;

export type CapabilityFact = CapabilityVerified;
