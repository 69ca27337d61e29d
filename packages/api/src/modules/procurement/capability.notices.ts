import type { CapabilityVerified } from "@jizhen/domain-procurement";
import { notify } from "../../platform/notify.ts";
import type { Tx } from "../../platform/tx.ts";

/** Each verification is told once: a later revision is another. */
export const tellVerified = (tx: Tx, { orgId, capabilityId, revision }: CapabilityVerified): Promise<void> =>
  notify(tx, {
    to: { organisationId: orgId, permission: "procurement.capability.read" },
    kind: "procurement.capability.verified",
    params: {},
    link: "/selling/capabilities",
    source: `${capabilityId}:${revision}`,
  });
