import { aNewcomer } from "../../packages/api/src/modules/town/town.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import type { Driver, Ground } from "../support/machine.ts";
import { around, barred, type Check, movesOf, stays, took } from "../support/moves.ts";
import { brokenOf, type Thing } from "../support/one-thing.ts";

/** A link to one seat; its week may have passed. */
type Model = { readonly state: "sent" | "accepted" | "revoked"; readonly late: boolean };
type Real = Thing & { readonly ground: Ground; readonly owner: Someone; readonly guest: Someone; readonly token: string };
const machine = "town.invitation";

const own = ({ ground: { world }, owner }: Real) => world.as(owner).town.invitation;
const accept = ({ ground: { world }, token }: Real, who: Someone) => world.as(who, { workspace: null }).town.invitation.accept({ token });

const move = movesOf<Model, Real>(machine, ({ state }) => state);
const spent: Check<Model> = [({ state }) => state === "accepted", "town.invitation.spent"];
const revoked: Check<Model> = [({ state }) => state === "revoked", "town.invitation.revoked"];
const expired: Check<Model> = [({ late }) => late, "town.invitation.expired"];
const unless = (checks: readonly Check<Model>[], otherwise: string) => (model: Model) =>
  checks.find(([holds]) => holds(model))?.[1] ?? otherwise;

export const invitation: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world } = ground;
    const owner = await world.firm(world.dingxiang, "Inviting");
    const guest = await aNewcomer(world, "受邀人");
    const { id } = await world.as(owner).town.invitation.send({ email: guest.email, roles: ["buyer"] });
    const [line] = await world.as(owner).town.invitation.list();
    const real = { id, version: 0, ground, owner, guest, token: line?.path.split("/").at(-1) ?? "" };
    return { model: { state: "sent", late: false }, real };
  },
  moves: [
    move(
      "accept",
      [spent, revoked, expired],
      (model) => ({ next: { ...model, state: "accepted" }, took: [took(machine, "sent", "accept", "accepted")] }),
      (real) => accept(real, real.guest),
    ),
    move(
      "revoke",
      [spent, revoked],
      (model) => ({ next: { ...model, state: "revoked" }, took: [took(machine, "sent", "revoke", "revoked")] }),
      (real) => own(real).revoke({ invitationId: real.id as never }),
    ),
    around(
      "its week passes",
      ({ late }) => !late,
      (model) => stays({ ...model, late: true }),
      ({ ground: { world } }) => world.later({ days: 7 }),
    ),
    barred("accept by somebody else", unless([spent, revoked, expired], "town.invitation.for_another"), (real) =>
      accept(real, real.ground.world.stranger),
    ),
    barred("accept before the address is proved", unless([spent, revoked, expired], "town.invitation.email_unverified"), async (real) => {
      const prove = (isProved: boolean) =>
        real.ground.sql("update person set email_verified = $2 where id = $1", [real.guest.actor.personId, isProved]);
      await prove(false);
      try {
        await accept(real, real.guest);
      } finally {
        await prove(true);
      }
    }),
    barred("accept with a made-up link", "town.invitation.unknown", (real) => accept({ ...real, token: "0".repeat(64) }, real.guest)),
    barred("revoke by another firm", "town.invitation.unknown", ({ ground: { world }, id }) =>
      world.as(world.rival).town.invitation.revoke({ invitationId: id as never }),
    ),
    barred("revoke by a salesman", "platform.not_permitted", ({ ground: { world }, id }) =>
      world.as(world.seller).town.invitation.revoke({ invitationId: id as never }),
    ),
  ],
  tours: [
    ["accept", "its week passes"],
    ["revoke", "its week passes"],
    ["its week passes", "revoke"],
  ],
  cases: [],
  statuses: (model) => model,
  read: async (real) => {
    const [row] = await real.ground.sql<{ state: string; late: boolean; digest: string }>(
      `select i.state, jizhen_clock() >= i.expires_at as late, md5(concat(i::text, (select string_agg(s::text, '') from seat s where s.organisation_id = i.organisation_id))) as digest
         from invitation i where i.id = $1`,
      [real.id],
    );
    if (!row) throw new Error(`${real.id} is gone`);
    const { digest, ...statuses } = row;
    return { statuses, digest };
  },
  violations: ({ ground, id }) => brokenOf(ground, oneSeat, id),
};

const oneSeat = [
  `select 'an invitation opened ' || n || ' seats while ' || state as broken
     from (select i.state, (select count(*) from seat s where s.organisation_id = i.organisation_id and s.opened_at >= i.sent_at) as n from invitation i where i.id = $1) found
    where n <> case when state = 'accepted' then 1 else 0 end`,
];
