import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { codeOf, lineOf, opened, published, quote } from "../procurement/story.fixtures.ts";
import { anOfferContent } from "../trade/offer.fixtures.ts";
import { aScan } from "./document.fixtures.ts";
import { aMeasure, membershipOf } from "./measure.fixtures.ts";

let world: World;
let second: Someone;
beforeAll(async () => {
  world = await aWorld();
  second = await world.colleague(world.townAdministrator, ["town_administrator"]);
});
afterAll(() => world.close());

const office = (who = world.townAdministrator) => world.as(who).town;
const stateOf = async ({ actor }: Someone, town = actor.townId) => {
  const rows = await world.asOwner<{ state: string }>(
    "select state from membership where organisation_id = $1 and town_id = $2 order by id",
    [actor.orgId, town],
  );
  return rows.map(({ state }) => state);
};
const end = async (firm: Someone) => office().membership.end({ ...(await membershipOf(world, firm)), reasonText: "企业已注销" });
const kindsTold = async (who: Someone) => {
  await world.drain();
  return (await world.as(who).platform.notification.list({ before: null })).rows.map(({ kind }) => kind);
};

describe("leaving a town", () => {
  it("ends the period; coming back is a new application and a new row", async () => {
    const firm = await world.firm(world.dingxiang, "Leaving");
    expect((await world.as(firm).town.membership.mine())[0]?.actions).toEqual(["leave"]);
    await world.as(firm).town.membership.leave(await membershipOf(world, firm));
    expect(await stateOf(firm)).toEqual(["left"]);
    expect(await codeOf(world.as(firm).town.seat.list())).toBe("town.membership.not_active");
    expect(await kindsTold(firm)).toContain("town.membership.left");
    await world.asOwner(
      `insert into membership (town_id, id, organisation_id, kind, state, file, applied_by, applied_at)
       select town_id, 'memb_00000000000000000000000777', organisation_id, kind, 'applied', file, applied_by, now() from membership where organisation_id = $1`,
      [firm.actor.orgId],
    );
    expect((await stateOf(firm)).sort()).toEqual(["applied", "left"]);
  });

  it("takes down what the firm has on sale", async () => {
    const firm = await world.firm(world.dingxiang, "Selling", ["owner", "seller"]);
    const { id, version } = await world.as(firm).trade.offer.save({ seen: null, content: anOfferContent() });
    await world.as(firm).trade.offer.publish({ offerId: id, version });
    await world.as(firm).town.membership.leave(await membershipOf(world, firm));
    await world.drain();
    expect(await world.asOwner("select status from offer where id = $1", [id])).toEqual([{ status: "withdrawn" }]);
  });

  it("is refused with a count by function while anything is open, on either side of a deal, for firm and administration alike", async () => {
    const request = await published(world, {}, { by: world.buyerOwner });
    await quote(world, world.supplier, request.id, ["86.5", "120"]);
    const reason = async (work: Promise<unknown>) => {
      const error: unknown = await work.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      return (error as { cause?: { reason?: unknown } }).cause?.reason;
    };
    const bound = { code: "town.membership.open_promises", params: { count: 1, procurement: 1, trade: 0 } };
    for (const firm of [world.buyerOwner, world.supplier]) {
      expect(await reason(world.as(firm).town.membership.leave(await membershipOf(world, firm)))).toMatchObject(bound);
      expect(await reason(end(firm))).toMatchObject(bound);
    }
    const awarded = await opened(world);
    const { result, inputsHash } = await world.as(world.buyer).procurement.award.evaluate({ requestId: awarded.id });
    const parts = (result.best?.parts ?? []).map(({ lineNo, quoteId }) => ({ lineNo, quoteId }));
    await world.as(world.buyer).procurement.award.award({ requestId: awarded.id, inputsHash, parts, reason: null });
    await world.drain();
    const [order] = await world.asOwner<{ supplier: string }>("select supplier_id as supplier from purchase_order where request_id = $1", [
      awarded.id,
    ]);
    const supplier = [world.supplier, world.secondSupplier].find(({ actor }) => actor.orgId === order?.supplier) ?? world.supplier;
    expect(await reason(world.as(supplier).town.membership.leave(await membershipOf(world, supplier)))).toMatchObject({
      params: { trade: 1 },
    });
  });

  it("takes the visits along, and looks at what was promised there before", async () => {
    const guest = await world.firm(world.xinghuacun, "Guest", ["owner", "seller"]);
    await world.as(guest).town.membership.joinAsVisitor({ townId: world.dingxiang.id });
    const here: Someone = { ...guest, workspace: `${world.dingxiang.id}/${guest.actor.orgId}` };
    const request = await published(world, { lines: [lineOf(1)] }, { by: world.buyerOwner });
    await quote(world, here, request.id, ["86.5"]);
    const leave = async () => world.as(guest).town.membership.leave(await membershipOf(world, guest));
    expect(await codeOf(leave())).toBe("town.membership.open_promises");
    await world
      .as(world.buyerOwner)
      .procurement.request.cancel({ requestId: request.id, version: request.version, reasonCode: "other", reasonText: "需求取消" });
    await leave();
    await world.drain();
    expect([await stateOf(guest), await stateOf(guest, world.dingxiang.id)]).toEqual([["left"], ["left"]]);
  });
});

