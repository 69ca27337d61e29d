import type { MeasureEvent } from "@jizhen/domain-town";
import type { Heard } from "../../platform/events.ts";
import { notify } from "../../platform/notify.ts";
import type { Tx } from "../../platform/tx.ts";
import { getOrganisation } from "./organisation.store.ts";
import { townHere } from "./town.views.ts";

/** A measure waits for a second person. */
export async function tellSecondPerson(tx: Tx, { organisationId, kind }: MeasureEvent, { eventId }: Heard): Promise<void> {
  const { administrationId } = await townHere(tx);
  if (administrationId === null) return;
  const { nameZh } = await getOrganisation(tx, organisationId);
  const to = { organisationId: administrationId, permission: "town.measure.confirm" } as const;
  await notify(tx, { to, kind: `town.measure.proposed.${kind}`, params: { name: nameZh }, link: "/town/measures", source: eventId });
}

/** Whoever owned the firm until now learns that the town has given it another owner. */
export async function tellFormerOwners(tx: Tx, { organisationId, kind }: MeasureEvent, { eventId }: Heard): Promise<void> {
  if (kind !== "recover_owner") return;
  const town = await townHere(tx);
  const params = { town: town.nameZh, townEn: town.nameEn };
  const to = { organisationId, permission: "town.seat.handOver" } as const;
  await notify(tx, { to, kind: "town.seat.owner_recovered", params, link: "/members?tab=log", source: eventId });
}
