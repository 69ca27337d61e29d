import { aDocumentEntry, anAcceptedDocument, aScan, aWaitingDocument } from "../modules/town/document.fixtures.ts";
import { aMeasure, membershipOf } from "../modules/town/measure.fixtures.ts";
import type { Someone, World } from "../testing/index.ts";
import type { Given, Rows } from "./row.ts";

const waiting = async (world: World) => aWaitingDocument(world, await world.firm(world.dingxiang, "Paper"));
const onWaiting =
  (more: object = {}) =>
  async (world: World): Promise<Given> => ({ input: { ...(await waiting(world)), ...more } });

const aFirm = (world: World) => world.firm(world.dingxiang, "Measured");
const why = { reasonText: "测试处置" };

async function aSeatOf(world: World, colleague: Someone) {
  const rows = await world.asOwner<{ id: string }>("select id from seat where person_id = $1", [colleague.actor.personId]);
  return { seatId: rows[0]?.id, version: 0 };
}

/** Papers and grades of members, their leaving, and what takes two administrators. */
export const memberRows: Rows = {
  // Everybody reads the papers of their own firm.
  "town.document.own": {
    by: "buyerOwner",
    rival: "blank",
    elsewhere: "blank",
    given: async (world) => ({ secrets: [(await anAcceptedDocument(world, world.buyerOwner, { type: "other" })).documentId] }),
  },
  // The file is its uploader's own: to anybody else it does not exist.
  "town.document.upload": {
    by: "buyerOwner",
    given: async (world) => ({ input: await aDocumentEntry(world, world.buyerOwner, { type: "safety_permit" }) }),
  },
  "town.document.withdraw": {
    by: "buyerOwner",
    given: async (world) => ({ input: await aWaitingDocument(world, world.buyerOwner, { type: "environment_permit" }) }),
  },
  "town.document.list": {
    by: "reviewer",
    elsewhere: "blank",
    given: async (world) => ({ input: { which: "waiting" }, secrets: [(await waiting(world)).documentId] }),
  },
  "town.document.get": { by: "reviewer", given: async (world) => ({ input: { documentId: (await waiting(world)).documentId } }) },
  "town.document.accept": { by: "reviewer", given: onWaiting({ number: "A-1", validUntil: "2099-12-31" }) },
  "town.membership.leave": {
    by: "thirdSupplier",
    given: async (world) => ({ input: await membershipOf(world, world.thirdSupplier) }),
  },
  "town.membership.end": {
    by: "townAdministrator",
    given: async (world) => ({ input: { ...(await membershipOf(world, await aFirm(world))), ...why } }),
  },
  "town.seat.handOver": {
    by: "secondSupplier",
    given: async (world) => ({
      input: { ...(await aSeatOf(world, await world.colleague(world.secondSupplier, ["seller"]))), keep: ["buyer"] },
    }),
  },
  "town.seat.recoverOwner": {
    by: "townAdministrator",
    given: async (world) => ({
      input: {
        ...(await membershipOf(world, await aFirm(world))),
        ...why,
        email: "new@jizhen.example",
        letter: await aScan(world, world.townAdministrator, "measure"),
      },
    }),
  },
  "town.measure.list": {
    by: "townAdministrator",
    elsewhere: "blank",
    given: async (world) => ({
      input: { which: "open" },
      secrets: [(await aMeasure(world, await aFirm(world), "end_membership")).measureId],
    }),
  },
  // The only administrator of the fixture proposed it: the owner reaches the rule that asks for another person.
  "town.measure.confirm": {
    by: "townAdministrator",
    owner: "forbidden",
    given: async (world) => ({ input: await aMeasure(world, await aFirm(world), "end_membership") }),
  },
  "town.measure.decline": {
    by: "townAdministrator",
    given: async (world) => ({ input: await aMeasure(world, await aFirm(world), "end_membership") }),
  },
  "town.document.refuse": { by: "reviewer", given: onWaiting({ reasonText: "照片不清楚" }) },
};
