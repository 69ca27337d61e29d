import { type Membership, noPromises, type OpenPromises } from "@jizhen/domain-town";
import type { OrgId } from "@jizhen/kernel";
import type { AnyTx } from "../../platform/ask.ts";
import { platformActor, type Tx } from "../../platform/tx.ts";
import { townFor } from "../../trpc/context.ts";
import { townsVisited } from "./membership.store.ts";

/** What the functions hold an organisation to in one town; each answers in `wiring.ts`. */
async function inTown(tx: AnyTx, organisationId: OrgId): Promise<OpenPromises> {
  const { openPromises } = tx.services;
  const [procurement, trade] = await Promise.all([openPromises.procurement(tx, organisationId), openPromises.trade(tx, organisationId)]);
  return { procurement, trade };
}

const sum = (all: readonly OpenPromises[]): OpenPromises =>
  all.reduce((total, one) => ({ procurement: total.procurement + one.procurement, trade: total.trade + one.trade }), noPromises);

/** A firm at home here leaves its visits too, so what it promised in the towns it visits counts as well: a number, nothing else. */
export async function openPromisesOf(tx: Tx, { organisationId, visiting }: Membership): Promise<OpenPromises> {
  const found = [await inTown(tx, organisationId)];
  if (visiting) return sum(found);
  for (const townId of await townsVisited(tx, organisationId)) {
    found.push(await townFor(tx.services, platformActor(townId), null).read((there) => inTown(there, organisationId)));
  }
  return sum(found);
}
