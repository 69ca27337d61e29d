import { newId } from "@jizhen/db";
import { defaultTownRules, MembershipId } from "@jizhen/domain-town";
import { aDraftPolicy, aPolicyText, aPublishedPolicy } from "../modules/town/policy.fixtures.ts";
import { aLicence, aNumber, anApplication, anEntry, aRegistration, aTownEntry } from "../modules/town/town.fixtures.ts";
import type { Someone, World } from "../testing/index.ts";
import type { Given, Rows } from "./row.ts";
import { memberRows } from "./town-members.ts";
import { rollRows } from "./town-roll.ts";

let numbers = 5_000;
const nextNumber = () => aNumber((numbers += 1));

/** The application the fixture's applicant has in Dingxiang, as it stands now. */
async function own(world: World, who: Someone) {
  const [found] = await world.as(who).town.membership.mine();
  if (!found) throw new Error("this firm has no membership");
  return { membershipId: found.membership.id, version: found.membership.version };
}

/** A fresh application taken to a step of its life. */
async function anApplicationAt(world: World, step: "applied" | "under_review" | "active" | "suspended") {
  const { owner } = await aRegistration(world, nextNumber());
  const office = world.as(world.townAdministrator).town.membership;
  if (step !== "applied") await office.takeUp(await own(world, owner));
  if (step === "active" || step === "suspended") await office.admit({ ...(await own(world, owner)), confirmsCode: false });
  if (step === "suspended")
    await office.suspend({ ...(await own(world, owner)), reasonCode: "other", reasonText: "测试暂停", until: null });
  return own(world, owner);
}
const at =
  (step: Parameters<typeof anApplicationAt>[1], more: object = {}) =>
  async (world: World): Promise<Given> => ({
    input: { ...(await anApplicationAt(world, step)), ...more },
  });
const why = { reasonCode: "other", reasonText: "测试原因" };

async function aPreparedTown(world: World) {
  const { id } = await world.as(world.provinceOfficer).town.town.prepare(aTownEntry(nextNumber()));
  const { towns } = await world.as(world.provinceOfficer).town.town.survey();
  return { townId: id, version: 0, path: towns.find((one) => one.id === id)?.invited[0]?.path ?? "" };
}
const onPrepared =
  (more: object = {}) =>
  async (world: World): Promise<Given> => {
    const { townId, version } = await aPreparedTown(world);
    return { input: { townId, version, ...more } };
  };

async function aColleagueSeat(world: World) {
  const colleague = await world.colleague(world.buyerOwner, ["seller"]);
  const { seats } = await world.as(world.buyerOwner).town.seat.list();
  const seat = seats.find(({ personId }) => personId === colleague.actor.personId);
  return { seatId: seat?.id, version: seat?.version };
}

async function anInvitation(world: World, email: string) {
  const { id } = await world.as(world.buyerOwner).town.invitation.send({ email, roles: ["buyer"] });
  const line = (await world.as(world.buyerOwner).town.invitation.list()).find((one) => one.id === id);
  return { id, token: line?.path.split("/").at(-1) ?? "" };
}

