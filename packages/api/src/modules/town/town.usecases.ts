import { newId } from "@jizhen/db";
import {
  admitNumber,
  type InvitationId,
  InvitedEmail,
  invitations,
  towns as life,
  type Organisation,
  OrganisationEntry,
  ReasonText,
  regionCodeOf,
  type Town,
  TownEntry,
  TownRules,
} from "@jizhen/domain-town";
import { type Json, type OrgId, TownId } from "@jizhen/kernel";
import { PackCode } from "@jizhen/spec";
import * as z from "zod";
import type { Identity, Workspace } from "../../platform/actor.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import { platformActor, type Town as TownDoor, type Tx } from "../../platform/tx.ts";
import { townFor } from "../../trpc/context.ts";
import { runningRequests } from "../procurement/public.ts";
import { runningOrders } from "../trade/public.ts";
import { refreshCards } from "./document.store.ts";
import * as invitationStore from "./invitation.store.ts";
import * as organisationStore from "./organisation.store.ts";
import { cardOf } from "./organisation.usecases.ts";
import * as store from "./town.store.ts";
import { findTownCard, type TownCard } from "./town.views.ts";

export const PrepareInput = z.strictObject({
  town: TownEntry,
  administration: OrganisationEntry.pick({ number: true, nameZh: true, nameEn: true, shownExactly: true }),
  administrators: z.tuple([InvitedEmail, InvitedEmail]),
});
const on = { townId: TownId, version: z.int().min(0) };
export const OnTown = z.strictObject(on);
export const PauseInput = z.strictObject({ ...on, reason: ReasonText });
export const CloseInput = z.strictObject({ ...on, reason: ReasonText, successorId: TownId.nullable() });
export const AppointInput = z.strictObject({ townId: TownId, email: InvitedEmail });
export const RulesInput = z.strictObject({ version: z.int().min(0), rules: TownRules });

type Moved = Promise<{ id: TownId; version: number }>;

/** A town that is not open yet is known to the province, which prepares it, and to those who will administer it; for others there is none. */
export async function getTown(services: Services, identity: () => Promise<Identity>, townId: TownId): Promise<TownCard> {
  const card = await findTownCard(services, townId);
  if (card !== null && (card.state !== "prepared" || mayKnowPrepared((await identity()).workspace, townId))) return card;
  return refuse({ kind: "not_found", code: "town.town.unknown" });
}

const mayKnowPrepared = (workspace: Workspace | null, townId: TownId): boolean =>
  workspace !== null &&
  (workspace.permissions.has("town.town.survey") || (workspace.actor.townId === townId && workspace.permissions.has("town.town.read")));

async function load(tx: Tx, { townId, version }: z.infer<typeof OnTown>): Promise<Town> {
  const town = await store.getTownRow(tx, townId);
  return town.version === version ? town : refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
}

/** The town, the organisation that governs it, and the invitations of its first two administrators, or none of them. */
export async function prepareTown(tx: Tx, input: z.infer<typeof PrepareInput>): Promise<{ id: TownId; invitations: InvitationId[] }> {
  const [first, second] = input.administrators;
  if (first === second) refuse({ kind: "rule", code: "town.town.same_administrator", field: "administrators.1" });
  const birth = { id: newId("town"), administrationId: newId("org"), demo: false };
  const decision = orRefuse(life.prepare(input.town, birth, PackCode.options, tx));
  await found(tx, birth.administrationId, birth.id, input.administration);
  await store.create(tx, decision);
  const invitations = [];
  for (const email of input.administrators) invitations.push(await invite(tx, birth.administrationId, email));
  return { id: birth.id, invitations };
}

async function found(tx: Tx, id: OrgId, homeTown: TownId, entry: z.infer<typeof PrepareInput>["administration"]): Promise<void> {
  const { number, codeState } = orRefuse(admitNumber({ country: "CN", ...entry }));
  const { nameZh, nameEn } = entry;
  const made = { id, country: "CN", number, nameZh, nameEn, codeState, regionCode: regionCodeOf(number), homeTown };
  const next: Organisation = { ...made, demo: false, createdAt: tx.at, version: 0 };
  const event = { type: "town.organisation.registered.v1", organisationId: id, townId: homeTown, card: cardOf(next) } as const;
  await organisationStore.createOnce(tx, { next, events: [event] });
}

async function invite(tx: Tx, organisationId: OrgId, email: string): Promise<InvitationId> {
  const draft = { id: newId("invt"), organisationId, email, roles: ["town_administrator"] } as const;
  const { next } = orRefuse(invitations.send(draft, ["town_administrator"], tx));
  await invitationStore.create(tx, next);
  return next.id;
}

/** A further administrator, when one of the first two never came; once open, the town's own administrators invite. */
export async function appoint(tx: Tx, { townId, email }: z.infer<typeof AppointInput>): Promise<{ id: InvitationId }> {
  const { administrationId } = orRefuse(life.insistTownState(await store.getTownRow(tx, townId), "prepared"));
  if (administrationId === null) return refuse({ kind: "not_found", code: "town.town.unknown" });
  if (await invitationStore.emailSeated(tx, administrationId, email))
    refuse({ kind: "conflict", code: "town.seat.already_seated", field: "email" });
  return { id: await invite(tx, administrationId, email) };
}

export async function openForBusiness(tx: Tx, input: z.infer<typeof OnTown>): Moved {
  const prepared = orRefuse(life.insistTownState(await load(tx, input), "prepared"));
  return store.commit(tx, "town.town.open", prepared, orRefuse(life.open(prepared, await store.countAdministrators(tx, prepared))));
}

export async function pauseTown(tx: Tx, input: z.infer<typeof PauseInput>): Moved {
  const town = orRefuse(life.insistTownState(await load(tx, input), "open"));
  return store.commit(tx, "town.town.pause", town, orRefuse(life.pause(town, input.reason)), { reason: input.reason });
}

export async function resumeTown(tx: Tx, input: z.infer<typeof OnTown>): Moved {
  const town = orRefuse(life.insistTownState(await load(tx, input), "paused"));
  return store.commit(tx, "town.town.resume", town, orRefuse(life.resume(town)));
}

export async function closeTown(tx: Tx, input: z.infer<typeof CloseInput>): Moved {
  const town = orRefuse(life.insistTownState(await load(tx, input), "prepared", "paused"));
  const running = await townFor(tx.services, platformActor(town.id), null).read(async (there) => ({
    requests: await runningRequests(there),
    orders: await runningOrders(there),
  }));
  const successor = input.successorId === null ? null : await store.getTownRow(tx, input.successorId);
  const decision = orRefuse(life.close(town, { reason: input.reason, successor }, running));
  return store.commit(tx, "town.town.close", town, decision, { reason: input.reason, successorId: input.successorId });
}

/** The administration writes the rules of the town it acts in, and of no other. */
export async function saveRules(door: TownDoor, { version, rules }: z.infer<typeof RulesInput>): Moved {
  return door.write(async (tx) => {
    const town = await load(tx, { townId: tx.by.townId, version });
    const changed: Json = Object.keys(rules).filter(
      (key) => JSON.stringify(rules[key as keyof TownRules]) !== JSON.stringify(town.rules[key as keyof TownRules]),
    );
    const saved = await store.commit(tx, "town.town.saveRules", town, orRefuse(life.changeRules(town, rules)), { changed });
    await refreshCards(tx, null);
    return saved;
  });
}
