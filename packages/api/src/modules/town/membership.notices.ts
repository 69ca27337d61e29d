import type { MembershipEvent, MembershipSuspended } from "@jizhen/domain-town";
import type * as z from "zod";
import type { Heard } from "../../platform/events.ts";
import { notify } from "../../platform/notify.ts";
import { platformActor, type Tx } from "../../platform/tx.ts";
import { townFor } from "../../trpc/context.ts";
import { followLeaving } from "./membership.leaving.ts";
import { townsVisited } from "./membership.store.ts";
import { followReinstatement, followSuspension } from "./membership.usecases.ts";
import { getOrganisation } from "./organisation.store.ts";
import { townHere } from "./town.views.ts";

type About = Pick<MembershipEvent, "membershipId" | "organisationId">;

/** Something waits for the administration: its to-do list is one press away. */
export async function tellAdministration(tx: Tx, kind: string, { membershipId, organisationId }: About, { eventId }: Heard): Promise<void> {
  const { administrationId } = await townHere(tx);
  if (administrationId === null) return;
  const { nameZh } = await getOrganisation(tx, organisationId);
  const to = { organisationId: administrationId, permission: "town.membership.read" } as const;
  await notify(tx, { to, kind, params: { name: nameZh }, link: `/town/members/${membershipId}`, source: eventId });
}

/** The member is told of every decision about it. */
export async function tellMember(tx: Tx, kind: string, { organisationId }: About, { eventId }: Heard): Promise<void> {
  const town = await townHere(tx);
  const params = { town: town.nameZh, townEn: town.nameEn };
  await notify(tx, { to: { organisationId }, kind, params, link: "/membership", source: eventId });
}

/** A suspension at home reaches every town where the firm visits; each is written behind its own wall. */
export async function spreadSuspension(tx: Tx, event: z.infer<typeof MembershipSuspended>): Promise<void> {
  if (event.visiting) return;
  const until = event.until === null ? null : new Date(event.until);
  await inEveryHost(tx, event, (host) => followSuspension(host, event.organisationId, until));
}

export async function spreadReinstatement(tx: Tx, event: About & { readonly visiting: boolean }): Promise<void> {
  if (event.visiting) return;
  await inEveryHost(tx, event, (host) => followReinstatement(host, event.organisationId));
}

/** Who is no member at home any more visits nowhere. */
export async function spreadLeaving(tx: Tx, event: About & { readonly visiting: boolean }): Promise<void> {
  if (event.visiting) return;
  await inEveryHost(tx, event, (host) => followLeaving(host, event.organisationId));
}

async function inEveryHost(tx: Tx, { organisationId }: About, work: (host: Tx) => Promise<void>): Promise<void> {
  for (const townId of await townsVisited(tx, organisationId)) await townFor(tx.services, platformActor(townId), null).write(work);
}
