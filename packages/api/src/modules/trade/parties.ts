import type { OrderParty } from "@jizhen/domain-trade";
import { OrgId } from "@jizhen/kernel";
import type { Tx } from "../../platform/tx.ts";

type Row = { organisationId: string; nameZh: string; nameEn: string | null; country: string; number: string; demo: boolean };

/** Parties as they stand now, to be copied onto a paper; an organisation is known to every town. */
export async function partiesOf(tx: Tx, ids: readonly OrgId[]): Promise<ReadonlyMap<OrgId, OrderParty>> {
  const rows = await tx.query<Row>(
    `select id as "organisationId", name_zh as "nameZh", name_en as "nameEn", country, number, demo from organisation where id = any($1::text[])`,
    [ids],
  );
  return new Map(rows.map((row) => [OrgId.parse(row.organisationId), { ...row, organisationId: OrgId.parse(row.organisationId) }]));
}
