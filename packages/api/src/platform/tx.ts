import type { TownRead, TownTx } from "@jizhen/db";
import { type Actor, OrgId, PersonId, type TownId } from "@jizhen/kernel";
import type { Services } from "./services.ts";

/** The write handle of use cases and stores: one town, one actor, one instant, one transaction, and what the process offers. */
export type Tx = TownTx & { readonly services: Services };

/** The read handle of views: named statements behind the town's wall. A view still filters by `by.orgId`. */
export type ReadTx = TownRead & { readonly services: Services };

/** A town opened for one actor. */
export type Town = {
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

const nobody = "0".repeat(26);
/** Stands where no organisation acts: the platform itself, or a person who has none yet. */
export const nobodyOrganisation = OrgId.parse(`org_${nobody}`);

/** The platform itself, acting in one town for no person: reactions, timers and the demo's set-up. */
export const platformActor = (townId: TownId): Actor => ({
  townId,
  orgId: nobodyOrganisation,
  personId: PersonId.parse(`pers_${nobody}`),
});
