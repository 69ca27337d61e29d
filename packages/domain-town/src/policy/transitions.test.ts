import { LocalDate } from "@jizhen/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { act, person, town } from "../membership/fixtures.ts";
import { concernOf, type EligibilityRule, type MemberProfile, readRules } from "./eligibility.ts";
import { type PolicyContent, PolicyId, type PolicyIn } from "./model.ts";
import { draft, insistPolicyState, publish, rewrite, withdraw } from "./transitions.ts";

const date = (text: string) => LocalDate.parse(text);
const content: PolicyContent = {
  titleZh: "设备更新补助办法",
  textZh: "对更新设备的企业给予补助。",
  titleEn: null,
  textEn: null,
  validFrom: date("2026-12-01"),
  validUntil: date("2027-06-30"),
  deadline: date("2027-03-31"),
  rules: [],
};
const birth = { id: PolicyId.parse(`poli_${"0".repeat(26)}`), townId: town(1), number: "ZC-2026-000001" };
const written = (form: "policy" | "notice" = "policy", change: Partial<PolicyContent> = {}) =>
  draft({ ...birth, form }, { ...content, ...change }, act({ person: 1 })).next;
const published = (): PolicyIn<"published"> => {
  const result = publish(written(), act({ person: 2 }));
  if (!result.ok) throw new Error(result.error.code);
  return result.value.next;
};

describe("publishing", () => {
  it.each([
    ["a policy by its writer", "policy", 1, "town.policy.own_writing"],
    ["a policy by somebody else", "policy", 2, "published"],
    ["a notice by its writer", "notice", 1, "published"],
  ] as const)("%s", (_, form, by, becomes) => {
    const result = publish(written(form), act({ person: by }));
    expect(result.ok ? result.value.next.state : result.error.code).toBe(becomes);
  });

  it.each([
    ["ends before it begins", { validUntil: date("2026-11-30"), deadline: null }, "town.policy.dates_crossed"],
    ["takes applications after its end", { deadline: date("2027-07-01") }, "town.policy.dates_crossed"],
    ["has a deadline that is over", { deadline: date("2026-11-22") }, "town.policy.deadline_past"],
    ["ends today", { deadline: date("2026-11-23") }, "published"],
  ])("one that %s", (_, change, becomes) => {
    const result = publish(written("policy", change), act({ person: 2 }));
    expect(result.ok ? result.value.next.state : result.error.code).toBe(becomes);
  });

  it("keeps what is published until a second person publishes the amendment", () => {
    const amended = rewrite(published(), { ...content, titleZh: "设备更新补助办法（修订）" }, act({ person: 2 }))
      .next as PolicyIn<"published">;
    expect([amended.content.titleZh, amended.revision]).toEqual(["设备更新补助办法", 1]);
    expect(publish(amended, act({ person: 2 }))).toMatchObject({ error: { code: "town.policy.own_writing" } });
    const again = publish(amended, act({ person: 1 }));
    expect(again).toMatchObject({
      value: { next: { revision: 2, amendment: null, writtenBy: person(2), content: { titleZh: "设备更新补助办法（修订）" } } },
    });
    expect(publish(published(), act({ person: 1 }))).toMatchObject({ error: { code: "town.policy.nothing_to_publish" } });
  });

  it("ends with a reason and nothing after it", () => {
    const gone = withdraw(published(), "政策调整", act());
    if (!gone.ok) throw new Error("not withdrawn");
    expect(insistPolicyState(gone.value.next, "draft", "published")).toMatchObject({ error: { code: "town.policy.wrong_state" } });
  });
});

const member: MemberProfile = {
  kinds: ["firm"],
  regionCode: "140921",
  families: ["flange"],
  memberSince: date("2025-01-01"),
  visiting: false,
  employees: null,
};

describe("whom a policy concerns", () => {
  it.each<[string, EligibilityRule, string]>([
    ["kind", { fact: "kind", anyOf: ["firm"] }, "concerns"],
    ["other kind", { fact: "kind", anyOf: ["carrier"] }, "not"],
    ["county", { fact: "region", anyOf: ["140921"] }, "concerns"],
    ["prefecture", { fact: "region", anyOf: ["1409"] }, "concerns"],
    ["elsewhere", { fact: "region", anyOf: ["1407"] }, "not"],
    ["family", { fact: "family", anyOf: ["flange", "forging"] }, "concerns"],
    ["member on the day itself", { fact: "member_by", date: date("2025-01-01") }, "concerns"],
    ["member a day later", { fact: "member_by", date: date("2024-12-31") }, "not"],
    ["home", { fact: "home_member" }, "concerns"],
    ["a figure nobody told", { fact: "employees", atLeast: 10, atMost: null }, "perhaps"],
  ])("%s", (_, rule, concern) => {
    expect(concernOf([rule], member).concern).toBe(concern);
  });

  it("tells what is on file behind each answer, and null where there is nothing", () => {
    const employees: EligibilityRule = { fact: "employees", atLeast: null, atMost: 300 };
    const rules: EligibilityRule[] = [employees, { fact: "family", anyOf: ["forging"] }, { fact: "home_member" }];
    const told = (profile: MemberProfile) => concernOf(rules, profile).reasons.map(({ answer, known }) => [answer, known]);
    expect(told(member)).toEqual([
      ["unknown", null],
      ["unmet", ["flange"]],
      ["met", ["home"]],
    ]);
    expect(told({ ...member, employees: 300, visiting: true })).toEqual([
      ["met", ["300"]],
      ["unmet", ["flange"]],
      ["unmet", ["visiting"]],
    ]);
  });

  it("is settled by one no, left open by one unknown, and everybody where nothing is asked", () => {
    const [yes, no, open]: EligibilityRule[] = [
      { fact: "home_member" },
      { fact: "kind", anyOf: ["carrier"] },
      { fact: "employees", atLeast: 1, atMost: null },
    ];
    if (!yes || !no || !open) throw new Error("three rules");
    fc.assert(
      fc.property(fc.array(fc.constantFrom(yes, no, open)), (rules) => {
        const { concern, reasons } = concernOf(rules, member);
        expect(reasons.map(({ rule }) => rule)).toEqual(rules);
        expect(concern).toBe(rules.includes(no) ? "not" : rules.includes(open) ? "perhaps" : "concerns");
      }),
    );
  });

  it("knows its facts by name and says which it does not know", () => {
    expect(readRules([{ fact: "home_member" }])).toMatchObject({ ok: true });
    expect(readRules([{ fact: "credit_score" }])).toMatchObject({
      error: { code: "town.policy.rule_unknown_fact", params: { fact: "credit_score" } },
    });
    expect(readRules([{ fact: "kind", anyOf: [] }])).toMatchObject({ error: { code: "town.policy.rule_incomplete" } });
  });
});
