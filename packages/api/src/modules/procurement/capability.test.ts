import { Refusal } from "@jizhen/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type World } from "../../testing/index.ts";
import { aDeclaredCapability, aDraftCapability, aStatement } from "./capability.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const outcome = async (call: Promise<unknown>) => {
  try {
    await call;
    return "allowed";
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    return cause instanceof Refusal ? cause.reason.code : String(error);
  }
};
const rowsOf = (id: string) => world.asOwner<{ n: number }>("select count(*)::int as n from supply_slot where source = $1", [id]);

describe("a statement of capability", () => {
  it("is found from its declaration to its withdrawal, by rows that its own commit keeps", async () => {
    const caller = world.as(world.supplier).procurement.capability;
    const draft = await aDraftCapability(world, world.supplier);
    expect(await rowsOf(draft.id)).toEqual([{ n: 0 }]);
    const declared = await caller.declare(draft);
    expect(await rowsOf(draft.id)).toEqual([{ n: 4 }]); // two types × two ratings, material left open
    const wider = aStatement({ attributes: { type: { kind: "set", values: ["WN", "SO", "BL"], closed: true } } });
    const saved = await caller.save({ seen: { id: draft.id, version: declared.version }, content: wider });
    expect(saved).toMatchObject({ status: "declared", revision: 3 });
    expect(await rowsOf(draft.id)).toEqual([{ n: 3 }]);
    const over = await caller.withdraw({ id: draft.id, version: saved.version });
    expect(over.status).toBe("withdrawn");
    expect(await rowsOf(draft.id)).toEqual([{ n: 0 }]);
    const kept = await world.asOwner<{ revision: number }>("select revision from capability_revision where capability_id = $1 order by 1", [
      draft.id,
    ]);
    expect(kept.map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
  });

  it("is one for each family, and a refused second loses nothing", async () => {
    await aDraftCapability(world, world.secondSupplier);
    expect(await outcome(aDraftCapability(world, world.secondSupplier))).toBe("procurement.capability.one_per_family");
    expect(await outcome(aDraftCapability(world, world.secondSupplier, { family: "forging", attributes: {} }))).toBe("allowed");
  });

  it("is nobody else's: another firm, another town, and an older screen are refused", async () => {
    const seen = await aDeclaredCapability(world, world.thirdSupplier);
    expect(await outcome(world.as(world.rival).procurement.capability.get({ id: seen.id }))).toBe("procurement.capability.unknown");
    expect(await outcome(world.as(world.rival).procurement.capability.withdraw(seen))).toBe("procurement.capability.unknown");
    expect(await outcome(world.as(world.elsewhere).procurement.capability.get({ id: seen.id }))).toBe("procurement.capability.unknown");
    expect(await outcome(world.as(world.thirdSupplier).procurement.capability.withdraw({ ...seen, version: seen.version - 1 }))).toBe(
      "platform.changed_meanwhile",
    );
  });

  it("is vouched for by the administration, which never sees a draft, and falls back when the words change", async () => {
    const firm = await world.firm(world.dingxiang, "Vouched Forge", ["owner"]);
    const administration = world.as(world.townAdministrator).procurement.capability;
    const draft = await aDraftCapability(world, firm);
    expect((await administration.review({})).rows.map(({ id }) => id)).not.toContain(draft.id);
    expect(await outcome(administration.verify({ ...draft, attributes: ["type"], accredited: [], note: "" }))).toBe(
      "procurement.capability.unknown",
    );
    const seen = await world.as(firm).procurement.capability.declare(draft);
    const listed = (await administration.review({ text: "Vouched" })).rows;
    expect(listed).toMatchObject([{ id: draft.id, actions: ["verify"], organisation: { nameZh: "Vouched Forge厂" } }]);
    const version = { id: seen.id, version: seen.version };
    expect(await outcome(administration.verify({ ...version, attributes: ["material"], accredited: [], note: "" }))).toBe(
      "procurement.capability.unverifiable",
    );
    await administration.verify({ ...version, attributes: ["type", "rating"], accredited: [], note: "现场核验" });
    await world.drain();
    const shown = await world.as(firm).procurement.capability.get({ id: seen.id });
    expect(shown).toMatchObject({
      status: "verified",
      inForce: true,
      verification: { attributes: ["type", "rating"] },
      actions: ["save", "withdraw"],
    });
    expect((await world.as(firm).platform.notification.list({ before: null })).rows.map(({ kind }) => kind)).toContain(
      "procurement.capability.verified",
    );
    const again = await world
      .as(firm)
      .procurement.capability.save({ seen: { id: seen.id, version: shown.version }, content: aStatement({ leadDays: 9 }) });
    expect(again.status).toBe("declared");
  });
});
