import { defaultTownRules } from "@jizhen/domain-town";
import { type Reason, Refusal } from "@jizhen/kernel";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { aNewcomer, aNumber, aTownEntry } from "./town.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => "was allowed",
    (thrown: unknown) => thrown,
  );
  const reason: Reason | null = error instanceof TRPCError && error.cause instanceof Refusal ? error.cause.reason : null;
  if (!reason) throw error;
  return reason.code;
}

const office = () => world.as(world.provinceOfficer).town.town;
const surveyed = async (id: string) => {
  const found = (await office().survey()).towns.find((town) => town.id === id);
  if (!found) throw new Error("the town is not surveyed");
  return found;
};
const on = async (id: string) => {
  const { id: townId, version } = await surveyed(id);
  return { townId, version };
};

/** Takes up every invitation of a prepared town, as the people they name. */
async function acceptAll(id: string): Promise<Someone[]> {
  const accepted = [];
  for (const { email, path } of (await surveyed(id)).invited) {
    const newcomer = await aNewcomer(world, email);
    await world.asOwner("update person set email = $2 where id = $1", [newcomer.actor.personId, email]);
    const seat = await world.as(newcomer, { workspace: null }).town.invitation.accept({ token: path.split("/").at(-1) ?? "" });
    accepted.push({ ...newcomer, workspace: `${id}/${seat.organisationId}` });
  }
  return accepted;
}

describe("a town from the first note to the last", () => {
  it("opens when two administrators have come, pauses, goes on and closes", async () => {
    const entry = aTownEntry(aNumber(801));
    const { id } = await office().prepare(entry);
    expect(await refusal(on(id).then((input) => office().open(input)))).toBe("town.town.administrators_missing");
    const [first] = await acceptAll(id);
    if (!first) throw new Error("nobody came");
    await office().open(await on(id));
    expect(await surveyed(id)).toMatchObject({ state: "open", connected: true, administrators: 2 });
    await world.drain();
    await office().pause({ ...(await on(id)), reason: "系统检修" });
    expect((await world.as(null).town.town.directory()).find(({ slug }) => slug === entry.town.slug)?.state).toBe("paused");
    await world.drain();
    const messages = await world.asOwner<{ kind: string }>(
      "select kind from notification where town_id = $1 and person_id = $2 order by at",
      [id, first.actor.personId],
    );
    expect(messages.map(({ kind }) => kind)).toEqual(["town.town.opened", "town.town.paused"]);
    await office().resume(await on(id));
    expect(await refusal(on(id).then((input) => office().close({ ...input, reason: "撤并测试", successorId: null })))).toBe(
      "town.town.wrong_state",
    );
    await office().pause({ ...(await on(id)), reason: "准备撤并" });
    await office().close({ ...(await on(id)), reason: "撤并测试", successorId: world.dingxiang.id });
    expect(await surveyed(id)).toMatchObject({ state: "closed", reason: "撤并测试", actions: [] });
  });

  it("is opened once of two officers' presses", async () => {
    const { id } = await office().prepare(aTownEntry(aNumber(802)));
    await acceptAll(id);
    const input = await on(id);
    const both = await Promise.allSettled([office().open(input), office().open(input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is no town for anybody but the province and its own administrators until it opens, whoever has its id", async () => {
    const { id } = await office().prepare(aTownEntry(aNumber(805)));
    const [first] = await acceptAll(id);
    if (!first) throw new Error("nobody came");
    const card = (who: Someone | null, workspace?: string) =>
      world.as(who, workspace === undefined ? {} : { workspace }).town.town.get({ townId: id });
    for (const who of [null, world.buyer, world.townAdministrator, world.stranger])
      expect(await refusal(card(who))).toBe("town.town.unknown");
    // Naming the town as one's workspace opens nothing.
    for (const who of [world.buyer, world.townAdministrator])
      expect(await refusal(card(who, `${id}/${who.actor.orgId}`))).toBe("town.town.unknown");
    expect((await card(world.provinceOfficer)).state).toBe("prepared");
    expect((await card(first)).state).toBe("prepared");
    await office().open(await on(id));
    expect((await card(null)).state).toBe("open");
  });

  it("does not close over a running request", async () => {
    await world.asOwner(
      `insert into purchase_request (town_id, id, status, title, families, sealing, method, visibility, buyer_id, written_by, terms, created_at, words, number, published_at, closes_at)
       values ($1, 'preq_running', 'quoting', 't', '{}', 'none', 'open', 'town', 'b', 'w', '{}', now(), '', 'CG-1', now(), now() + interval '1 day')`,
      [world.xinghuacun.id],
    );
    await office().pause({ ...(await on(world.xinghuacun.id)), reason: "准备撤并" });
    const closing = office().close({ ...(await on(world.xinghuacun.id)), reason: "撤并测试", successorId: null });
    expect(await refusal(closing)).toBe("town.town.still_running");
  });

  it("has one address, and names two different people", async () => {
    const taken = { ...aTownEntry(aNumber(803)) };
    taken.town.slug = world.dingxiang.slug;
    expect(await refusal(office().prepare(taken))).toBe("town.town.slug_taken");
    const entry = aTownEntry(aNumber(804));
    entry.administrators = [entry.administrators[0], entry.administrators[0]];
    expect(await refusal(office().prepare(entry))).toBe("town.town.same_administrator");
  });

  it("shows what the province has named and nobody has opened as not connected, never as nothing", async () => {
    const listed = await world.as(null).town.town.directory();
    expect(listed.find(({ slug }) => slug === "zezhou")).toMatchObject({ state: "not_connected", demo: false });
    expect((await office().survey()).listed.map(({ slug }) => slug)).toContain("zezhou");
  });
});

describe("the rules of a town", () => {
  it("are its administration's to write, one after the other", async () => {
    const settings = () => world.as(world.townAdministrator).town.town;
    const { version, rules } = await settings().settings();
    const next = { ...rules, standstillDays: 5, calendar: { ...rules.calendar, holidays: [...rules.calendar.holidays] } };
    await settings().saveRules({ version, rules: next });
    expect((await settings().settings()).rules.standstillDays).toBe(5);
    expect((await world.as(null).town.town.get({ townId: world.dingxiang.id })).market.standstillDays).toBe(5);
    expect(await refusal(settings().saveRules({ version, rules: defaultTownRules }))).toBe("platform.changed_meanwhile");
    const [entry] = await world.asOwner<{ facts: { changed: string[] } }>(
      "select facts from audit_entry where town_id = $1 and action = 'town.town.saveRules'",
      [world.dingxiang.id],
    );
    expect(entry?.facts.changed).toEqual(["standstillDays"]);
  });
});
