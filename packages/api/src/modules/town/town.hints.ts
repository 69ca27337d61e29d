import { hint } from "../../platform/live.ts";
import type { Tx } from "../../platform/tx.ts";
import { townHere } from "./town.views.ts";

/** Screens of these organisations and of the administration look again; nobody else learns that there was something to see. */
export async function hintSides(tx: Tx, topic: string, organisationIds: readonly string[]): Promise<void> {
  const { administrationId } = await townHere(tx);
  const told = new Set(administrationId === null ? organisationIds : [...organisationIds, administrationId]);
  for (const organisationId of told) hint(tx, { organisationId }, topic);
}
