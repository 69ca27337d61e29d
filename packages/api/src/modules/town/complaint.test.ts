import { newId } from "@jizhen/db";
import { type Reason, Refusal } from "@jizhen/kernel";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchFile } from "../../platform/file-uploads.ts";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { askIdentity } from "../../trpc/context.ts";
import { aComplaintText, aFiledComplaint, aHeardComplaint, anAnsweredComplaint, aStatedComplaint } from "./complaint.fixtures.ts";

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
  const reason: Reason | null =
    error instanceof TRPCError && error.cause instanceof Refusal ? error.cause.reason : error instanceof Refusal ? error.reason : null;
  if (!reason) throw error;
  return reason.code;
}
const as = (who: Someone) => world.as(who).town.complaint;
const page = (who: Someone, { complaintId }: { complaintId: never }) => as(who).get({ complaintId });
const told = async (who: Someone) =>
  (
    await world.asOwner<{ kind: string }>(
      "select kind from notification where person_id = $1 and kind like 'town.complaint.%' order by id",
      [who.actor.personId],
    )
  ).map(({ kind }) => kind);

/** An evidence file as the upload leaves it. */
async function aFile(who: Someone): Promise<string> {
  const [id, key] = [newId("file"), newId("key")];
  await world.platform.services.files.put(key, new TextEncoder().encode("evidence"));
  await world.asOwner(
    `insert into stored_file (town_id, id, organisation_id, person_id, name, media_type, size, sha256, storage_key, purpose, at)
     values ($1, $2, $3, $4, 'evidence.txt', 'text/plain', 8, 'x', $5, 'complaint', now())`,
    [who.actor.townId, id, who.actor.orgId, who.actor.personId, key],
  );
  return id;
}
async function reads(who: Someone, id: string): Promise<string> {
  const { database } = world.platform;
  const identity = await askIdentity(database, { token: who.token, workspaceKey: who.workspace });
  return fetchFile(world.platform.services, identity, id, null).then(
    ({ name }) => name,
    () => "nothing",
  );
}

