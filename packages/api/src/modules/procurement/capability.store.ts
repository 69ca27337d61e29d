import {
  Capability,
  CapabilityContent,
  type CapabilityFact,
  type CapabilityId,
  type CapabilityIn,
  type CapabilityStatus,
  Verification,
} from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import type { Decision } from "@jizhen/kernel";
import type { FamilyCode } from "@jizhen/spec";
import * as z from "zod";
import { record } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { claimFiles } from "../../platform/files.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import { replaceSlots, slotRowsOf } from "./supply.store.ts";

export const capabilityColumns = `c.id, c.town_id as "townId", c.organisation_id as "organisationId", c.status, c.revision, c.content,
  c.updated_at as "updatedAt", c.version`;

export type CapabilityRow = {
  id: string;
  townId: string;
  organisationId: string;
  status: string;
  revision: number;
  content: unknown;
  updatedAt: Date;
  version: number;
};

/** The column holds the firm's words and, when verified, what the town vouches for. */
const Kept = z.strictObject({ statement: CapabilityContent, verification: Verification.nullable() });
export type KeptCapability = z.infer<typeof Kept>;

export function toCapability({ content, ...row }: CapabilityRow): Capability {
  const { statement, verification } = Kept.parse(content);
  return Capability.parse({ ...row, content: statement, ...(row.status === "verified" && { verification }) });
}

const kept = (capability: Capability): string =>
  JSON.stringify({ statement: capability.content, verification: capability.status === "verified" ? capability.verification : null });

export async function lockCapability(tx: Tx, id: CapabilityId): Promise<Capability | null> {
  const sql = `select ${capabilityColumns} from capability c where c.town_id = $1 and c.id = $2 for update`;
  const [row] = await tx.query<CapabilityRow>(sql, [tx.by.townId, id]);
  return row ? toCapability(row) : null;
}

export async function createCapability(tx: Tx, { next }: Decision<CapabilityIn<"draft">, CapabilityFact>): Promise<CapabilityIn<"draft">> {
  const made = await tx.query(
    `insert into capability (town_id, id, organisation_id, family, status, revision, content, valid_to, updated_at, version)
     values ($1, $2, $3, $4, $5, $6::int, $7::jsonb, $8::date, $9::timestamptz, 0)
     on conflict (town_id, organisation_id, family) where status <> 'withdrawn' do nothing returning id`,
    [
      tx.by.townId,
      next.id,
      next.organisationId,
      next.content.family,
      next.status,
      next.revision,
      kept(next),
      next.content.validTo,
      next.updatedAt.toISOString(),
    ],
  );
  if (made.length === 0) return refuseSecond(next.content.family);
  await claim(tx, next);
  await keepRevision(tx, next);
  await record(tx, "procurement.capability.save", next.id, { family: next.content.family, revision: next.revision });
  return next;
}

const refuseSecond = (family: FamilyCode): never =>
  refuse({ kind: "conflict", code: "procurement.capability.one_per_family", params: { family } });

/** The only way to change a capability: state, kept revision, narrow rows, history and announcements move together or not at all. */
export async function commitCapability<S extends CapabilityStatus>(
  tx: Tx,
  action: Permission,
  before: Capability,
  { next, events }: Decision<CapabilityIn<S>, CapabilityFact>,
): Promise<CapabilityIn<S>> {
  const changed = await tx.query(
    `update capability set family = $3, status = $4, revision = $5::int, content = $6::jsonb, valid_to = $7::date, updated_at = $8::timestamptz,
        version = version + 1
      where town_id = $1 and id = $2 and version = $9::int returning id`,
    [
      tx.by.townId,
      next.id,
      next.content.family,
      next.status,
      next.revision,
      kept(next),
      next.content.validTo,
      next.updatedAt.toISOString(),
      before.version,
    ],
  );
  if (changed.length === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  if (action === "procurement.capability.save") await claim(tx, next);
  await keepRevision(tx, next);
  await replaceSlots(tx, next.id, slotRowsOf(next));
  await record(tx, action, next.id, { from: before.status, to: next.status, revision: next.revision });
  await publish(tx, events);
  hint(tx, { organisationId: next.organisationId }, `procurement.capability:${next.id}`);
  return { ...next, version: before.version + 1 };
}

const claim = (tx: Tx, { id, content }: Capability): Promise<void> =>
  claimFiles(
    tx,
    content.documents.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
    "capability",
    id,
  );

async function keepRevision(tx: Tx, capability: Capability): Promise<void> {
  await tx.query(
    `insert into capability_revision (town_id, capability_id, revision, content, status, person_id, at)
     values ($1, $2, $3::int, $4::jsonb, $5, $6, $7::timestamptz)`,
    [
      tx.by.townId,
      capability.id,
      capability.revision,
      kept(capability),
      capability.status,
      tx.by.personId,
      capability.updatedAt.toISOString(),
    ],
  );
}
