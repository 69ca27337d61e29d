import { MembershipId } from "@jizhen/domain-town";
import { type Reason, Refusal } from "@jizhen/kernel";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hint } from "../../platform/live.ts";
import { appRouter } from "../../root.ts";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { contextOf } from "../../trpc/context.ts";
import { callerOf } from "../../trpc/procedures.ts";
import { aLicence, aNewcomer, aNumber, anApplication, anEntry, aRegistration } from "./town.fixtures.ts";

const callAs = callerOf(appRouter);
let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

let count = 100;
const next = () => aNumber((count += 1));

const reasonOf = (error: unknown): Reason | null =>
  error instanceof TRPCError && error.cause instanceof Refusal ? error.cause.reason : null;
/** The code of a refusal; anything else fails the test with what it was. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => "was allowed",
    (thrown: unknown) => thrown,
  );
  const reason = reasonOf(error);
  if (!reason) throw error;
  return reason.code;
}

const admin = () => world.as(world.townAdministrator).town.membership;
const mine = async (who: Someone) => {
  const [own] = await world.as(who).town.membership.mine();
  if (!own) throw new Error("no membership");
  return own;
};
const on = async (who: Someone) => {
  const { membership } = await mine(who);
  return { membershipId: membership.id, version: membership.version };
};

/** A firm that the administration has admitted through every step. */
async function admitted(number = next()) {
  const made = await aRegistration(world, number);
  await admin().takeUp(await on(made.owner));
  await admin().admit({ ...(await on(made.owner)), confirmsCode: false });
  return made;
}

describe("registration", () => {
  it("makes one organisation of twenty that register at once under every spelling, in two towns (T1)", async () => {
    const number = next();
    const full = [...number].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join("");
    const spellings = [number, number.toLowerCase(), full, `${number.slice(0, 8)} ${number.slice(8)}`, number.replace(/(.{4})/g, "$1-")];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        aRegistration(world, spellings[n % spellings.length] ?? number, n % 2 ? world.dingxiang : world.xinghuacun),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [reasonOf(outcome.reason)?.code] : []));
    expect(new Set(codes)).toEqual(new Set(["town.organisation.code_taken"]));
    const rows = await world.asOwner("select id from organisation where number = $1", [number]);
    const seats = await world.asOwner("select s.id from seat s join organisation o on o.id = s.organisation_id where o.number = $1", [
      number,
    ]);
    expect([rows.length, seats.length]).toEqual([1, 1]);
  });

  it("asks once about a doubtful number, and takes the applicant's word that the licence shows it", async () => {
    const sound = next();
    const doubtful = `${sound.slice(0, 17)}${sound.endsWith("A") ? "B" : "A"}`;
    expect(await refusal(aRegistration(world, doubtful))).toBe("town.organisation.code_needs_confirmation");
    const { owner } = await aRegistration(world, doubtful, world.dingxiang, { shownExactly: true });
    await admin().takeUp(await on(owner));
    expect(await refusal(admin().admit({ ...(await on(owner)), confirmsCode: false }))).toBe("town.membership.code_unconfirmed");
    await admin().admit({ ...(await on(owner)), confirmsCode: true });
    const { membership } = await mine(owner);
    expect(membership.state === "active" && membership.codeConfirmedBy).toBe(world.townAdministrator.actor.personId);
  });

  it("cannot be admitted past the table with a doubtful number and no name (T8)", async () => {
    const { membershipId } = await aRegistration(world, next());
    const forced = world.asOwner("update membership set code_warned = true, state = 'active' where id = $1", [membershipId]);
    await expect(forced).rejects.toThrow("membership_warned_code_confirmed");
  });

  it("does not take somebody else's licence, nor one from another town", async () => {
    const [one, other] = [await aNewcomer(world, "甲"), await aNewcomer(world, "乙")];
    const input = (licence: Awaited<ReturnType<typeof aLicence>>) => ({
      townId: world.dingxiang.id,
      organisation: anEntry(next()),
      kind: "firm" as const,
      application: anApplication(licence),
      consentEdition: "2026-1",
    });
    const call = world.as(one, { workspace: null }).town.organisation;
    expect(await refusal(call.register(input(await aLicence(world, other, world.dingxiang.id))))).toBe("platform.file_unknown");
    expect(await refusal(call.register(input(await aLicence(world, one, world.xinghuacun.id))))).toBe("platform.file_unknown");
    expect(await refusal(call.register({ ...input(await aLicence(world, one, world.dingxiang.id)), consentEdition: "2020" }))).toBe(
      "town.membership.consent_outdated",
    );
  });

  it("tells a visitor at once what is wrong with a number, or that it is taken", async () => {
    const { organisation } = world.as(null).town;
    const check = (number: string) => organisation.checkNumber({ country: "CN", number, townId: world.dingxiang.id });
    const number = next();
    expect(await check(number)).toMatchObject({ number, warned: [], taken: false, region: { match: "county" } });
    await aRegistration(world, number);
    expect(await check(number.toLowerCase())).toMatchObject({ taken: true });
    expect(await refusal(check("91140921DEM0000O4N"))).toBe("town.organisation.code_character");
  });
});

