import { type Act, type Decided, type Decision, err, type LocalDate, localDateAt, ok, type Result, type TownId } from "@jizhen/kernel";
import type { PolicyRefusal } from "./errors.ts";
import type { PolicyEvent } from "./events.ts";
import type { Policy, PolicyContent, PolicyForm, PolicyId, PolicyIn, PolicyState } from "./model.ts";

type Outcome<S extends PolicyState> = Decided<PolicyIn<S>, PolicyEvent, PolicyRefusal>;

export const policySteps = {
  draft: { save: "draft", publish: "published" },
  published: { save: "published", publish: "published", withdraw: "withdrawn" },
  withdrawn: {},
} as const satisfies Record<PolicyState, Readonly<Record<string, PolicyState>>>;
export type PolicyStep = "save" | "publish" | "withdraw";

export function insistPolicyState<S extends PolicyState>(policy: Policy, ...states: readonly S[]): Result<PolicyIn<S>, PolicyRefusal> {
  if (states.some((state) => state === policy.state)) return ok(policy as PolicyIn<S>);
  return err({ kind: "rule", code: "town.policy.wrong_state", params: { state: policy.state } });
}

export type PolicyBirth = { readonly id: PolicyId; readonly townId: TownId; readonly form: PolicyForm; readonly number: string };

export function draft(birth: PolicyBirth, content: PolicyContent, { by, at }: Act): Decision<PolicyIn<"draft">, PolicyEvent> {
  return { next: { ...birth, state: "draft", content, writtenBy: by.personId, createdAt: at, version: 0 }, events: [] };
}

/** What is published stays as it reads until the amendment is published too. */
export function rewrite(
  policy: PolicyIn<"draft" | "published">,
  content: PolicyContent,
  { by }: Act,
): Decision<PolicyIn<"draft" | "published">, PolicyEvent> {
  if (policy.state === "draft") return { next: { ...policy, content, writtenBy: by.personId }, events: [] };
  return { next: { ...policy, amendment: content, amendedBy: by.personId }, events: [] };
}

function soundDates({ validFrom, validUntil, deadline }: PolicyContent, today: LocalDate): PolicyRefusal | null {
  if (validUntil !== null && validUntil < validFrom)
    return { kind: "rule", code: "town.policy.dates_crossed", field: "content.validUntil" };
  if (deadline !== null && validUntil !== null && deadline > validUntil)
    return { kind: "rule", code: "town.policy.dates_crossed", field: "content.deadline" };
  return deadline !== null && deadline < today ? { kind: "rule", code: "town.policy.deadline_past", field: "content.deadline" } : null;
}

/** A policy binds the town, so a second person publishes what the first has written; a notice needs one. */
export function publish(policy: PolicyIn<"draft" | "published">, { by, at }: Act): Outcome<"published"> {
  const pending = policy.state === "draft" ? { content: policy.content, writtenBy: policy.writtenBy } : pendingOf(policy);
  if (pending === null) return err({ kind: "rule", code: "town.policy.nothing_to_publish" });
  if (policy.form === "policy" && pending.writtenBy === by.personId) return err({ kind: "forbidden", code: "town.policy.own_writing" });
  const unsound = soundDates(pending.content, localDateAt(at));
  if (unsound !== null) return err(unsound);
  const revision = policy.state === "draft" ? 1 : policy.revision + 1;
  const { id, townId, form, number, createdAt, version } = policy;
  const kept = { id, townId, form, number, createdAt, version };
  const next: PolicyIn<"published"> = {
    ...kept,
    ...pending,
    state: "published",
    revision,
    publishedBy: by.personId,
    publishedAt: at,
    amendment: null,
    amendedBy: null,
  };
  return ok({ next, events: [{ type: "town.policy.published.v1", policyId: id, townId, form, revision }] });
}

const pendingOf = ({ amendment, amendedBy }: PolicyIn<"published">) =>
  amendment === null || amendedBy === null ? null : { content: amendment, writtenBy: amendedBy };

export function withdraw(policy: PolicyIn<"published">, reason: string, { at }: Act): Outcome<"withdrawn"> {
  const { amendment: _a, amendedBy: _b, ...kept } = policy;
  const next: PolicyIn<"withdrawn"> = { ...kept, state: "withdrawn", withdrawnAt: at, reason };
  return ok({ next, events: [{ type: "town.policy.withdrawn.v1", policyId: policy.id, townId: policy.townId, form: policy.form }] });
}
