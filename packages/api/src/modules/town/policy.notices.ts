import { concernOf, type Policy, type PolicyId, type PolicyPublished } from "@jizhen/domain-town";
import type * as z from "zod";
import type { Heard } from "../../platform/events.ts";
import { notify } from "../../platform/notify.ts";
import type { Tx } from "../../platform/tx.ts";
import { getPolicy } from "./policy.store.ts";
import { profilesOf } from "./policy.views.ts";

/** Members whom the policy concerns, or may concern; a notice is for everybody. */
async function tellConcerned(tx: Tx, policy: Policy, kind: string, source: string): Promise<void> {
  const { id, content } = policy;
  const params = { title: content.titleZh, titleEn: content.titleEn ?? content.titleZh, deadline: content.deadline ?? "" };
  for (const { organisationId, profile } of await profilesOf(tx, null)) {
    if (concernOf(content.rules, profile).concern === "not") continue;
    await notify(tx, { to: { organisationId, permission: "town.policy.read" }, kind, params, link: `/policies/${id}`, source });
  }
}

export async function tellOfPolicy(tx: Tx, event: z.infer<typeof PolicyPublished>, { eventId }: Heard): Promise<void> {
  const policy = await getPolicy(tx, event.policyId);
  if (policy.state !== "published" || policy.revision !== event.revision) return;
  await tellConcerned(tx, policy, `town.${event.form}.published`, eventId);
}

/** A week before the deadline; one that was amended or withdrawn since is left to its own timer. */
export async function remindOfDeadline(tx: Tx, { policyId, revision }: { policyId: PolicyId; revision: number }): Promise<void> {
  const policy = await getPolicy(tx, policyId);
  if (policy.state !== "published" || policy.revision !== revision) return;
  await tellConcerned(tx, policy, "town.policy.deadline", `${policyId}:deadline:${revision}`);
}