describe("admission", () => {
  it("goes from application over question and answer to a member that can act at once", async () => {
    const { owner, membershipId } = await aRegistration(world, next());
    const list = await world.as(world.reviewer).town.membership.list({ text: "", state: "open", sort: "newest" });
    expect(list.rows.map(({ id }) => id)).toContain(membershipId);
    await world.as(world.reviewer).town.membership.takeUp(await on(owner));
    await world.as(world.reviewer).town.membership.ask({ ...(await on(owner)), points: ["licence"], text: "执照照片不清楚，请重新上传" });
    expect((await mine(owner)).actions).toContain("answer");
    const licence = await aLicence(world, owner, world.dingxiang.id, owner.actor.orgId);
    await world
      .as(owner)
      .town.membership.answer({ ...(await on(owner)), text: "已重新上传清晰的照片", application: anApplication(licence) });
    expect(await refusal(world.as(owner).town.seat.list())).toBe("town.membership.not_active");
    await admin().admit({ ...(await on(owner)), confirmsCode: false });
    expect((await world.as(owner).town.seat.list()).seats).toHaveLength(1);
    const file = await admin().get({ membershipId: MembershipId.parse(membershipId) });
    expect(file.notes.map(({ kind }) => kind)).toEqual(["ask", "answer"]);
    expect(file.licence?.id).toBe(licence);
    const home = await world.asOwner<{ home: string }>("select home_town as home from organisation where id = $1", [owner.actor.orgId]);
    expect(home[0]?.home).toBe(world.dingxiang.id);
    await world.drain();
    const { rows } = await world.as(owner).platform.notification.list({ before: null });
    expect(rows.map(({ kind }) => kind).sort()).toEqual(["town.membership.activated", "town.membership.asked"]);
    const told = await world.as(world.townAdministrator).platform.notification.list({ before: null });
    expect(told.rows.map(({ link }) => link)).toContain(`/town/members/${membershipId}`);
  });

  it("is decided once when two administrators press at the same instant", async () => {
    const { owner } = await aRegistration(world, next());
    await admin().takeUp(await on(owner));
    const second = await world.colleague(world.townAdministrator, ["town_administrator"]);
    const seen = await on(owner);
    const outcomes = await Promise.allSettled([
      admin().admit({ ...seen, confirmsCode: false }),
      world.as(second).town.membership.refuse({ ...seen, reasonCode: "other", reasonText: "资料不全，请补充" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(reasonOf(lost?.reason)?.code).toBe("platform.changed_meanwhile");
  });

  it("is refused to whoever has a seat in the applicant (T7)", async () => {
    const { owner } = await aRegistration(world, next());
    const doubled = await world.colleague(owner, ["buyer"]);
    await world.asOwner(
      "insert into seat (id, person_id, organisation_id, roles, state, opened_at) values ($1, $2, $3, '{reviewer}', 'active', now())",
      [`seat_${String(count).padStart(26, "0")}`, doubled.actor.personId, world.dingxiang.administrationId],
    );
    const atDesk = { workspace: `${world.dingxiang.id}/${world.dingxiang.administrationId}` };
    expect(await refusal(world.as(doubled, atDesk).town.membership.takeUp(await on(owner)))).toBe("town.membership.own_application");
  });

  it("a refused firm may apply again; two applications at once leave one live membership (T2)", async () => {
    const { owner, licence } = await aRegistration(world, next());
    const again = { kind: "firm" as const, application: anApplication(licence), consentEdition: "2026-1" };
    await admin().takeUp(await on(owner));
    await admin().refuse({ ...(await on(owner)), reasonCode: "other", reasonText: "资料不全，请补充" });
    const licences = await Promise.all(Array.from({ length: 10 }, () => aLicence(world, owner, world.dingxiang.id, owner.actor.orgId)));
    const outcomes = await Promise.allSettled(
      licences.map((one) => world.as(owner).town.membership.applyAgain({ ...again, application: anApplication(one) })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const live = await world.asOwner(
      "select id from membership where organisation_id = $1 and state in ('applied','under_review','active','suspended')",
      [owner.actor.orgId],
    );
    expect([live.length, (await world.as(owner).town.membership.mine()).length]).toEqual([1, 2]);
  });

  it("shows the administrator registered numbers one sign or one swap away", async () => {
    const number = next();
    await aRegistration(world, number);
    const typo = `${number.slice(0, 9)}${number.charAt(10)}${number.charAt(9)}${number.slice(11)}`;
    const { membershipId } = await aRegistration(world, typo, world.dingxiang, { shownExactly: true });
    const file = await admin().get({ membershipId: MembershipId.parse(membershipId) });
    expect(file.near.map((near) => near.number)).toEqual([number]);
    expect(file.number.warned.length).toBeGreaterThan(0);
  });
});

describe("suspension", () => {
  const why = { reasonCode: "breach_of_rules" as const, reasonText: "多次违约，先行暂停", until: null };

  it("is told to the firm's open screens by its own commit, with no job run and no look of the stream's own", async () => {
    const { owner } = await admitted();
    const topics: string[] = [];
    const stream = (await world.as(owner).platform.live.hints()) as AsyncIterable<[string, { topic: string }, unknown]>;
    const ended = (async () => {
      for await (const [, { topic }] of stream) topics.push(topic);
    })();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await admin().suspend({ ...(await on(owner)), ...why });
    await world.town(world.buyer).write(async (tx) => hint(tx, { town: true }, "town.later"));
    await ended;
    expect(topics.filter((topic) => topic !== "*")).toEqual(["platform.session"]);
  });

  it("holds in another process with its very next call, and what stays stays", async () => {
    const { owner } = await admitted();
    const { services } = await world.secondPlatform();
    const there = () => callAs(contextOf({ services, token: owner.token, workspaceKey: owner.workspace, idempotencyKey: null })).town;
    expect((await there().seat.list()).seats).toHaveLength(1);
    await admin().suspend({ ...(await on(owner)), ...why });
    expect(await refusal(there().membership.joinAsVisitor({ townId: world.xinghuacun.id }))).toBe("town.membership.suspended");
    expect((await there().seat.list()).seats).toHaveLength(1);
  });

  it("ends by itself at its end, by the database's clock and not before", async () => {
    const { owner } = await admitted();
    const now = await world.as(null).platform.clock.now();
    const until = new Date(new Date(now.at ?? 0).getTime() + 3_600_000);
    await admin().suspend({ ...(await on(owner)), ...why, until });
    await world.drain();
    expect((await mine(owner)).membership.state).toBe("suspended");
    await world.later({ hours: 2 });
    await world.drain();
    expect((await mine(owner)).membership.state).toBe("active");
  });

  it("is in the log that the firm reads, with the opening of its file (T19)", async () => {
    const { owner } = await admitted();
    const { membershipId } = await on(owner);
    await admin().get({ membershipId });
    await admin().suspend({ ...(await on(owner)), ...why });
    const { rows } = await world.as(owner).town.audit.list({});
    const acts = rows.filter(({ subject }) => subject === membershipId).map(({ action }) => action);
    expect(acts).toEqual(["suspend", "read", "admit", "takeUp", "apply"].map((act) => `town.membership.${act}`));
    expect(rows.filter(({ action }) => action === "town.membership.suspend").map(({ person }) => person)).toEqual([null]);
    const rival = await world.as(world.rival).town.audit.list({});
    expect(JSON.stringify(rival)).not.toContain(membershipId);
  });
});

describe("visiting another town", () => {
  const why = { reasonCode: "breach_of_rules" as const, reasonText: "多次违约，先行暂停", until: null };

  it("takes one step, copies the card, and is doubled by no race (T2)", async () => {
    const { owner } = await admitted();
    const visit = () => world.as(owner).town.membership.joinAsVisitor({ townId: world.xinghuacun.id });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, visit));
    expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
    const rows = await world.asOwner<{ file: { source: string; number: string } }>(
      "select file from membership where organisation_id = $1 and town_id = $2",
      [owner.actor.orgId, world.xinghuacun.id],
    );
    expect(rows.map(({ file }) => file.source)).toEqual(["card"]);
    expect((await visit()).map(({ state }) => state)).toEqual(["active"]);
    expect((await world.as(owner, { workspace: `${world.xinghuacun.id}/${owner.actor.orgId}` }).town.seat.list()).seats).toHaveLength(1);
  });

  it("is closed to an applicant, and to a firm that is suspended at home before any event is heard (T3)", async () => {
    expect(await refusal(world.as(world.applicant).town.membership.joinAsVisitor({ townId: world.xinghuacun.id }))).toBe(
      "town.membership.not_active",
    );
    const { owner } = await admitted();
    await world.as(owner).town.membership.joinAsVisitor({ townId: world.xinghuacun.id });
    await admin().suspend({ ...(await on(owner)), ...why });
    const asVisitor = world.as(owner, { workspace: `${world.xinghuacun.id}/${owner.actor.orgId}` });
    expect(await refusal(asVisitor.town.membership.joinAsVisitor({ townId: world.dingxiang.id }))).toBe("town.membership.suspended");
  });

  it("follows home into suspension and back; what the host set itself stays", async () => {
    const host = world.as(world.elsewhereAdministrator).town.membership;
    const { owner } = await admitted();
    await world.as(owner).town.membership.joinAsVisitor({ townId: world.xinghuacun.id });
    const abroad = { ...owner, workspace: `${world.xinghuacun.id}/${owner.actor.orgId}` };
    await admin().suspend({ ...(await on(owner)), ...why });
    await world.drain();
    expect((await mine(abroad)).membership).toMatchObject({ state: "suspended", suspendedBy: "home" });
    expect(await refusal(host.reinstate(await on(abroad)))).toBe("town.membership.set_at_home");
    await admin().reinstate(await on(owner));
    await world.drain();
    expect((await mine(abroad)).membership.state).toBe("active");
    await host.suspend({ ...(await on(abroad)), ...why });
    await admin().suspend({ ...(await on(owner)), ...why });
    await world.drain();
    await admin().reinstate(await on(owner));
    await world.drain();
    expect((await mine(abroad)).membership).toMatchObject({ state: "suspended", suspendedBy: "host" });
    expect((await mine(owner)).membership.state).toBe("active");
  });
});
