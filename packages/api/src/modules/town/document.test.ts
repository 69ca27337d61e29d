import { DocumentId, TownRules } from "@jizhen/domain-town";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, type Someone, type World } from "../../testing/index.ts";
import { published, quote, codeOf as refusal } from "../procurement/story.fixtures.ts";
import { aDocumentEntry, anAcceptedDocument, aWaitingDocument, inDays } from "./document.fixtures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const told = async (who: Someone, kind: string) => {
  await world.drain();
  const { rows } = await world.as(who).platform.notification.list({ before: null });
  return rows.filter((row) => row.kind === kind).map(({ params }) => params as Record<string, unknown>);
};
const states = async (who: Someone) => {
  const { lines } = await world.as(who).town.document.own();
  return lines.map(({ document: { type, state } }) => `${type} ${state}`);
};
const review = () => world.as(world.reviewer).town.document;

describe("papers of a member", () => {
  it("are listed on from any place that is a day or a moment, and from nothing else", async () => {
    const after = (key: string) => ({ key, id: DocumentId.parse("docu_01m8b7hzcwext870bbzdc1md9t") });
    for (const which of ["waiting", "ending", "expired"] as const) {
      await review().list({ which, after: after("2026-01-31") });
      await review().list({ which, after: after("2026-01-31T08:00:00.000Z") });
      for (const key of ["key", "2026-02-31", "0000-01-01", ""])
        await expect(review().list({ which, after: after(key) })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });
  it("are handed in, judged by the administration, and replace what counted before", async () => {
    const firm = await world.firm(world.dingxiang, "Replacing");
    const first = await anAcceptedDocument(world, firm);
    const second = await aWaitingDocument(world, firm, { number: "QMS-2027-01" });
    expect(await told(world.townAdministrator, "town.document.uploaded")).toContainEqual(
      expect.objectContaining({ name: "Replacing厂", paperEn: "Quality system certificate" }),
    );
    expect(await refusal(aWaitingDocument(world, firm))).toBe("town.document.already_waiting");
    const waiting = await review().list({ which: "waiting" });
    expect(waiting.rows.find(({ document }) => document.id === second.documentId)?.actions).toEqual(["accept", "refuse"]);
    const validUntil = await inDays(world, 700);
    await review().accept({ ...second, number: "QMS-2027-02", validUntil });
    const { lines } = await world.as(firm).town.document.own();
    const found = Object.fromEntries(lines.map(({ document }) => [document.id, document]));
    expect(found[second.documentId]).toMatchObject({ state: "accepted", number: "QMS-2027-02", validUntil });
    expect(found[first.documentId]).toMatchObject({ state: "replaced", replacedBy: second.documentId });
    expect(await told(firm, "town.document.accepted")).toHaveLength(2);
  });

  it("are decided once when two reviewers press at one instant", async () => {
    const firm = await world.firm(world.dingxiang, "Racing");
    const waiting = await aWaitingDocument(world, firm);
    const second = await world.colleague(world.reviewer, ["reviewer"]);
    const validUntil = await inDays(world, 300);
    const both = await Promise.allSettled([
      review()
        .accept({ ...waiting, number: "A", validUntil })
        .then(() => "accepted"),
      world.as(second).town.document.refuse({ ...waiting, reasonText: "照片不清楚" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("are never judged by their uploader or a colleague, on the way through the office or past it", async () => {
    const insider = await world.firm(world.dingxiang, "Insider");
    const waiting = await aWaitingDocument(world, insider);
    await world.asOwner(
      `insert into seat (id, person_id, organisation_id, roles, state, opened_at) values ('seat_00000000000000000000000777', $1, $2, array['seller'], 'active', now())`,
      [world.townAdministrator.actor.personId, insider.actor.orgId],
    );
    const office = world.as(world.townAdministrator).town.document;
    expect(await refusal(office.refuse({ ...waiting, reasonText: "照片不清楚" }))).toBe("town.document.own_upload");
    const forced = world.asOwner(
      "update member_document set state = 'accepted', decided_by = uploaded_by, decided_at = now() where id = $1",
      [waiting.documentId],
    );
    await expect(forced).rejects.toThrow("member_document_not_self_decided");
    const line = (await office.list({ which: "waiting", limit: 100 })).rows.find(({ document }) => document.id === waiting.documentId);
    expect(line?.actions).toEqual([]);
  });

  it("are taken back by their firm only, and another firm's file is nobody's to hand in", async () => {
    const firm = await world.firm(world.dingxiang, "Backing");
    const waiting = await aWaitingDocument(world, firm);
    expect(await refusal(world.as(world.rival).town.document.withdraw(waiting))).toBe("town.document.unknown");
    expect(await refusal(world.as(world.rival).town.document.withdraw({ ...waiting, version: 7 }))).toBe("town.document.unknown");
    await world.as(firm).town.document.withdraw(waiting);
    expect(await states(firm)).toEqual(["quality_system withdrawn"]);
    const entry = await aDocumentEntry(world, world.buyerOwner, { type: "other" });
    expect(await refusal(world.as(firm).town.document.upload(entry))).toBe("platform.file_unknown");
  });

  it("stand in the log that the firm reads, with every look and decision of the administration (T19)", async () => {
    const firm = await world.firm(world.dingxiang, "Reading");
    const { documentId } = await anAcceptedDocument(world, firm);
    for (let look = 0; look < 3; look += 1) await review().get({ documentId: documentId as never });
    const { rows } = await world.as(firm).town.audit.list({});
    expect(rows.map(({ action }) => action)).toEqual(["town.document.read", "town.document.accept", "town.document.upload"]);
    // The firm learns that the office did it, not who there.
    expect(rows[0]).toMatchObject({ person: null, organisation: "定襄法兰专业镇管理办公室" });
  });
});

describe("a required paper that ends", () => {
  it("is announced 60, 30 and 7 days before, stops what is new from the first moment after its last day, and never what runs", async () => {
    const firm = await world.firm(world.dingxiang, "Ending", ["owner", "seller", "buyer"]);
    const buyer = world.buyerOwner;
    const by = { by: buyer, hours: 90 * 24 };
    const [running, next] = [await published(world, {}, by), await published(world, {}, by)];
    await anAcceptedDocument(world, firm, { type: "licence", validUntil: await inDays(world, 61) });
    await quote(world, firm, running.id, ["86.5", "120"]);
    for (const [days, left] of [
      [1, 60],
      [30, 30],
      [23, 7],
    ] as const) {
      await world.later({ days });
      const reminders = await told(firm, "town.document.expiring");
      expect(reminders.map((one) => one["days"])).toContain(left);
    }
    expect(await told(firm, "town.document.expiring")).toHaveLength(3);
    await world.later({ days: 8 });
    // The clock alone stops it: the job that writes "expired" has not run yet.
    expect(await refusal(quote(world, firm, next.id, ["86.5", "120"]))).toBe("town.document.required_expired");
    expect((await world.as(firm).town.document.own()).ended).toEqual(["licence"]);
    expect(await told(firm, "town.document.expired")).toHaveLength(1);
    expect(await states(firm)).toEqual(["licence expired"]);
    // What runs stays in hand.
    const [sealed] = (await world.as(firm).procurement.quote.list({ state: "running", limit: 10 })).rows;
    expect(sealed).toBeDefined();
    await anAcceptedDocument(world, firm, { type: "licence", validUntil: await inDays(world, 900) });
    await quote(world, firm, next.id, ["86.5", "120"]);
    expect(await states(firm)).toEqual(["licence accepted", "licence replaced"]);
  });

  it("counts only while the town requires it", async () => {
    const firm = await world.firm(world.dingxiang, "Requiring", ["owner", "seller"]);
    await anAcceptedDocument(world, firm, { type: "safety_permit", validUntil: await inDays(world, 1) });
    await world.later({ days: 3 });
    const may = async () => {
      const me = await world.as(firm).platform.session.me();
      return me.current?.permissions.includes("procurement.quote.submit");
    };
    expect(await may()).toBe(true);
    const office = world.as(world.townAdministrator).town.town;
    const require = async (documentsRequired: TownRules["documentsRequired"]) => {
      const { version, rules } = await office.settings();
      await office.saveRules({ version, rules: TownRules.parse({ ...rules, documentsRequired }) });
    };
    await require(["licence", "safety_permit"]);
    expect(await may()).toBe(false);
    await require(["licence"]);
    expect(await may()).toBe(true);
  });
});

describe("grades", () => {
  it("are claimed with evidence, shown in list and file once accepted, found by the filter, and gone with their last day", async () => {
    const firm = await world.firm(world.dingxiang, "Graded");
    const office = world.as(world.townAdministrator).town.membership;
    const listed = async () => (await office.list({ state: "all", grade: "specialised", limit: 100 })).rows;
    const of = async () => (await listed()).find(({ organisationId }) => organisationId === firm.actor.orgId);
    const waiting = await aWaitingDocument(world, firm, { type: "specialised", number: null, validUntil: await inDays(world, 20) });
    expect(await of()).toBeUndefined();
    await review().accept({ ...waiting, number: null, validUntil: await inDays(world, 20) });
    await anAcceptedDocument(world, firm, { type: "above_scale", number: null });
    const line = await of();
    expect(line?.grades).toEqual(["above_scale", "specialised"]);
    const file = await office.get({ membershipId: line?.id as never });
    expect(file.documents.map(({ document }) => document.type).sort()).toEqual(["above_scale", "specialised"]);
    expect((await office.list({ state: "active", grade: "little_giant" })).rows).toEqual([]);
    await world.later({ days: 21 });
    expect(await of()).toBeUndefined();
    await world.drain();
    expect(await states(firm)).toEqual(["above_scale accepted", "specialised expired"]);
    const { documentId } = await anAcceptedDocument(world, firm, { type: "small_micro" });
    const endless = world.asOwner("update member_document set valid_until = null where id = $1", [documentId]);
    await expect(endless).rejects.toThrow("member_document_grade_ends");
  });
});