describe("a complaint", () => {
  it("goes from filing to its end, each side told when it is its turn", async () => {
    const filed = await aFiledComplaint(world);
    const { complaintId } = filed;
    const then = async ({ version }: { version: number }) => {
      await world.drain();
      return { complaintId, version };
    };
    const here = await then(filed);
    expect(await told(world.reviewer)).toEqual(["town.complaint.filed"]);
    expect(await refusal(as(world.reviewer).accept({ complaintId, version: 9 }))).toBe("platform.changed_meanwhile");
    const accepted = await then(await as(world.reviewer).accept(here));
    expect(await told(world.buyerOwner)).toEqual(["town.complaint.accepted"]);
    expect(await told(world.supplier)).toEqual([]);
    const heard = await then(await as(world.reviewer).hear({ ...accepted, text: "请说明包装情况。" }));
    expect(await told(world.supplier)).toEqual(["town.complaint.heard.other"]);
    const stated = await then(await as(world.supplier).state({ ...heard, text: "划伤发生在卸货时。" }));
    expect(await told(world.reviewer)).toEqual(["town.complaint.filed", "town.complaint.stated"]);
    const answer = { outcome: "upheld", text: "应予更换。" } as const;
    const answered = await then(await as(world.townAdministrator).answer({ ...stated, ...answer }));
    expect(await told(world.buyerOwner)).toEqual(["town.complaint.accepted", "town.complaint.answered"]);
    expect(await told(world.supplier)).toEqual(["town.complaint.heard.other", "town.complaint.answered.other"]);
    await then(await as(world.buyerOwner).close(answered));
    expect(await told(world.supplier)).toEqual([
      "town.complaint.heard.other",
      "town.complaint.answered.other",
      "town.complaint.closed.other",
    ]);
    expect(await told(world.buyerOwner)).toHaveLength(2);
    expect(await page(world.buyerOwner, filed)).toMatchObject({ state: "closed", closedHow: "satisfied" });
  });

  it("is not known to the other side before the hearing, then without the name; to a third firm never", async () => {
    const filed = await aFiledComplaint(world, { title: "未公开名称的投诉" });
    expect(await refusal(page(world.supplier, filed))).toBe("town.complaint.unknown");
    const heard = await aHeardComplaint(world, { title: "听取陈述的投诉" });
    const seen = await page(world.supplier, heard);
    expect(seen).toMatchObject({ side: "respondent", complainant: null, title: "听取陈述的投诉" });
    expect(JSON.stringify([seen, await as(world.supplier).ours()])).not.toMatch(/采购机械厂|Buyer Works/);
    expect(JSON.stringify(seen)).not.toContain(world.buyerOwner.actor.orgId);
    const named = await aHeardComplaint(world, { nameShown: true });
    expect(await page(world.supplier, named)).toMatchObject({ complainant: { nameZh: "采购机械厂" } });
    expect(await refusal(page(world.rival, heard))).toBe("town.complaint.unknown");
    expect(await as(world.rival).ours()).toEqual([]);
  });

  it("hands its files to the desk, and to the other side only with the name", async () => {
    const files = [await aFile(world.buyerOwner)];
    await aHeardComplaint(world, { files });
    const named = [await aFile(world.buyerOwner)];
    await aHeardComplaint(world, { files: named, nameShown: true });
    const seenBy = async (who: Someone) => [await reads(who, files[0] ?? ""), await reads(who, named[0] ?? "")];
    expect(await seenBy(world.reviewer)).toEqual(["evidence.txt", "evidence.txt"]);
    expect(await seenBy(world.supplier)).toEqual(["nothing", "evidence.txt"]);
    expect(await seenBy(world.rival)).toEqual(["nothing", "nothing"]);
  });

  it("is accepted once of two presses, and the statement of the other side stays with the desk", async () => {
    const filed = await aFiledComplaint(world);
    const both = await Promise.allSettled([as(world.reviewer).accept(filed), as(world.townAdministrator).accept(filed)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const stated = await aStatedComplaint(world);
    expect((await page(world.reviewer, stated)).statement?.text).toBe("划伤发生在卸货时。");
    expect((await page(world.buyerOwner, stated)).statement).toBeNull();
  });

  it("is not judged by somebody who sits in one of its parties", async () => {
    // A firm of its own, so that the seat concerns this complaint and no other.
    const accused = await world.firm(world.dingxiang, "Accused Forge");
    const before = await as(world.reviewer).desk({});
    const filed = await aFiledComplaint(world, { about: { about: "member", organisationId: accused.actor.orgId } });
    const seated = [newId("seat"), world.reviewer.actor.personId, accused.actor.orgId];
    await world.asOwner(
      "insert into seat (id, person_id, organisation_id, roles, state, opened_at) values ($1, $2, $3, '{buyer}', 'active', now())",
      seated,
    );
    expect(await refusal(as(world.reviewer).accept(filed))).toBe("town.complaint.own_concern");
    expect(await refusal(page(world.reviewer, filed))).toBe("town.complaint.own_concern");
    const desk = await as(world.reviewer).desk({});
    expect(desk).toMatchObject({ total: before.total, counts: before.counts });
    expect(desk.rows.map(({ id }) => id)).not.toContain(filed.complaintId);
    await world.asOwner("update seat set state = 'ended' where id = $1", seated.slice(0, 1));
    expect(await as(world.reviewer).desk({})).toMatchObject({ total: before.total + 1 });
    await as(world.reviewer).accept(filed);
  });

  it("is opened again once, by the complainant, and answered by another person; the table holds it too", async () => {
    const answered = await anAnsweredComplaint(world);
    expect(await refusal(as(world.supplier).reopen({ ...answered, reason: "不同意这个答复" }))).toBe("town.complaint.unknown");
    const reopened = await as(world.buyerOwner).reopen({ ...answered, reason: "没有更换" });
    const on = { complaintId: answered.complaintId, version: reopened.version };
    expect(await refusal(as(world.townAdministrator).accept(on))).toBe("town.complaint.same_person");
    const accepted = await as(world.reviewer).accept(on);
    const forced = world.asOwner("update complaint set accepted_by = earlier->'answer'->>'by' where id = $1 and town_id = $2", [
      answered.complaintId,
      world.dingxiang.id,
    ]);
    await expect(forced).rejects.toThrow("complaint_another_person");
    await expect(world.asOwner("update complaint set earlier = null where id = $1", [answered.complaintId])).rejects.toThrow(
      "opened again once",
    );
    await expect(world.asOwner("update complaint set text = '改写' where id = $1", [answered.complaintId])).rejects.toThrow(
      "what was filed",
    );
    await expect(world.asOwner("update complaint set accepted_by = filed_by where id = $1", [answered.complaintId])).rejects.toThrow(
      "complaint_not_self_judged",
    );
    expect(accepted.state).toBe("accepted");
  });
});

describe("a complaint about the administration", () => {
  it("goes to the province: the town's desk, log and files hold nothing of it, the accused is heard, the complainant follows it at home", async () => {
    const files = [await aFile(world.buyerOwner)];
    const text = { ...aComplaintText("审核拖延一个月CANARY"), files: files as never[] };
    const { id } = await as(world.buyerOwner).file({ about: { about: "administration" }, ...text });
    const complaintId = id;
    expect(await refusal(as(world.townAdministrator).get({ complaintId }))).toBe("town.complaint.unknown");
    expect(JSON.stringify(await as(world.townAdministrator).desk({}))).not.toContain("CANARY");
    expect(await refusal(as(world.townAdministrator).accept({ complaintId, version: 0 }))).toBe("town.complaint.unknown");
    expect(await reads(world.townAdministrator, files[0] ?? "")).toBe("nothing");
    const logged = await world.asOwner("select 1 from audit_entry where town_id = $1 and subject = $2", [world.dingxiang.id, complaintId]);
    expect(logged).toEqual([]);
    const above = as(world.provinceOfficer);
    expect((await above.desk({})).rows.map(({ title }) => title)).toEqual(["审核拖延一个月CANARY"]);
    expect(await reads(world.provinceOfficer, files[0] ?? "")).toBe("evidence.txt");
    const accepted = await above.accept({ complaintId, version: 0 });
    const heard = await above.hear({ complaintId, version: accepted.version, text: "请说明经过" });
    await world.drain();
    expect(await told(world.townAdministrator)).toContain("town.complaint.heard.other");
    const stated = await as(world.townAdministrator).state({ complaintId, version: heard.version, text: "材料不全，已通知补正" });
    expect(await as(world.townAdministrator).get({ complaintId })).toMatchObject({ side: "respondent", complainant: null });
    const answered = await above.answer({ complaintId, version: stated.version, outcome: "partly", text: "应当一次告知" });
    await world.drain();
    expect(await told(world.buyerOwner)).toContain("town.complaint.answered");
    expect(await as(world.buyerOwner).get({ complaintId })).toMatchObject({ state: "answered", about: "administration" });
    expect((await as(world.buyerOwner).ours()).some((line) => line.id === complaintId)).toBe(true);
    expect((await as(world.buyerOwner).close({ complaintId, version: answered.version })).state).toBe("closed");
    expect(await refusal(as(world.elsewhere).get({ complaintId }))).toBe("town.complaint.unknown");
  });

  it("a submission repeated with its key is filed once", async () => {
    const key = newId("key");
    const file = () =>
      world.as(world.buyerOwner, { key }).town.complaint.file({ about: { about: "administration" }, ...aComplaintText("重复提交的投诉") });
    const [first, second] = [await file(), await file()];
    expect(second.id).toBe(first.id);
    expect(await world.asOwner("select 1 from complaint where title = '重复提交的投诉'")).toHaveLength(1);
  });
});

describe("time", () => {
  it("marks what is overdue on the desk and the cockpit, and closes what its complainant left", async () => {
    const answered = await anAnsweredComplaint(world);
    const before = await as(world.reviewer).desk({});
    await world.later({ days: 30 });
    await world.drain();
    expect(await page(world.buyerOwner, answered)).toMatchObject({ state: "closed", closedHow: "lapsed" });
    const desk = await as(world.reviewer).desk({ state: "overdue" });
    expect(desk.counts).toEqual({ open: before.counts.open, overdue: before.counts.open });
    expect(desk.rows.every(({ overdue }) => overdue)).toBe(true);
    const { todo } = await world.as(world.townAdministrator).town.indicator.cockpit();
    expect(todo).toMatchObject({ complaints: desk.counts.open, complaintsOverdue: desk.counts.overdue });
    expect(desk.counts.overdue).toBeGreaterThan(3);
  });
});
