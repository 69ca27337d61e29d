import { Organisation, type OrganisationEvent, type Permission } from "@jizhen/domain-town";
import type { Decision, Json, OrgId } from "@jizhen/kernel";
import { record } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

export async function getOrganisation(tx: Tx, id: OrgId): Promise<Organisation> {
  const row = await tx.db.organisation.findUnique({ where: { id } });
  return row ? Organisation.parse(row) : refuse({ kind: "not_found", code: "town.organisation.unknown" });
}

/** Holds the organisation's row: whoever changes its seats waits here, so that counts of owners stay true. */
export async function lockOrganisation(tx: Tx, id: OrgId): Promise<void> {
  const rows = await tx.query("select id from organisation where id = $1 for update", [id]);
  if (rows.length === 0) refuse({ kind: "not_found", code: "town.organisation.unknown" });
}

/** One organisation per country and number in the whole deployment: of any number that register at once, one does. */
export async function createOnce(tx: Tx, { next, events }: Decision<Organisation, OrganisationEvent>): Promise<void> {
  const made = await tx.query(
    `insert into organisation (id, country, number, name_zh, name_en, code_state, region_code, home_town, demo, created_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz, 0) on conflict (country, number) do nothing returning id`,
    [
      next.id,
      next.country,
      next.number,
      next.nameZh,
      next.nameEn,
      next.codeState,
      next.regionCode,
      next.homeTown,
      next.demo,
      next.createdAt.toISOString(),
    ],
  );
  if (made.length === 0) refuse({ kind: "conflict", code: "town.organisation.code_taken", field: "number" });
  await record(tx, "town.organisation.register", next.id, { organisationId: next.id, number: next.number, codeState: next.codeState });
  await publish(tx, events);
}

export async function commit(
  tx: Tx,
  action: Permission,
  before: Organisation,
  { next, events }: Decision<Organisation, OrganisationEvent>,
  facts: { readonly [key: string]: Json } = {},
): Promise<{ id: OrgId; version: number }> {
  const { id, version, ...fields } = next;
  const { count } = await tx.db.organisation.updateMany({
    where: { id, version: before.version },
    data: { ...fields, version: version + 1 },
  });
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await record(tx, action, id, { ...facts, organisationId: id });
  await publish(tx, events);
  return { id, version: version + 1 };
}
