import type { PurchaseRequest, RequestId } from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import type { TextKey } from "@jizhen/i18n";
import { type Json, millisecondsIn, type OrgId } from "@jizhen/kernel";
import { notify } from "../../platform/notify.ts";
import type { Tx } from "../../platform/tx.ts";

/** "2026-11-25 09:00" by the town's clock: read the same in both languages. */
export const townTime = (at: Date) => new Date(at.getTime() + 8 * millisecondsIn.hour).toISOString().slice(0, 16).replace("T", " ");

export const supplierLink = (id: RequestId) => `/selling/requests/${id}`;
export const buyerLink = (id: RequestId) => `/procurement/requests/${id}`;

export const aboutRequest = (request: PurchaseRequest): Record<string, Json> => ({
  title: request.terms.title,
  number: ("number" in request ? request.number : null) ?? "",
  closesAt: "closesAt" in request && request.closesAt !== null ? townTime(request.closesAt) : "",
});

type Kind = Extract<TextKey, `notification.procurement.${string}`> extends `notification.${infer K}` ? K : never;
type Words = { readonly kind: Kind; readonly params?: Readonly<Record<string, Json>>; readonly source: string };

const tell = (tx: Tx, request: PurchaseRequest, to: OrgId, permission: Permission, link: string, { kind, params = {}, source }: Words) =>
  notify(tx, {
    to: { organisationId: to, permission },
    kind,
    params: { ...aboutRequest(request), ...params },
    link,
    source: `${request.id}:${source}`,
  });

/** To the people of the buyer who may open and award. */
export const tellBuyer = (tx: Tx, request: PurchaseRequest, words: Words) =>
  tell(tx, request, request.buyerId, "procurement.request.open", buyerLink(request.id), words);

/** To the people of each supplier who quote for it. */
export async function tellSuppliers(tx: Tx, request: PurchaseRequest, suppliers: readonly OrgId[], words: Words): Promise<void> {
  for (const supplier of suppliers) await tell(tx, request, supplier, "procurement.quote.read", supplierLink(request.id), words);
}
