import { InvitationId } from "@jizhen/domain-town";
import { type Reason, Refusal } from "@jizhen/kernel";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { aNewcomer } from "./town.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const reasonOf = (error: unknown): Reason | null =>
  error instanceof TRPCError && error.cause instanceof Refusal ? error.cause.reason : null;
const codesOf = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((outcome) => (outcome.status === "fulfilled" ? "done" : (reasonOf(outcome.reason)?.code ?? String(outcome.reason))));
async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return codesOf(await Promise.allSettled([work]))[0];
}

async function seatOf(viewer: Someone, of: Someone) {
  const { seats } = await world.as(viewer).town.seat.list();
  const seat = seats.find(({ personId }) => personId === of.actor.personId);
  if (!seat) throw new Error("no such seat");
  return { seatId: seat.id, version: seat.version };
}

describe("an organisation keeps an owner (T4)", () => {
  it("when two owners remove each other at the same instant", async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await world.firm(world.dingxiang, `Twins ${round}`);
      const other = await world.colleague(one, ["owner"]);
      const [onOther, onOne] = [await seatOf(one, other), await seatOf(one, one)];
      const outcomes = await Promise.allSettled([world.as(one).town.seat.end(onOther), world.as(other).town.seat.end(onOne)]);
      const left = await world.asOwner("select id from seat where organisation_id = $1 and state = 'active' and 'owner' = any(roles)", [
        one.actor.orgId,
      ]);
      expect([left.length, codesOf(outcomes).filter((code) => code === "done").length]).toEqual([1, 1]);
    }
  });

  it("when the last one leaves or steps down", async () => {
    const owner = await world.firm(world.dingxiang, "Alone");
    const own = await seatOf(owner, owner);
    expect(await codeOf(world.as(owner).town.seat.end(own))).toBe("town.seat.last_owner");
    expect(await codeOf(world.as(owner).town.seat.changeRoles({ ...own, roles: ["buyer"] }))).toBe("town.seat.role_above_own");
  });

  it("even past the procedures: the table itself refuses", async () => {
    const owner = await world.firm(world.dingxiang, "Raw");
    await expect(world.asOwner("update seat set state = 'ended' where organisation_id = $1", [owner.actor.orgId])).rejects.toThrow(
      "keeps an owner",
    );
  });
});

describe("roles", () => {
  it("what is taken is gone with the next call, and the person's screens are told", async () => {
    const owner = await world.firm(world.dingxiang, "Roles");
    const buyer = await world.colleague(owner, ["buyer"]);
    await world.as(owner).town.seat.changeRoles({ ...(await seatOf(owner, buyer)), roles: ["owner"] });
    expect(await codeOf(world.as(buyer).town.invitation.list())).toBe("done");
    await world.as(owner).town.seat.changeRoles({ ...(await seatOf(owner, buyer)), roles: ["seller"] });
    expect(await codeOf(world.as(buyer).town.invitation.list())).toBe("platform.not_permitted");
    await world.as(owner).town.seat.end(await seatOf(owner, buyer));
    expect(await codeOf(world.as(buyer).town.seat.list())).toBe("platform.workspace_unknown");
  });

  it("no role above one's own, none that the kind does not have", async () => {
    const owner = await world.firm(world.dingxiang, "Above");
    const buyer = await world.colleague(owner, ["buyer"]);
    const seat = await seatOf(owner, buyer);
    for (const role of ["town_administrator", "dispatcher", "province_officer"] as const) {
      expect(await codeOf(world.as(owner).town.seat.changeRoles({ ...seat, roles: [role] }))).toBe("town.seat.role_above_own");
    }
  });

  it("a colleague without the owner's role ends their own seat and nobody else's", async () => {
    const owner = await world.firm(world.dingxiang, "Leaving");
    const buyer = await world.colleague(owner, ["buyer"]);
    const seller = await world.colleague(owner, ["seller"]);
    expect(await codeOf(world.as(buyer).town.seat.end(await seatOf(owner, seller)))).toBe("town.seat.not_yours");
    expect(await codeOf(world.as(buyer).town.seat.end(await seatOf(owner, buyer)))).toBe("done");
  });
});

describe("an invitation opens one seat once, for the person it names (T10)", () => {
  async function invited(roles: ("buyer" | "seller")[] = ["buyer"]) {
    const owner = await world.firm(world.dingxiang, "Inviting");
    const guest = await aNewcomer(world, "受邀人");
    const { id } = await world.as(owner).town.invitation.send({ email: guest.email.toUpperCase(), roles });
    const [line] = await world.as(owner).town.invitation.list();
    const token = line?.path.split("/").at(-1) ?? "";
    return { owner, guest, id, token };
  }
  const accept = (who: Someone, token: string) => world.as(who, { workspace: null }).town.invitation.accept({ token });

  it("pressed twenty times at once", async () => {
    const { owner, guest, token } = await invited();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => accept(guest, token)));
    expect(codesOf(outcomes).filter((code) => code === "done")).toHaveLength(1);
    expect(new Set(codesOf(outcomes))).toEqual(new Set(["done", "town.invitation.spent"]));
    expect((await world.as(owner).town.seat.list()).seats).toHaveLength(2);
    expect((await world.as(guest, { workspace: owner.workspace }).town.seat.list()).seats).toHaveLength(2);
  });

  it("not for another account, not after revoking, not after seven days, not with a made-up token", async () => {
    const { owner, guest, id, token } = await invited();
    expect(await codeOf(accept(world.stranger, token))).toBe("town.invitation.for_another");
    expect(await codeOf(accept(guest, "0".repeat(64)))).toBe("town.invitation.unknown");
    await world.as(owner).town.invitation.revoke({ invitationId: InvitationId.parse(id) });
    expect(await codeOf(accept(guest, token))).toBe("town.invitation.revoked");
    const late = await invited();
    await world.later({ days: 7 });
    expect((await world.as(null).town.invitation.look({ token: late.token })).state).toBe("expired");
    expect(await codeOf(accept(late.guest, late.token))).toBe("town.invitation.expired");
  });

  it("the link is mailed, can be copied again, and its secret stands in no table", async () => {
    const { guest, token } = await invited();
    expect(world.letters.some(({ to, text }) => to === guest.email.toLowerCase() && text.includes(token))).toBe(true);
    const rows = await world.asOwner<{ text: string }>(
      "select row_to_json(i)::text as text from invitation i union all select row_to_json(k)::text from idempotency_key k",
      [],
    );
    expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
  });

  it("gives only what the sender may give", async () => {
    const owner = await world.firm(world.dingxiang, "Greedy");
    expect(await codeOf(world.as(owner).town.invitation.send({ email: "x@jizhen.example", roles: ["town_administrator"] }))).toBe(
      "town.seat.role_above_own",
    );
    const office = world.as(world.townAdministrator).town.invitation;
    expect(await codeOf(office.send({ email: "y@jizhen.example", roles: ["reviewer"] }))).toBe("done");
    expect(await codeOf(office.send({ email: "z@jizhen.example", roles: ["owner"] }))).toBe("town.seat.role_above_own");
  });
});
