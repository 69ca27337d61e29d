import type { RequestId } from "@jizhen/domain-procurement";
import type { OrgId } from "@jizhen/kernel";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";

type Firm = { organisationId: OrgId; nameZh: string; nameEn: string | null; demo: boolean; score: number | null };

/** Firms of the town that the buyer could still ask by name: the best of the last match first, then by name. Twenty at most. */
export async function firmsToInvite(tx: ReadTx, { requestId, text }: { requestId: RequestId; text: string }): Promise<Firm[]> {
  const [mine] = await tx.query<{ one: number }>(
    "procurement.match.others.buyer",
    "select 1 as one from purchase_request where town_id = $1 and id = $2 and buyer_id = $3",
    [tx.by.townId, requestId, tx.by.orgId],
  );
  if (!mine) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
  return tx.query<Firm>(
    "procurement.match.others",
    `select o.id as "organisationId", o.name_zh as "nameZh", o.name_en as "nameEn", o.demo, scored.score
       from organisation o
       left join (select c->>'orgId' as org_id, (c->>'score')::int as score
                    from (select result from match_run where town_id = $1 and request_id = $2 order by id desc limit 1) run,
                         jsonb_array_elements(run.result->'candidates') c) scored on scored.org_id = o.id
      where o.id <> $3
        and exists (select 1 from membership_card m where m.organisation_id = o.id and m.host_town = $1 and m.state = 'active')
        and not exists (select 1 from request_invitation i where i.town_id = $1 and i.request_id = $2 and i.supplier_id = o.id)
        and ($4 = '' or position(lower($4) in lower(o.name_zh || ' ' || coalesce(o.name_en, ''))) > 0)
      order by scored.score desc nulls last, o.name_zh, o.id limit 20`,
    [tx.by.townId, requestId, tx.by.orgId, text],
  );
}
