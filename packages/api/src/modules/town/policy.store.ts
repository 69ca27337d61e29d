import { Prisma } from "@jizhen/db";
import { type Permission, Policy, type PolicyEvent, type PolicyId, type PolicyState } from "@jizhen/domain-town";
import type { Decision, Json } from "@jizhen/kernel";
import { record } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

const absent = {
  revision: null,
  publishedBy: null,
  publishedAt: null,
  amendment: Prisma.DbNull,
  amendedBy: null,
  withdrawnAt: null,
  reason: null,
};
const onceFields = ["revision", "publishedBy", "publishedAt"];
const fieldsOf: Record<PolicyState, readonly string[]> = {
  draft: [],
  published: [...onceFields, "amendment", "amendedBy"],
  withdrawn: [...onceFields, "withdrawnAt", "reason"],
};

export type PolicyRow = Readonly<Record<string, unknown>> & { readonly state: string };

/** The row is flat and nullable; the domain is not. */
export function toPolicy(row: PolicyRow): Policy {
  const kept = fieldsOf[row.state as PolicyState];
  return Policy.parse(Object.fromEntries(Object.entries(row).filter(([name]) => !(name in absent) || kept.includes(name))));
}

export async function getPolicy(tx: Tx, id: PolicyId): Promise<Policy> {
  const row = await tx.db.policy.findUnique({ where: { townId_id: { townId: tx.by.townId, id } } });
  return row ? toPolicy(row) : refuse({ kind: "not_found", code: "town.policy.unknown" });
}

const columnsOf = (policy: Policy) => {
  const { amendment, ...rest } = { amendment: null, ...policy };
  return { ...absent, ...rest, amendment: amendment ?? Prisma.DbNull };
};

export async function create(tx: Tx, { next }: Decision<Policy, PolicyEvent>): Promise<{ id: PolicyId; version: number }> {
  await tx.db.policy.create({ data: columnsOf(next) });
  await finish(tx, "town.policy.save", next, [], { form: next.form });
  return { id: next.id, version: next.version };
}

/** The only way to change a policy: state, history and announcements move together or not at all. */
export async function commit(
  tx: Tx,
  action: Permission,
  before: Policy,
  { next, events }: Decision<Policy, PolicyEvent>,
  facts: { readonly [key: string]: Json } = {},
): Promise<{ id: PolicyId; version: number }> {
  const { id, townId, version, ...fields } = columnsOf(next);
  const { count } = await tx.db.policy.updateMany({
    where: { townId, id, version: before.version },
    data: { ...fields, version: version + 1 },
  });
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await finish(tx, action, next, events, { ...facts, from: before.state, state: next.state });
  return { id: next.id, version: version + 1 };
}

/** What is published is written down for good: amended or withdrawn later, it stays readable as it was. */
export async function keepRevision(tx: Tx, next: Policy): Promise<void> {
  if (next.state !== "published") return;
  const { townId, id: policyId, revision, content, writtenBy, publishedBy, publishedAt: at } = next;
  await tx.db.policyRevision.create({ data: { townId, policyId, revision, content, writtenBy, publishedBy, at } });
}

async function finish(tx: Tx, action: Permission, { id }: Policy, events: readonly PolicyEvent[], facts: Json): Promise<void> {
  await record(tx, action, id, facts);
  await publish(tx, events);
  hint(tx, { town: true }, `town.policy:${id}`);
}
