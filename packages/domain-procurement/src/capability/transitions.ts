import { type Act, type Decided, err, localDateAt, ok, type Result } from "@jizhen/kernel";
import type { AttributeCode, Family } from "@jizhen/spec";
import type { CapabilityRefusal } from "./errors.ts";
import type { CapabilityFact } from "./events.ts";
import type { Capability, CapabilityContent, CapabilityId, CapabilityIn, CapabilityStatus } from "./model.ts";
import { inPackUnits, statementRefusal } from "./rules.ts";

type Outcome<S extends CapabilityStatus> = Decided<CapabilityIn<S>, CapabilityFact, CapabilityRefusal>;
const no = (reason: CapabilityRefusal) => err(reason);

/** The life of a statement as one table; new words after the town has vouched are only declared again. */
export const capabilitySteps = {
  draft: { save: "draft", declare: "declared", withdraw: "withdrawn" },
  declared: { save: "declared", withdraw: "withdrawn", verify: "verified" },
  verified: { save: "declared", withdraw: "withdrawn", verify: "verified" },
  withdrawn: {},
} as const satisfies Record<CapabilityStatus, Readonly<Record<string, CapabilityStatus>>>;

/** Turns a hope about the status into evidence the compiler can carry around. */
export function insistCapability<S extends CapabilityStatus>(
  capability: Capability,
  ...statuses: readonly S[]
): Result<CapabilityIn<S>, CapabilityRefusal> {
  if (statuses.some((status) => status === capability.status)) return ok(capability as CapabilityIn<S>);
  return err({ kind: "rule", code: "procurement.capability.wrong_status", params: { status: capability.status } });
}

/** A first draft: nothing is matched against it until it is declared. */
export function draftCapability(id: CapabilityId, content: CapabilityContent, family: Family, { by, at }: Act): Outcome<"draft"> {
  const refusal = statementRefusal(content, family, localDateAt(at));
  if (refusal) return no(refusal);
  const next = {
    status: "draft" as const,
    id,
    townId: by.townId,
    organisationId: by.orgId,
    revision: 1,
    content: inPackUnits(content, family),
    updatedAt: at,
    version: 0,
  };
  return ok({ next, events: [] });
}

/** New words are a new revision. What was verified is only declared again: the town vouched for other words. */
export function saveCapability(
  before: CapabilityIn<"draft" | "declared" | "verified">,
  content: CapabilityContent,
  family: Family,
  { at }: Act,
): Outcome<"draft" | "declared"> {
  const refusal = statementRefusal(content, family, localDateAt(at)) ?? (before.status === "draft" ? null : emptyRefusal(content));
  if (refusal) return no(refusal);
  const { id, townId, organisationId, version, revision } = before;
  const status = before.status === "draft" ? ("draft" as const) : ("declared" as const);
  const next = {
    status,
    id,
    townId,
    organisationId,
    version,
    revision: revision + 1,
    content: inPackUnits(content, family),
    updatedAt: at,
  };
  return ok({ next, events: [] });
}

const emptyRefusal = (content: CapabilityContent): CapabilityRefusal | null =>
  Object.keys(content.attributes).length === 0 ? { kind: "rule", code: "procurement.capability.nothing_stated" } : null;

/** From here on the firm is found by it. */
export function declareCapability(draft: CapabilityIn<"draft">, family: Family, { at }: Act): Outcome<"declared"> {
  const refusal = emptyRefusal(draft.content) ?? statementRefusal(draft.content, family, localDateAt(at));
  if (refusal) return no(refusal);
  return ok({ next: { ...draft, status: "declared", revision: draft.revision + 1, updatedAt: at }, events: [] });
}

export type VerifyChoice = { readonly attributes: readonly AttributeCode[]; readonly accredited: readonly number[]; readonly note: string };

/** The town vouches for statements that were made, on documents that exist, before they run out. */
export function verifyCapability(
  before: CapabilityIn<"declared" | "verified">,
  choice: VerifyChoice,
  { by, at }: Act,
): Outcome<"verified"> {
  const { content } = before;
  if (content.validTo !== null && content.validTo < localDateAt(at)) {
    return no({ kind: "rule", code: "procurement.capability.expired", params: { validTo: content.validTo } });
  }
  const unstated = choice.attributes.find(
    (code) => !(code in content.attributes) && !content.documents.some(({ proves }) => proves.includes(code)),
  );
  if (unstated !== undefined) return no({ kind: "rule", code: "procurement.capability.unverifiable", params: { attribute: unstated } });
  const strange = choice.accredited.find((place) => content.documents[place]?.state !== "held");
  if (strange !== undefined) return no({ kind: "rule", code: "procurement.capability.document_unknown", params: { number: strange + 1 } });
  const { status: _, ...kept } = before;
  const verification = {
    attributes: [...choice.attributes],
    accredited: [...choice.accredited],
    note: choice.note,
    personId: by.personId,
    at,
  };
  const next = { ...kept, status: "verified" as const, verification, revision: before.revision + 1, updatedAt: at };
  const evidence = content.documents.filter(({ state }) => state === "held").map(({ kind }) => kind);
  const told = {
    type: "procurement.capability.verified.v1" as const,
    townId: before.townId,
    capabilityId: before.id,
    orgId: before.organisationId,
    family: content.family,
    revision: next.revision,
    at,
    attributes: verification.attributes,
    evidence,
    validTo: content.validTo,
  };
  return ok({ next, events: [told] });
}

/** Found no more; the revisions stay for the matches that used them. */
export function withdrawCapability(before: CapabilityIn<"draft" | "declared" | "verified">, { at }: Act): Outcome<"withdrawn"> {
  const { id, townId, organisationId, version, revision, content } = before;
  return ok({
    next: { status: "withdrawn", id, townId, organisationId, version, revision: revision + 1, content, updatedAt: at },
    events: [],
  });
}