export const townRows: Rows = {
  "town.town.list": { by: null },
  "town.town.get": { by: null, given: async (world) => ({ input: { townId: world.dingxiang.id } }) },
  "town.town.directory": { by: null },
  "town.town.survey": {
    by: "provinceOfficer",
    elsewhere: "forbidden",
    given: async (world) => ({ secrets: [(await aPreparedTown(world)).path] }),
  },
  "town.town.prepare": { by: "provinceOfficer", elsewhere: "forbidden", given: async () => ({ input: aTownEntry(nextNumber()) }) },
  "town.town.appoint": {
    by: "provinceOfficer",
    elsewhere: "forbidden",
    given: async (world) => ({ input: { townId: (await aPreparedTown(world)).townId, email: `${newId("mail")}@jizhen.example` } }),
  },
  // Nobody has accepted yet: the officer reaches the rule itself.
  "town.town.open": { by: "provinceOfficer", elsewhere: "forbidden", owner: "rule", given: onPrepared() },
  "town.town.pause": { by: "provinceOfficer", elsewhere: "forbidden", owner: "rule", given: onPrepared({ reason: "测试暂停" }) },
  "town.town.resume": { by: "provinceOfficer", elsewhere: "forbidden", owner: "rule", given: onPrepared() },
  "town.town.close": { by: "provinceOfficer", elsewhere: "forbidden", given: onPrepared({ reason: "测试撤并", successorId: null }) },
  "town.town.settings": { by: "townAdministrator", elsewhere: "allowed" },
  // The input names no town: everybody writes the rules of their own, and the version guards them.
  "town.town.saveRules": {
    by: "townAdministrator",
    elsewhere: "allowed",
    given: async () => ({ input: { version: 0, rules: defaultTownRules } }),
  },
  "town.policy.ours": {
    by: "buyerOwner",
    rival: "allowed",
    elsewhere: "blank",
    given: async (world) => ({ secrets: [(await aPublishedPolicy(world)).policyId] }),
  },
  "town.policy.read": {
    by: "buyerOwner",
    rival: "allowed",
    given: async (world) => ({ input: { policyId: (await aPublishedPolicy(world)).policyId } }),
  },
  "town.policy.list": {
    by: "reviewer",
    elsewhere: "blank",
    given: async (world) => ({ input: {}, secrets: [(await aDraftPolicy(world)).policyId] }),
  },
  // The rules are the caller's own; the members counted are those of the caller's town.
  "town.policy.test": { by: "reviewer", elsewhere: "allowed", given: async () => ({ input: { rules: [{ fact: "home_member" }] } }) },
  "town.policy.write": {
    by: "reviewer",
    elsewhere: "allowed",
    given: async () => ({ input: { form: "notice", content: aPolicyText() } }),
  },
  "town.policy.rewrite": {
    by: "reviewer",
    given: async (world) => ({ input: { ...(await aDraftPolicy(world)), content: aPolicyText("设备更新补助办法（修订）") } }),
  },
  "town.policy.publish": { by: "townAdministrator", given: async (world) => ({ input: await aDraftPolicy(world) }) },
  "town.policy.withdraw": {
    by: "townAdministrator",
    given: async (world) => ({ input: { ...(await aPublishedPolicy(world)), reason: "政策调整" } }),
  },
  "town.portal.get": { by: null, given: async (world) => ({ input: { slug: world.dingxiang.slug } }) },
  "town.portal.policy": {
    by: null,
    given: async (world) => ({ input: { slug: world.dingxiang.slug, policyId: (await aPublishedPolicy(world)).policyId } }),
  },
  // No input names a firm: everybody shows and hides their own.
  "town.portal.own": { by: "buyerOwner", rival: "allowed", elsewhere: "allowed" },
  "town.portal.show": {
    by: "buyerOwner",
    rival: "allowed",
    elsewhere: "allowed",
    given: async () => ({ input: { introductionZh: "生产法兰与锻件", introductionEn: null } }),
  },
  "town.portal.hide": { by: "buyerOwner", rival: "allowed", elsewhere: "allowed" },
  "town.organisation.checkNumber": {
    by: null,
    given: async (world) => ({ input: { country: "CN", number: nextNumber(), townId: world.dingxiang.id } }),
  },
  // Whoever signed in may register; a stranger's own licence is what makes the input valid.
  "town.organisation.register": {
    by: "stranger",
    given: async (world) => ({
      input: {
        townId: world.dingxiang.id,
        organisation: anEntry(nextNumber()),
        kind: "firm",
        application: anApplication(await aLicence(world, world.stranger, world.dingxiang.id)),
        consentEdition: "2026-1",
      },
    }),
  },
  "town.organisation.get": { by: "buyer" },
  // The input names no firm: everybody edits their own, and the version guards it.
  "town.organisation.edit": {
    by: "buyerOwner",
    rival: "allowed",
    elsewhere: "allowed",
    given: async () => ({ input: { nameEn: "Renamed Works", version: 0 } }),
  },
  "town.membership.mine": { by: "applicant" },
  "town.membership.applyAgain": {
    by: "applicant",
    given: async (world) => ({
      input: {
        kind: "carrier",
        application: anApplication(await aLicence(world, world.applicant, world.dingxiang.id, world.applicant.actor.orgId)),
        consentEdition: "2026-1",
      },
    }),
  },
  // Nothing is asked of the fixture's applicant, and the walk must not change it first: the owner reaches the rule itself.
  "town.membership.answer": {
    by: "applicant",
    owner: "rule",
    given: async (world) => ({ input: { ...(await own(world, world.applicant)), text: "已补充材料", application: null } }),
  },
  "town.membership.withdraw": { by: "applicant", given: async (world) => ({ input: await own(world, world.applicant) }) },
  // Everybody may visit another town; the firm of that town is at home there and finds nothing to join.
  "town.membership.joinAsVisitor": {
    by: "buyerOwner",
    rival: "allowed",
    given: async (world) => ({ input: { townId: world.xinghuacun.id } }),
  },
  "town.membership.list": {
    by: "townAdministrator",
    elsewhere: "blank",
    given: async (world) => {
      const { membershipId } = await anApplicationAt(world, "applied");
      return { input: { state: "all" }, secrets: [membershipId] };
    },
  },
  "town.membership.get": {
    by: "reviewer",
    given: async (world) => ({ input: { membershipId: MembershipId.parse((await anApplicationAt(world, "applied")).membershipId) } }),
  },
  "town.membership.takeUp": { by: "reviewer", given: at("applied") },
  "town.membership.ask": { by: "reviewer", given: at("under_review", { points: ["licence"], text: "请补充材料" }) },
  "town.membership.admit": { by: "townAdministrator", given: at("under_review", { confirmsCode: false }) },
  "town.membership.refuse": { by: "townAdministrator", given: at("under_review", why) },
  "town.membership.suspend": { by: "townAdministrator", given: at("active", { ...why, until: null }) },
  "town.membership.reinstate": { by: "townAdministrator", given: at("suspended") },
  "town.seat.list": {
    by: "buyerOwner",
    rival: "blank",
    elsewhere: "blank",
    given: async (world) => ({ secrets: [world.buyer.email, world.buyer.actor.personId] }),
  },
  "town.seat.changeRoles": {
    by: "buyerOwner",
    given: async (world) => ({ input: { ...(await aColleagueSeat(world)), roles: ["buyer"] } }),
  },
  "town.seat.end": { by: "buyerOwner", given: async (world) => ({ input: await aColleagueSeat(world) }) },
  "town.invitation.list": {
    by: "buyerOwner",
    rival: "blank",
    elsewhere: "blank",
    given: async (world) => {
      const { id, token } = await anInvitation(world, `${newId("mail")}@jizhen.example`);
      return { secrets: [id, token] };
    },
  },
  // The input names no firm: everybody invites into their own.
  "town.invitation.send": {
    by: "buyerOwner",
    rival: "allowed",
    elsewhere: "allowed",
    given: async () => ({ input: { email: "colleague@jizhen.example", roles: ["buyer"] } }),
  },
  "town.invitation.revoke": {
    by: "buyerOwner",
    given: async (world) => ({ input: { invitationId: (await anInvitation(world, `${newId("mail")}@jizhen.example`)).id } }),
  },
  "town.invitation.look": {
    by: null,
    given: async (world) => ({ input: { token: (await anInvitation(world, `${newId("mail")}@jizhen.example`)).token } }),
  },
  "town.invitation.accept": {
    by: "stranger",
    given: async (world) => ({ input: { token: (await anInvitation(world, world.stranger.email)).token } }),
  },
  ...rollRows,
  ...memberRows,
  // Everybody reads the log of their own firm.
  "town.audit.list": {
    by: "buyerOwner",
    rival: "blank",
    elsewhere: "blank",
    given: async (world) => ({ input: {}, secrets: [(await aColleagueSeat(world)).seatId ?? "", world.buyerOwner.actor.orgId] }),
  },
};
