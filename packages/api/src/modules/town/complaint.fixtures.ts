import type { Someone, World } from "../../testing/index.ts";

/** What a firm writes; the marks occur nowhere else, so that a test can look for them. */
export const aComplaintText = (title = "法兰密封面有划伤") => ({
  matter: "quality" as const,
  title,
  text: "到货的法兰密封面有划伤，对方不予更换。",
  nameShown: false,
  files: [],
});

type On = { complaintId: never; version: number };
const on = ({ id, version }: { id: string; version: number }): On => ({ complaintId: id as never, version });

/** The buyer complains of the supplier. */
export async function aFiledComplaint(world: World, change: object = {}, by: Someone = world.buyerOwner): Promise<On> {
  const about = { about: "member" as const, organisationId: world.supplier.actor.orgId };
  return on(await world.as(by).town.complaint.file({ about, ...aComplaintText(), ...change }));
}

export async function anAcceptedComplaint(world: World, change: object = {}): Promise<On> {
  return on(await world.as(world.reviewer).town.complaint.accept(await aFiledComplaint(world, change)));
}

export async function aHeardComplaint(world: World, change: object = {}): Promise<On> {
  return on(
    await world.as(world.reviewer).town.complaint.hear({ ...(await anAcceptedComplaint(world, change)), text: "请说明包装情况。" }),
  );
}

export async function aStatedComplaint(world: World, change: object = {}): Promise<On> {
  return on(await world.as(world.supplier).town.complaint.state({ ...(await aHeardComplaint(world, change)), text: "划伤发生在卸货时。" }));
}

export async function anAnsweredComplaint(world: World, change: object = {}): Promise<On> {
  const stated = await aStatedComplaint(world, change);
  return on(await world.as(world.townAdministrator).town.complaint.answer({ ...stated, outcome: "upheld", text: "应予更换。" }));
}
