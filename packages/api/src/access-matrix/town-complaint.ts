import {
  aComplaintText,
  aFiledComplaint,
  aHeardComplaint,
  anAcceptedComplaint,
  anAnsweredComplaint,
  aStatedComplaint,
} from "../modules/town/complaint.fixtures.ts";
import type { World } from "../testing/index.ts";
import type { Given, Rows } from "./row.ts";

type On = { complaintId: never; version: number };
const after =
  (lay: (world: World) => Promise<On>, more: object = {}) =>
  async (world: World): Promise<Given> => ({ input: { ...(await lay(world)), ...more } });
const idOf =
  (lay: (world: World) => Promise<On>) =>
  async (world: World): Promise<Given> => {
    const { complaintId } = await lay(world);
    return { input: { complaintId }, secrets: [complaintId] };
  };
const reason = { reason: "测试原因" };

export const townComplaintRows: Rows = {
  "town.complaint.ours": {
    by: "buyerOwner",
    rival: "blank",
    elsewhere: "blank",
    given: async (world) => ({ secrets: [(await aFiledComplaint(world)).complaintId] }),
  },
  "town.complaint.get": { by: "buyerOwner", given: idOf((world) => aFiledComplaint(world)) },
  // The names of members are no secret; each town finds its own.
  "town.complaint.parties": {
    by: "buyerOwner",
    rival: "allowed",
    elsewhere: "blank",
    given: async (world) => ({ input: { text: "First" }, secrets: [world.supplier.actor.orgId] }),
  },
  "town.complaint.file": {
    by: "buyerOwner",
    rival: "allowed",
    // The supplier is no member of that town.
    elsewhere: "rule",
    given: async (world) => ({ input: { about: { about: "member", organisationId: world.supplier.actor.orgId }, ...aComplaintText() } }),
  },
  "town.complaint.state": { by: "supplier", given: after((world) => aHeardComplaint(world), { text: "情况如下" }) },
  "town.complaint.close": { by: "buyerOwner", given: after((world) => anAnsweredComplaint(world)) },
  "town.complaint.reopen": { by: "buyerOwner", given: after((world) => anAnsweredComplaint(world), reason) },
  "town.complaint.desk": {
    by: "reviewer",
    elsewhere: "forbidden",
    given: async (world) => ({ input: {}, secrets: [(await aFiledComplaint(world)).complaintId] }),
  },
  "town.complaint.accept": { by: "reviewer", elsewhere: "forbidden", given: after((world) => aFiledComplaint(world)) },
  "town.complaint.decline": { by: "reviewer", elsewhere: "forbidden", given: after((world) => aFiledComplaint(world), reason) },
  "town.complaint.hear": {
    by: "reviewer",
    elsewhere: "forbidden",
    given: after((world) => anAcceptedComplaint(world), { text: "请说明经过" }),
  },
  "town.complaint.extend": { by: "reviewer", elsewhere: "forbidden", given: after((world) => anAcceptedComplaint(world), reason) },
  "town.complaint.answer": {
    by: "townAdministrator",
    elsewhere: "forbidden",
    given: after((world) => aStatedComplaint(world), { outcome: "upheld", text: "应予更换" }),
  },
};
