import type { PurchaseRequest, RequestIn } from "@jizhen/domain-procurement";
import type { Json, OrgId } from "@jizhen/kernel";
import { hint } from "../../platform/live.ts";
import { notify } from "../../platform/notify.ts";
import type { Tx } from "../../platform/tx.ts";
import { memberFacts } from "../town/public.ts";
import { aboutRequest, supplierLink } from "./request.notices.ts";

export type Invitation = {
  readonly supplierId: OrgId;
  readonly via: "match" | "buyer" | "link";
  readonly lines: readonly number[];
  readonly score: number | null;
  readonly explanation: Json | null;
};

/** Writes who is asked for which lines; who has been asked already is not asked again. Returns those who are new. */
export async function inviteOnce(tx: Tx, request: PurchaseRequest, invitations: readonly Invitation[]): Promise<OrgId[]> {
  const wanted = invitations.filter(({ supplierId }) => supplierId !== request.buyerId);
  if (wanted.length === 0) return [];
  const rows = await tx.query<{ supplierId: OrgId }>(
    `insert into request_invitation (town_id, request_id, supplier_id, via, lines, score, explanation, at)
     select $1, $2, i."supplierId", i.via, i.lines, i.score, i.explanation, $3::timestamptz
       from jsonb_to_recordset($4::jsonb) as i("supplierId" text, via text, lines int[], score int, explanation jsonb)
     on conflict do nothing returning supplier_id as "supplierId"`,
    [tx.by.townId, request.id, tx.at.toISOString(), JSON.stringify(wanted)],
  );
  const fresh = rows.map(({ supplierId }) => supplierId);
  if (request.status === "quoting") await tellInvited(tx, request, fresh);
  return fresh;
}

/** A message and a fresh board for each firm asked; none of them learns who else was (P21). */
export async function tellInvited(tx: Tx, request: RequestIn<"quoting">, suppliers: readonly OrgId[]): Promise<void> {
  if (suppliers.length === 0) return;
  const hidden = request.terms.buyerHidden;
  const buyer = (await memberFacts(tx, [request.buyerId])).get(request.buyerId)?.nameZh ?? "";
  for (const organisationId of suppliers) {
    await notify(tx, {
      to: { organisationId, permission: "procurement.quote.save" },
      kind: hidden ? "procurement.request.invited_hidden" : "procurement.request.invited",
      params: { ...aboutRequest(request), ...(hidden ? {} : { buyer }) },
      link: supplierLink(request.id),
      source: `${request.id}:invited`,
    });
    hint(tx, { organisationId }, `procurement.request:${request.id}`);
  }
}

export async function invitedSuppliers(tx: Tx, request: PurchaseRequest): Promise<OrgId[]> {
  const sql = `select supplier_id as "supplierId" from request_invitation where town_id = $1 and request_id = $2 order by supplier_id`;
  return (await tx.query<{ supplierId: OrgId }>(sql, [tx.by.townId, request.id])).map(({ supplierId }) => supplierId);
}
