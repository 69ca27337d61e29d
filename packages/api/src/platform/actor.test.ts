import type { Role } from "@jizhen/domain-town";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type World } from "../testing/index.ts";
import { askIdentity } from "../trpc/context.ts";
import { type CardState, standing } from "./actor.ts";

const here = "town_here";
const card = (state: CardState, hostTown = here, visiting = false) => ({ state, hostTown, visiting });
const facts = {
  townId: here,
  townKind: "town" as const,
  townState: "open",
  administrationId: "org_office",
  homeTown: here,
  organisationId: "org_firm",
  roles: ["owner"] as Role[],
  cards: [card("active")],
};
const may = (change: Partial<Parameters<typeof standing>[0]>) => {
  const { permissions, lost } = standing({ ...facts, ...change });
  return {
    publish: permissions.has("procurement.request.publish"),
    open: permissions.has("procurement.request.open"),
    read: permissions.has("procurement.request.read"),
    admit: permissions.has("town.membership.admit"),
    why: lost.permissions.has("procurement.request.publish") ? lost.why : null,
  };
};
const all = { publish: true, open: true, read: true, admit: false, why: null };
const kept = { publish: false, open: true, read: true, admit: false };
const none = { publish: false, open: false, read: false, admit: false };

describe("what somebody may do", () => {
  it.each([
    ["an active member", {}, all],
    ["a suspended member keeps what runs", { cards: [card("suspended")] }, { ...kept, why: "town.membership.suspended" }],
    ["an applicant", { cards: [card("applied")] }, { ...none, why: "town.membership.not_active" }],
    ["a member that left", { cards: [card("left")] }, { ...none, why: "town.membership.not_active" }],
    ["a firm that is no member", { cards: null }, { ...none, why: "town.membership.not_active" }],
    ["a member of another town only", { cards: [card("active", "town_other")] }, { ...none, why: "town.membership.not_active" }],
    ["a paused town", { townState: "paused" }, { ...kept, why: "town.town.paused" }],
    ["a closed town is read", { townState: "closed" }, { ...none, read: true, why: "town.town.closed" }],
    ["a town not yet open", { townState: "prepared" }, { ...none, why: "town.town.not_open" }],
    ["a visitor verified at home", { homeTown: "town_home", cards: [card("active", here, true), card("active", "town_home")] }, all],
    [
      "a visitor suspended at home",
      { homeTown: "town_home", cards: [card("active", here, true), card("suspended", "town_home")] },
      { ...kept, why: "town.membership.suspended" },
    ],
    [
      "a visitor that left home",
      { homeTown: "town_home", cards: [card("active", here, true), card("left", "town_home")] },
      { ...none, why: "town.membership.not_active" },
    ],
    [
      "a visitor unknown at home",
      { homeTown: "town_home", cards: [card("active", here, true)] },
      { ...none, why: "town.membership.not_active" },
    ],
    ["an old application beside an active membership", { cards: [card("rejected"), card("active")] }, all],
    ["an owner's firm with a town role it does not govern by", { roles: ["town_administrator"] as Role[] }, { ...none, why: null }],
    [
      "the administration",
      { organisationId: "org_office", roles: ["town_administrator"] as Role[], cards: null },
      { ...none, read: true, admit: true, why: null },
    ],
    ["a province role in a town", { organisationId: "org_office", roles: ["province_officer"] as Role[] }, { ...none, why: null }],
  ])("%s", (_, change, expected) => expect(may(change as never)).toEqual(expected));
});

describe("an actor is built from live rows", () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());
  const ask = (database: World["platform"]["database"], who = world.supplier) =>
    askIdentity(database, { token: who.token, workspaceKey: who.workspace });

  it("a suspension in one process refuses in another with the next request", async () => {
    const second = await world.secondPlatform();
    expect((await ask(second.database)).workspace?.permissions.has("procurement.quote.submit")).toBe(true);
    await world
      .town(world.townAdministrator)
      .write((tx) => tx.query("update membership_card set state = 'suspended' where organisation_id = $1", [world.supplier.actor.orgId]));
    expect((await ask(second.database)).workspace?.permissions.has("procurement.quote.submit")).toBe(false);
  });

  it("an ended seat opens no workspace, an ended session no person", async () => {
    await world.asOwner("update seat set state = 'ended' where person_id = $1", [world.seller.actor.personId]);
    expect(await ask(world.platform.database, world.seller)).toMatchObject({
      person: { personId: world.seller.actor.personId },
      workspace: null,
    });
    await world.asOwner("update session set expires_at = now() - interval '1 second' where token = $1", [world.seller.token]);
    expect(await ask(world.platform.database, world.seller)).toEqual({ person: null, workspace: null });
  });

  it.each(["", "/", "town_x/org_y", "'; drop table town; --/x", "a/b/c"])("the workspace %j is none", async (workspaceKey) => {
    expect((await askIdentity(world.platform.database, { token: world.buyer.token, workspaceKey })).workspace).toBeNull();
  });

  it("the organisation of somebody else is no workspace", async () => {
    expect(
      (await askIdentity(world.platform.database, { token: world.buyer.token, workspaceKey: world.rival.workspace })).workspace,
    ).toBeNull();
  });

  it("session.me lists where one can act, and the current place", async () => {
    const me = await world.as(world.visiting).platform.session.me();
    expect(me.workspaces.map(({ town, visiting }) => [town.slug, visiting])).toEqual([
      ["xinghuacun", false],
      ["dingxiang", true],
    ]);
    expect(me.current?.town.slug).toBe("dingxiang");
    expect(await world.as(world.stranger).platform.session.me()).toMatchObject({
      person: { name: "Stranger" },
      workspaces: [],
      current: null,
    });
  });
});
