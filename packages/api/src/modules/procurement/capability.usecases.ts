import { newId } from "@jizhen/db";
import { type Capability, type CapabilityContent, CapabilityId, capabilities } from "@jizhen/domain-procurement";
import type { AttributeCode } from "@jizhen/spec";
import { familyOf } from "@jizhen/spec";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import * as store from "./capability.store.ts";

export type SeenCapability = { readonly id: CapabilityId; readonly version: number };

/** A first draft of a family, or new words for one's own statement. */
export async function saveCapability(tx: Tx, { seen, content }: { seen: SeenCapability | null; content: CapabilityContent }) {
  const family = familyOf(content.family);
  if (seen === null) {
    const draft = orRefuse(capabilities.draftCapability(CapabilityId.parse(newId("capa")), content, family, tx));
    return brief(await store.createCapability(tx, draft));
  }
  const own = await ownCapability(tx, seen);
  // A family is what a statement is about; another family is another statement.
  const kept = { ...content, family: own.content.family };
  const live = orRefuse(capabilities.insistCapability(own, "draft", "declared", "verified"));
  const decision = orRefuse(capabilities.saveCapability(live, kept, familyOf(kept.family), tx));
  return brief(await store.commitCapability(tx, "procurement.capability.save", own, decision));
}

export async function declareCapability(tx: Tx, seen: SeenCapability) {
  const own = await ownCapability(tx, seen);
  const draft = orRefuse(capabilities.insistCapability(own, "draft"));
  const decision = orRefuse(capabilities.declareCapability(draft, familyOf(draft.content.family), tx));
  return brief(await store.commitCapability(tx, "procurement.capability.declare", own, decision));
}

export async function withdrawCapability(tx: Tx, seen: SeenCapability) {
  const own = await ownCapability(tx, seen);
  const live = orRefuse(capabilities.insistCapability(own, "draft", "declared", "verified"));
  return brief(
    await store.commitCapability(tx, "procurement.capability.withdraw", own, orRefuse(capabilities.withdrawCapability(live, tx))),
  );
}

type Choice = SeenCapability & {
  readonly attributes: readonly AttributeCode[];
  readonly accredited: readonly number[];
  readonly note: string;
};

/** The town vouches; a draft does not exist for it. */
export async function verifyCapability(tx: Tx, { id, version, ...choice }: Choice) {
  const found = await store.lockCapability(tx, id);
  if (!found || found.status === "draft") return refuse({ kind: "not_found", code: "procurement.capability.unknown" });
  insistVersion(found, version);
  const declared = orRefuse(capabilities.insistCapability(found, "declared", "verified"));
  return brief(
    await store.commitCapability(tx, "procurement.capability.verify", found, orRefuse(capabilities.verifyCapability(declared, choice, tx))),
  );
}

async function ownCapability(tx: Tx, { id, version }: SeenCapability): Promise<Capability> {
  const found = await store.lockCapability(tx, id);
  if (found?.organisationId !== tx.by.orgId) return refuse({ kind: "not_found", code: "procurement.capability.unknown" });
  insistVersion(found, version);
  return found;
}

function insistVersion(found: Capability, version: number): void {
  if (found.version !== version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
}

const brief = ({ id, status, version, revision }: Capability) => ({ id, status, version, revision });
