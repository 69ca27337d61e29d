import type { TownEvent } from "@jizhen/domain-town";
import type { Heard } from "../../platform/events.ts";
import { notify } from "../../platform/notify.ts";
import { platformActor, type Tx } from "../../platform/tx.ts";
import { townFor } from "../../trpc/context.ts";
import { townHere } from "./town.views.ts";

/** The province decided about a town: its administration and its members are told behind the town's own wall. */
export async function tellTown(tx: Tx, kind: string, { subjectTown, administrationId }: TownEvent, { eventId }: Heard): Promise<void> {
  await townFor(tx.services, platformActor(subjectTown), null).write(async (there) => {
    const { nameZh, nameEn } = await townHere(there);
    const params = { town: nameZh, townEn: nameEn };
    const source = eventId;
    if (administrationId !== null)
      await notify(there, { to: { organisationId: administrationId }, kind, params, link: "/town/settings", source });
    const members = await there.query<{ id: string }>(
      "select distinct organisation_id as id from membership_card where host_town = $1 and state in ('active', 'suspended') and kind <> 'administration'",
      [subjectTown],
    );
    for (const { id } of members) await notify(there, { to: { organisationId: id }, kind, params, link: "/membership", source });
  });
}
