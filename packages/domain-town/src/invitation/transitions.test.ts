import { millisecondsIn, plus } from "@jizhen/kernel";
import { describe, expect, it } from "vitest";
import { act, firm, person } from "../membership/fixtures.ts";
import { type Invitation, InvitationId, InvitedEmail } from "./model.ts";
import { accept, insistUsable, invitationSteps, revoke, send } from "./transitions.ts";

const draft = {
  id: InvitationId.parse(`invt_${"0".repeat(26)}`),
  organisationId: firm(1),
  email: "li@example.com",
  roles: ["buyer"],
} as const;
const decided = send(draft, ["buyer"], act());
if (!decided.ok) throw new Error("the fixture cannot be sent");
const sent = decided.value.next;
const li = { personId: person(3), email: "Li@Example.com ", emailVerified: false, proofPossible: false };
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) => (outcome.ok ? "taken" : outcome.error.code);

describe("an invitation", () => {
  it.each([
    { when: "a moment before seven days", after: 7 * millisecondsIn.day - 1, becomes: "taken" },
    { when: "at seven days", after: 7 * millisecondsIn.day, becomes: "town.invitation.expired" },
  ])("$when → $becomes", ({ after, becomes }) => expect(codeOf(insistUsable(sent, plus(sent.sentAt, after)))).toBe(becomes));

  it.each([
    { who: "the invited address, written otherwise", claimant: li, becomes: "taken" },
    { who: "another address", claimant: { ...li, email: "wang@example.com" }, becomes: "town.invitation.for_another" },
    {
      who: "an unproved address where mail could prove it",
      claimant: { ...li, proofPossible: true },
      becomes: "town.invitation.email_unverified",
    },
  ])("is claimed by $who → $becomes", ({ claimant, becomes }) => expect(codeOf(accept(sent, claimant, sent.sentAt))).toBe(becomes));

  it("follows its table: accepted and revoked links are spent", () => {
    const accepted = accept(sent, li, sent.sentAt);
    const revoked = revoke(sent);
    const ends: [Invitation["state"], Invitation | null, string][] = [
      ["accepted", accepted.ok ? accepted.value.next : null, "town.invitation.spent"],
      ["revoked", revoked.ok ? revoked.value.next : null, "town.invitation.revoked"],
    ];
    for (const [state, end, code] of ends) {
      expect(end?.state).toBe(state);
      expect(end && codeOf(insistUsable(end, sent.sentAt))).toBe(code);
      expect(Object.keys(invitationSteps[state])).toEqual([]);
    }
  });

  it("gives only what the sender may give", () => expect(codeOf(send(draft, ["seller"], act()))).toBe("town.seat.role_above_own"));

  it("is for one address, whatever its case", () => expect(InvitedEmail.parse("  LI@Example.COM ")).toBe("li@example.com"));
});