describe("ending a membership takes two administrators", () => {
  it("one proposes, another confirms, and the firm reads both", async () => {
    const firm = await world.firm(world.dingxiang, "Ended");
    const { id } = await end(firm);
    expect(await stateOf(firm)).toEqual(["active"]);
    expect(await kindsTold(second)).toContain("town.measure.proposed.end_membership");
    expect(await codeOf(end(firm))).toBe("town.measure.already_proposed");
    expect(await codeOf(office().measure.confirm({ measureId: id, version: 0 }))).toBe("town.measure.same_person");
    await office(second).measure.confirm({ measureId: id, version: 0 });
    expect(await stateOf(firm)).toEqual(["left"]);
    const actions = await world.asOwner<{ action: string }>(
      "select action from audit_entry where organisation_id = $1 and facts->>'organisationId' = $2 order by seq",
      [world.dingxiang.administrationId, firm.actor.orgId],
    );
    expect(actions.map(({ action }) => action)).toEqual(["town.membership.end", "town.membership.end", "town.measure.confirm"]);
    const forced = world.asOwner("update measure set decided_by = proposed_by where id = $1", [id]);
    await expect(forced).rejects.toThrow("measure_second_person");
  });

  it("happens once when two confirm at one instant, and not after two weeks", async () => {
    const firm = await world.firm(world.dingxiang, "Raced");
    const third = await world.colleague(world.townAdministrator, ["town_administrator"]);
    const { id } = await end(firm);
    const both = await Promise.allSettled([second, third].map((who) => office(who).measure.confirm({ measureId: id, version: 0 })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const late = await world.firm(world.dingxiang, "Late");
    const proposed = await end(late);
    await world.later({ days: 14 });
    expect(await codeOf(office(second).measure.confirm({ measureId: proposed.id, version: 0 }))).toBe("town.measure.lapsed");
    await office(second).measure.decline({ measureId: proposed.id, version: 0 });
    expect(await stateOf(late)).toEqual(["active"]);
  });

  it("is not for an administrator with a seat in the firm, and changes nothing when a new deal came between", async () => {
    const firm = await world.firm(world.dingxiang, "Between", ["owner", "buyer"]);
    const { id } = await end(firm);
    await published(world, {}, { by: firm });
    expect(await codeOf(office(second).measure.confirm({ measureId: id, version: 0 }))).toBe("town.membership.open_promises");
    expect((await office(second).measure.list({ which: "open" })).map(({ measure }) => measure.id)).toContain(id);
    await world.asOwner(
      `insert into seat (id, person_id, organisation_id, roles, state, opened_at) values ('seat_00000000000000000000000778', $1, $2, array['buyer'], 'active', now())`,
      [second.actor.personId, firm.actor.orgId],
    );
    expect(await codeOf(office(second).measure.decline({ measureId: id, version: 0 }))).toBe("town.measure.own_concern");
  });
});

describe("an owner whom nobody reaches", () => {
  it("is replaced on a letter of authorisation by two administrators; a colleague gets the role, and the former owner is told", async () => {
    const firm = await world.firm(world.dingxiang, "Orphaned");
    const colleague = await world.colleague(firm, ["buyer"]);
    const { measureId } = await aMeasure(world, firm, "recover_owner", colleague.email);
    await office(second).measure.confirm({ measureId, version: 0 });
    const { seats } = await world.as(colleague).town.seat.list();
    expect(Object.fromEntries(seats.map(({ personId, roles }) => [personId, roles]))).toEqual({
      [firm.actor.personId]: ["owner"],
      [colleague.actor.personId]: ["buyer", "owner"],
    });
    expect(await kindsTold(firm)).toContain("town.seat.owner_recovered");
    const log = (await world.as(firm).town.audit.list({})).rows.map(({ action }) => action);
    expect(log).toEqual(["town.measure.confirm", "town.seat.recoverOwner", "town.seat.recoverOwner"]);
  });

  it("is replaced by somebody from outside through a link that opens for that address alone", async () => {
    const firm = await world.firm(world.dingxiang, "Forsaken");
    const { measureId } = await aMeasure(world, firm, "recover_owner", world.stranger.email);
    expect((await office(second).measure.list({ which: "open" })).find(({ measure }) => measure.id === measureId)?.invitation).toBe(null);
    await office(second).measure.confirm({ measureId, version: 0 });
    const path = (await office().measure.list({ which: "all" })).find(({ measure }) => measure.id === measureId)?.invitation;
    const token = path?.split("/").at(-1) ?? "";
    expect(await codeOf(world.as(world.rival).town.invitation.accept({ token }))).toBe("town.invitation.for_another");
    await world.as(world.stranger, { workspace: null }).town.invitation.accept({ token });
    const { seats } = await world.as(world.stranger, { workspace: firm.workspace }).town.seat.list();
    expect(seats.map(({ roles }) => roles)).toEqual([["owner"], ["owner"]]);
  });

  it("needs a letter that was uploaded for it, and a firm at home here", async () => {
    const firm = await world.firm(world.dingxiang, "Letterless");
    const on = { ...(await membershipOf(world, firm)), reasonText: "负责人失联", email: "new@jizhen.example" };
    expect(await codeOf(office().seat.recoverOwner({ ...on, letter: await aScan(world, firm, "measure") }))).toBe("platform.file_unknown");
    const visit = await membershipOf(world, world.visiting);
    const letter = await aScan(world, world.townAdministrator, "measure");
    expect(await codeOf(office().seat.recoverOwner({ ...on, ...visit, letter }))).toBe("town.measure.home_town_only");
  });
});

describe("handing ownership over", () => {
  it("is one step: never two first owners, never none (T4), and only an owner's", async () => {
    const firm = await world.firm(world.dingxiang, "Handing");
    const [heir, seller] = [await world.colleague(firm, ["buyer"]), await world.colleague(firm, ["seller"])];
    const seatOf = async (who: Someone) => {
      const found = (await world.as(who).town.seat.list()).seats.find(({ personId }) => personId === who.actor.personId);
      return { seatId: found?.id as never, version: found?.version ?? 0 };
    };
    expect(await codeOf(world.as(seller).town.seat.handOver({ ...(await seatOf(heir)), keep: [] }))).toBe("platform.not_permitted");
    // The heir leaves at the same instant: one of both comes first, and an owner is left either way.
    const outcomes = await Promise.allSettled([
      world.as(firm).town.seat.handOver({ ...(await seatOf(heir)), keep: ["finance"] }),
      world.as(heir).town.seat.end(await seatOf(heir)),
    ]);
    const owners = async () =>
      world.asOwner<{ person: string }>(
        "select person_id as person from seat where organisation_id = $1 and state = 'active' and 'owner' = any(roles)",
        [firm.actor.orgId],
      );
    expect(await owners()).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [owner, other] = (await owners())[0]?.person === firm.actor.personId ? [firm, seller] : [heir, firm];
    await world.as(owner).town.seat.handOver({ ...(await seatOf(other)), keep: [] });
    expect((await owners()).map(({ person }) => person)).toEqual([other.actor.personId]);
    expect(await codeOf(world.as(owner).town.seat.list())).toBe("platform.workspace_unknown");
  });

  it("cannot be undone past the table either: the last owner's row stays an owner's", async () => {
    const firm = await world.firm(world.dingxiang, "Keeping");
    const forced = world.asOwner("update seat set roles = array['buyer'] where organisation_id = $1", [firm.actor.orgId]);
    await expect(forced).rejects.toThrow("an organisation keeps an owner");
  });
});
