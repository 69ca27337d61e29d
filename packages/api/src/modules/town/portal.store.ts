import { record } from "../../platform/audit.ts";
import type { Tx } from "../../platform/tx.ts";

export type Introduction = { readonly introductionZh: string; readonly introductionEn: string | null };

/** Consent of one's own firm to stand on the public page, with the words it chose. */
export async function show(tx: Tx, { introductionZh, introductionEn }: Introduction): Promise<void> {
  const { townId, orgId: organisationId, personId } = tx.by;
  const data = { introductionZh, introductionEn, shownAt: tx.at, shownBy: personId, hiddenAt: null };
  await tx.db.portalListing.upsert({
    where: { townId_organisationId: { townId, organisationId } },
    create: { townId, organisationId, ...data },
    update: data,
  });
  await record(tx, "town.portal.show", organisationId, { organisationId });
}

export async function hide(tx: Tx): Promise<void> {
  const { townId, orgId: organisationId } = tx.by;
  await tx.db.portalListing.updateMany({ where: { townId, organisationId, hiddenAt: null }, data: { hiddenAt: tx.at } });
  await record(tx, "town.portal.hide", organisationId, { organisationId });
}
