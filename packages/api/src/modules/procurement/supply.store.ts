import { type Capability, type CapabilityDocument, type Slots, slotsOf, statementOf } from "@jizhen/domain-procurement";
import { type CapabilityStatement, familyOf } from "@jizhen/spec";
import type { Tx } from "../../platform/tx.ts";

/** One row of the narrow table: where a source stands in the covering index, and what a first ranking reads beside it. */
export type SlotRow = Slots & {
  readonly family: string;
  readonly organisationId: string;
  readonly regionCode: string;
  readonly leadDays: number;
  readonly evidence: number;
  readonly freeShare: number;
};

export type SlotFacts = {
  readonly organisationId: string;
  readonly works: string | null;
  readonly leadDays: number | null;
  readonly evidence: number;
};

/** Rows for any source of supply; the town's trade writes the rows of its offers with them, in the offer's own commit. */
export const rowsOf = (statement: CapabilityStatement, facts: SlotFacts): readonly SlotRow[] =>
  slotsOf(statement, familyOf(statement.family)).map((slots) => ({
    ...slots,
    family: statement.family,
    organisationId: facts.organisationId,
    regionCode: facts.works ?? "",
    leadDays: facts.leadDays ?? -1,
    evidence: facts.evidence,
    freeShare: -1,
  }));

const bestEvidence = (documents: readonly CapabilityDocument[], verified: boolean): number =>
  verified ? 85 : documents.some(({ state, fileId }) => state === "held" && fileId !== null) ? 70 : 40;

/** Only what is declared or verified is found. */
export function slotRowsOf(capability: Capability): readonly SlotRow[] {
  if (capability.status === "draft" || capability.status === "withdrawn") return [];
  const { content, organisationId } = capability;
  const evidence = bestEvidence(content.documents, capability.status === "verified");
  return rowsOf(statementOf(content), { organisationId, works: content.works, leadDays: content.leadDays, evidence });
}

/** A source's rows as they are from now on; none takes it out of matching. Called in the commit of what they describe. */
export async function replaceSlots(tx: Tx, source: string, rows: readonly SlotRow[]): Promise<void> {
  await tx.query("delete from supply_slot where town_id = $1 and source = $2", [tx.by.townId, source]);
  if (rows.length === 0) return;
  await tx.query(
    `insert into supply_slot (town_id, family, slot1, slot2, slot3, size_low, size_high, source, row_no, organisation_id, region_code, lead_days, evidence, free_share)
     select $1, r.family, r.slot1, r.slot2, r.slot3, r."sizeLow", r."sizeHigh", $2, r."rowNo", r."organisationId", r."regionCode", r."leadDays", r.evidence, r."freeShare"
       from jsonb_to_recordset($3::jsonb) as r(family text, slot1 text, slot2 text, slot3 text, "sizeLow" int, "sizeHigh" int, "rowNo" int,
            "organisationId" text, "regionCode" text, "leadDays" int, evidence int, "freeShare" int)`,
    [tx.by.townId, source, JSON.stringify(rows.map((row, rowNo) => ({ ...row, rowNo })))],
  );
}
