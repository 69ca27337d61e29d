import { LocalDate, plusDays, startOf } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { act, firm, town } from "../membership/fixtures.ts";
import { DocumentEntry, DocumentId, type DocumentIn, MemberDocument } from "./model.ts";
import * as life from "./transitions.ts";

const today = LocalDate.parse("2026-11-23");
const day = (days: number) => plusDays(today, days);
const nth = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;
const birth = { id: DocumentId.parse(nth("docu", 1)), townId: town(1), organisationId: firm(1) };
const entry = (change: Partial<DocumentEntry> = {}): DocumentEntry =>
  DocumentEntry.parse({ type: "quality_system", number: "QMS-2026-01", validUntil: day(400), file: nth("file", 1), ...change });
const uploader = act({ person: 1, firm: 1 });
const reviewer = act({ person: 9, firm: 9 });
const handedIn = (change: Partial<DocumentEntry> = {}): DocumentIn<"uploaded"> => {
  const outcome = life.upload(birth, entry(change), uploader);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.next;
};
const accepted = (change: Partial<DocumentEntry> = {}): DocumentIn<"accepted"> => {
  const outcome = life.accept(handedIn(change), entry(change), reviewer);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.next;
};

describe("a document of a member", () => {
  it.each([
    [{}, "ok"],
    [{ validUntil: null }, "ok"],
    [{ validUntil: today }, "ok"],
    [{ validUntil: day(-1) }, "town.document.expired"],
    [{ number: null }, "town.document.number_needed"],
    [{ type: "specialised", number: null }, "ok"],
    [{ type: "specialised", validUntil: null }, "town.document.date_needed"],
  ] as const)("handed in with %j → %s", (change, becomes) => {
    const outcome = life.upload(birth, entry(change as Partial<DocumentEntry>), uploader);
    expect(outcome.ok ? "ok" : outcome.error.code).toBe(becomes);
    if (outcome.ok) MemberDocument.parse(outcome.value.next);
  });

  it("is judged by somebody else: neither its uploader, nor their organisation, nor whoever holds a seat there", () => {
    const judged = (by: Parameters<typeof act>[0], seat = false) => life.insistOther(handedIn(), act(by), seat).ok;
    expect([judged({ person: 9, firm: 9 }), judged({ person: 1, firm: 9 }), judged({ person: 9, firm: 1 })]).toEqual([true, false, false]);
    expect(judged({ person: 9, firm: 9 }, true)).toBe(false);
  });

  it("is accepted with the number and date that the reviewer reads on it, never with a date that is over", () => {
    const read = life.accept(handedIn(), { number: "QMS-2026-10", validUntil: day(30) }, reviewer);
    expect(read.ok && [read.value.next.number, read.value.next.validUntil]).toEqual(["QMS-2026-10", day(30)]);
    const over = life.accept(handedIn(), { number: "QMS-2026-10", validUntil: day(-1) }, reviewer);
    expect(over.ok ? "accepted" : over.error.code).toBe("town.document.expired");
  });

  it("counts to the end of its last day and not a moment longer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: -1, max: 1 }), (days, shift) => {
        const held = accepted({ validUntil: day(days) });
        const end = startOf(day(days + 1)).getTime();
        expect(life.expire(held, { at: new Date(end + shift) }).ok).toBe(shift >= 0);
      }),
    );
  });

  it("never ends while it has no last day", () => {
    expect(life.expire(accepted({ validUntil: null }), { at: new Date("2099-01-01T00:00:00Z") }).ok).toBe(false);
  });

  it("reminds 60, 30 and 7 days before its last day, only in the future, and ends on the day after it", () => {
    fc.assert(
      fc.property(fc.nat(200), (days) => {
        const { reminders, expiry } = life.dueDates(day(days), reviewer.at);
        expect(reminders.map((one) => one.days)).toEqual([60, 30, 7].filter((before) => before < days));
        for (const { days: before, at } of reminders) expect(at).toEqual(startOf(day(days - before)));
        expect(expiry).toEqual(startOf(day(days + 1)));
      }),
    );
    expect(life.dueDates(null, reviewer.at)).toEqual({ reminders: [], expiry: null });
  });

  it("that is replaced names its successor and keeps who decided on it", () => {
    const next = life.replace(accepted(), DocumentId.parse(nth("docu", 2)));
    expect(next.ok && MemberDocument.parse(next.value.next)).toMatchObject({ state: "replaced", replacedBy: nth("docu", 2) });
  });
});
