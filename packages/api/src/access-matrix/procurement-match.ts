import { aDeclaredCapability, aDraftCapability, aStatement, someTerms } from "../modules/procurement/capability.fixtures.ts";
import { aPublishedRequest } from "../modules/procurement/match.fixtures.ts";
import type { World } from "../testing/index.ts";
import type { Given, Rows } from "./row.ts";

/** One statement stands for a firm and family: each row takes a firm's place anew. */
async function fresh(world: World, make: typeof aDraftCapability) {
  await world.asOwner("update capability set status = 'withdrawn' where organisation_id = $1", [world.supplier.actor.orgId]);
  return make(world, world.supplier, { note: "机密工艺说明" });
}
const aDraft = (world: World) => fresh(world, aDraftCapability);
const aDeclared = (world: World) => fresh(world, aDeclaredCapability);
const aRequest = async (world: World): Promise<Given> => {
  const requestId = await aPublishedRequest(world, world.buyerOwner, { title: "看得见的需求" });
  return { input: { requestId }, secrets: [requestId] };
};

export const procurementMatchRows: Rows = {
  "procurement.capability.list": {
    by: "supplier",
    rival: "blank",
    elsewhere: "blank",
    given: async (world) => ({ secrets: [(await aDraft(world)).id, "机密工艺说明"] }),
  },
  "procurement.capability.get": { by: "supplier", given: async (world) => ({ input: { id: (await aDraft(world)).id } }) },
  "procurement.capability.save": {
    by: "supplier",
    given: async (world) => ({ input: { seen: await aDraft(world), content: aStatement() } }),
  },
  "procurement.capability.declare": { by: "supplier", given: async (world) => ({ input: await aDraft(world) }) },
  "procurement.capability.withdraw": { by: "supplier", given: async (world) => ({ input: await aDraft(world) }) },
  "procurement.capability.review": {
    by: "townAdministrator",
    elsewhere: "blank",
    given: async (world) => ({ input: {}, secrets: [(await aDeclared(world)).id, "机密工艺说明"] }),
  },
  "procurement.capability.verify": {
    by: "townAdministrator",
    given: async (world) => ({ input: { ...(await aDeclared(world)), attributes: ["type"], accredited: [], note: "" } }),
  },
  // A preview counts firms and names none, so everybody who may buy gets one of the own town.
  "procurement.match.preview": {
    by: "buyer",
    rival: "allowed",
    elsewhere: "allowed",
    given: async () => {
      const { lines, firmDate } = someTerms();
      return { input: { lines, firmDate, delivery: { regionCode: "140921" } } };
    },
  },
  "procurement.match.invited": { by: "buyer", given: aRequest },
  "procurement.match.others": { by: "buyer", given: aRequest },
  // An open request is everybody's in its town, and each firm is told about itself.
  "procurement.match.explain": { by: "supplier", rival: "allowed", given: aRequest },
  "procurement.request.board": {
    by: "supplier",
    rival: "allowed",
    elsewhere: "blank",
    given: async (world) => ({ ...(await aRequest(world)), input: {} }),
  },
  // Its buyer shows it to everybody, so whoever holds the link reads it.
  "procurement.market.get": {
    by: null,
    given: async (world) => {
      const id = await aPublishedRequest(world, world.buyerOwner, { visibility: "province" });
      await world.drain();
      return { input: { id } };
    },
  },
  // The market is every town's but the host's, which reads its own requests on its own board.
  "procurement.market.board": {
    by: "supplier",
    rival: "allowed",
    elsewhere: "blank",
    given: async (world) => {
      const requestId = await aPublishedRequest(world, world.elsewhere, { visibility: "province" });
      await world.drain();
      return { input: {}, secrets: [requestId] };
    },
  },
};
