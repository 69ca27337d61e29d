import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type World } from "../testing/index.ts";
import { notify } from "./notify.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const tellSupplier = (source: string) =>
  world.town(world.buyer).write((tx) =>
    notify(tx, {
      to: { organisationId: world.supplier.actor.orgId, permission: "procurement.quote.submit" },
      kind: "test.told",
      params: { number: "CG-2026-000001" },
      link: "/selling/board",
      source,
    }),
  );
const list = (who = world.seller) => world.as(who).platform.notification.list({ before: null });

describe("a notice", () => {
  it("reaches those of the organisation who may act on it, once for one source, by letter too", async () => {
    await tellSupplier("evnt_1");
    await tellSupplier("evnt_1");
    await world.drain();
    expect((await list()).rows).toMatchObject([
      { kind: "test.told", params: { number: "CG-2026-000001" }, link: "/selling/board", readAt: null },
    ]);
    expect((await list(world.supplier)).rows).toHaveLength(1);
    expect((await list(world.buyer)).rows).toEqual([]);
    expect(world.letters.map(({ to }) => to).sort()).toEqual([world.supplier.email, world.seller.email].sort());
    expect(world.letters[0]?.text).toContain("https://jizhen.example/selling/board");
  });

  it("is counted until it is read, and only one's own can be marked", async () => {
    await tellSupplier("evnt_2");
    const [first] = (await list()).rows;
    expect(await world.as(world.seller).platform.notification.unread()).toEqual({ count: 2 });
    await world.as(world.rival).platform.notification.markRead({ ids: first ? [first.id] : [] });
    expect(await world.as(world.seller).platform.notification.unread()).toEqual({ count: 2 });
    await world.as(world.seller).platform.notification.markRead({ ids: first ? [first.id] : [] });
    expect(await world.as(world.seller).platform.notification.unread()).toEqual({ count: 1 });
    await world.as(world.seller).platform.notification.markRead({ ids: null });
    expect(await world.as(world.seller).platform.notification.unread()).toEqual({ count: 0 });
    expect(await world.as(world.supplier).platform.notification.unread()).toEqual({ count: 2 });
  });

  it("an applicant reads its messages too", async () => {
    await world
      .town(world.townAdministrator)
      .write((tx) =>
        notify(tx, { to: { organisationId: world.applicant.actor.orgId }, kind: "test.told", params: {}, link: "/", source: "s" }),
      );
    expect((await list(world.applicant)).rows).toHaveLength(1);
  });
});
