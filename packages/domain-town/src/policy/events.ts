import { eventOf, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { PolicyForm, PolicyId } from "./model.ts";

export const PolicyPublished = eventOf("town.policy.published.v1", {
  policyId: PolicyId,
  townId: TownId,
  form: PolicyForm,
  revision: z.int(),
});
export const PolicyWithdrawn = eventOf("town.policy.withdrawn.v1", { policyId: PolicyId, townId: TownId, form: PolicyForm });
export type PolicyEvent = z.infer<typeof PolicyPublished> | z.infer<typeof PolicyWithdrawn>;
