import {
  actionsOfTown,
  actionsOnCapability,
  type Capability,
  type CapabilityAction,
  CapabilityId,
  isInForce,
} from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import { localDateAt } from "@jizhen/kernel";
import { FamilyCode } from "@jizhen/spec";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { type CapabilityRow, capabilityColumns, toCapability } from "./capability.store.ts";

type May = ReadonlySet<Permission>;
const allowed = (actions: readonly CapabilityAction[], may: May) => actions.filter((action) => may.has(`procurement.capability.${action}`));

/** The firm's own statements, newest family first; withdrawn ones last. */
export async function listCapabilities(tx: ReadTx, may: May) {
  const rows = await tx.query<CapabilityRow>(
    "procurement.capability.list",
    `select ${capabilityColumns} from capability c where c.town_id = $1 and c.organisation_id = $2 order by (c.status = 'withdrawn'), c.id desc limit 60`,
    [tx.by.townId, tx.by.orgId],
  );
  return { rows: rows.map((row) => shown(tx, toCapability(row), may)) };
}

export async function getCapability(tx: ReadTx, id: CapabilityId, may: May) {
  const [row] = await tx.query<CapabilityRow>(
    "procurement.capability.get",
    `select ${capabilityColumns} from capability c where c.town_id = $1 and c.id = $2 and c.organisation_id = $3`,
    [tx.by.townId, id, tx.by.orgId],
  );
  return row ? shown(tx, toCapability(row), may) : refuse({ kind: "not_found", code: "procurement.capability.unknown" });
}

function shown(tx: ReadTx, capability: Capability, may: May) {
  const { id, status, revision, version, content, updatedAt } = capability;
  return {
    id,
    status,
    revision,
    version,
    content,
    updatedAt,
    verification: capability.status === "verified" ? vouched(capability.verification) : null,
    inForce: isInForce(capability, localDateAt(tx.at)),
    actions: allowed(actionsOnCapability(capability, tx.by), may),
  };
}

/** Who of the administration vouched is its own business. */
const vouched = ({ attributes, accredited, note, at }: Extract<Capability, { status: "verified" }>["verification"]) => ({
  attributes,
  accredited,
  note,
  at,
});

export const ReviewFilter = z.strictObject({
  status: z.enum(["declared", "verified"]).nullable().default("declared"),
  family: FamilyCode.nullable().default(null),
  text: z.string().trim().max(80).default(""),
  cursor: z.strictObject({ id: CapabilityId }).nullish(),
  limit: z.int().min(1).max(50).default(20),
});
export type ReviewFilter = z.infer<typeof ReviewFilter>;

type ReviewRow = CapabilityRow & { nameZh: string; nameEn: string | null; demo: boolean };

/** What firms of the town state, for its administration; drafts and withdrawn statements are nobody's but the firm's. */
export async function reviewCapabilities(tx: ReadTx, { status, family, text, cursor, limit }: ReviewFilter, may: May) {
  const rows = await tx.query<ReviewRow>(
    "procurement.capability.review",
    `select ${capabilityColumns}, o.name_zh as "nameZh", o.name_en as "nameEn", o.demo from capability c join organisation o on o.id = c.organisation_id
      where c.town_id = $1 and c.status = any($2::text[]) and ($3::text is null or c.family = $3)
        and ($4 = '' or position(lower($4) in lower(o.name_zh || ' ' || coalesce(o.name_en, ''))) > 0) and ($5::text is null or c.id < $5)
      order by c.id desc limit $6::int`,
    [tx.by.townId, status === null ? ["declared", "verified"] : [status], family, text, cursor?.id ?? null, limit + 1],
  );
  const page = rows.slice(0, limit).map(({ nameZh, nameEn, demo, ...row }) => {
    const capability = toCapability(row);
    return { ...shown(tx, capability, may), organisation: { nameZh, nameEn, demo }, actions: allowed(actionsOfTown(capability), may) };
  });
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? { id: last.id } : null };
}
