import { canonical, LocalDate } from "@jizhen/kernel";
import type { CapabilityRange } from "@jizhen/spec";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeLine } from "./filter.ts";
import { fixesOf } from "./fixes.ts";
import { candidate, line, need, on, orgOf, pieces, requirement, set, supply, town } from "./matching.fixtures.ts";
import { type Candidate, features, type LineNeed, type Need, type Supply, type Town, weights } from "./model.ts";
import { explain, runMatch } from "./run.ts";

const scoreOf = (one: Candidate, asked: Need = need(), where: Town = town): number => explain(one, asked, where).score ?? -1;
const valueOf = (feature: string, one: Candidate, asked: Need = need()) =>
  explain(one, asked, town).contributions.find((part) => part.feature === feature)?.value;

describe("the hard filter", () => {
  it.each<[string, Partial<Supply> & { attributes?: Record<string, CapabilityRange> }, Partial<Need>, string]>([
    ["fits", {}, {}, "satisfied"],
    ["makes another type, and says its list is complete", { attributes: { type: set(["SO"]), rating: set(["PN16"]) } }, {}, "violated"],
    ["makes another type among others", { attributes: { type: set(["SO"], false), rating: set(["PN16"]) } }, {}, "unknown"],
    ["needs longer than a firm date leaves", { leadDays: 31 }, { firmDate: true }, "violated"],
    ["needs exactly the days that are left", { leadDays: 30 }, { firmDate: true }, "satisfied"],
    ["needs longer, the date is not firm", { leadDays: 31 }, {}, "satisfied"],
    ["declared no lead time, the date is firm", { leadDays: null }, { firmDate: true }, "satisfied"],
    ["its statement ran out yesterday", { validTo: LocalDate.parse("2026-11-22") }, {}, "violated"],
    ["its statement runs out today", { validTo: on }, {}, "satisfied"],
  ])("a firm that %s", (_, parts, asked, verdict) => {
    expect(explain(candidate({ supplies: [supply(parts)] }), need(asked), town).verdict).toBe(verdict);
  });

  it("takes a line by text on its family alone", () => {
    const asked = need({ lines: [line({ requirements: [] }), line({ lineNo: 2, family: "forging", requirements: [] })] });
    expect(explain(candidate(), asked, town)).toMatchObject({ verdict: "satisfied", fits: [1] });
  });

  it("invites for the lines that fit, by the best of the firm's sources", () => {
    const offer = supply({ source: "offr_1", attributes: { type: set(["BL"]), rating: set(["PN16"]) } });
    const asked = need({
      lines: [
        line(),
        line({ lineNo: 2, requirements: [requirement("type", "BL")] }),
        line({ lineNo: 3, requirements: [requirement("type", "TH")] }),
      ],
    });
    const answer = explain(candidate({ supplies: [supply(), offer] }), asked, town);
    expect(answer.fits).toEqual([1, 2]);
    expect(answer.lines.map(({ source }) => source)).toEqual(["capa_1", "offr_1", expect.any(String)]);
  });

  it.each(["own_request", "not_active", "blocked", "conflict"] as const)("keeps out whoever is barred: %s", (bar) => {
    expect(explain(candidate({ bar }), need(), town)).toMatchObject({ verdict: "violated", fits: [], score: null });
  });
});

describe("the seven features", () => {
  it("have weights that sum to 100", () => {
    expect(features.reduce((sum, feature) => sum + weights[feature], 0)).toBe(100);
  });

  it.each<[string, Candidate, Need, number | undefined]>([
    ["closeness", candidate(), need(), 100],
    [
      "closeness",
      candidate(),
      need({
        lines: [
          line({ requirements: [requirement("type", "SO", { hard: false, weight: 3 }), requirement("facing", "RF", { hard: false })] }),
        ],
      }),
      88, // 3 of 4 held, 1 unknown: 87.5 %
    ],
    ["delivery", candidate(), need(), 80], // 30 days left, 20 needed: 60 + 40 · 10 / 20
    ["delivery", candidate({ supplies: [supply({ leadDays: 31 })] }), need(), 0],
    ["delivery", candidate({ supplies: [supply({ leadDays: 30 })] }), need(), 60],
    ["delivery", candidate({ supplies: [supply({ leadDays: null })] }), need(), 30],
    ["delivery", candidate({ supplies: [supply({ leadDays: 1 })] }), need(), 100],
    ["evidence", candidate(), need(), 40],
    ["evidence", candidate({ supplies: [supply({ verified: ["type"] })] }), need(), 63], // (85 + 40) / 2 = 62.5
    ["record", candidate(), need(), 50],
    ["record", candidate({ record: { finished: 8, onTime: 8, claims: 0 } }), need(), 75],
    ["record", candidate({ record: { finished: 8, onTime: 8, claims: 8 } }), need(), 38],
    ["capacity", candidate(), need(), 100],
    ["capacity", candidate({ supplies: [supply({ free: pieces(50) })] }), need(), 25],
    ["capacity", candidate({ supplies: [supply({ free: null })] }), need(), 30],
    ["nearness", candidate(), need(), 100],
    ["nearness", candidate({ supplies: [supply({ works: "140981" })] }), need(), 80],
    ["nearness", candidate({ supplies: [supply({ works: "140100" })] }), need(), 60],
    ["nearness", candidate({ supplies: [supply({ works: "320500" })] }), need(), 30],
    ["newcomer", candidate(), need(), 100],
    ["newcomer", candidate({ invitations30: 4 }), need(), 0],
    ["newcomer", candidate({ record: { finished: 3, onTime: 3, claims: 0 } }), need(), 0],
  ])("%s", (feature, one, asked, expected) => {
    expect(valueOf(feature, one, asked)).toBe(expected);
  });
});

const anyLevel = fc.integer({ min: 0, max: 40 });
const anyDocument = fc.record({
  kind: fc.constantFrom("EN 10204 3.1", "ISO 9001"),
  issuer: fc.constant("演示检测"),
  number: fc.constant("1"),
  validTo: fc.constantFrom(null, LocalDate.parse("2026-12-01"), LocalDate.parse("2027-12-01")),
  state: fc.constantFrom("held", "lapsed", "in_progress", "not_available" as const),
  proves: fc.subarray(["type", "rating", "material"]),
  onFile: fc.boolean(),
  accredited: fc.boolean(),
});
const codes = ["WN", "SO", "BL", "PN16", "PN25", "20#", "304"];
const anySupply: fc.Arbitrary<Supply> = fc
  .record({
    source: fc.constantFrom("capa_1", "capa_2", "offr_1"),
    attributes: fc.dictionary(
      fc.constantFrom("type", "rating", "material"),
      fc.tuple(fc.subarray(codes), fc.boolean()).map(([values, closed]) => set(values, closed)),
    ),
    documents: fc.array(anyDocument, { maxLength: 3 }),
    verified: fc.subarray(["type", "rating", "material"]),
    leadDays: fc.option(anyLevel, { nil: null }),
    free: fc.option(fc.integer({ min: 1, max: 500 }).map(pieces), { nil: null }),
    works: fc.constantFrom(null, "140921", "140981", "140100", "320500"),
    validTo: fc.constantFrom(null, LocalDate.parse("2026-11-22"), LocalDate.parse("2027-01-01")),
  })
  .map((parts) => supply(parts));
const anyRecord = fc.tuple(anyLevel, anyLevel, anyLevel).map(([finished, onTime, claims]) => ({
  finished,
  onTime: Math.min(finished, onTime),
  claims: Math.min(finished, claims),
}));
const anyCandidate: fc.Arbitrary<Candidate> = fc
  .record({
    orgId: fc.integer({ min: 1, max: 1_000 }).map(orgOf),
    supplies: fc.uniqueArray(anySupply, { maxLength: 3, selector: ({ source }) => source }),
    record: anyRecord,
    invitations30: fc.integer({ min: 0, max: 9 }),
    tie: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 8, maxLength: 8 }),
    bar: fc.constantFrom(null, null, null, "blocked" as const),
  })
  .map((parts) => candidate(parts));
const anyLine: fc.Arbitrary<LineNeed> = fc
  .record({
    requirements: fc.array(
      fc
        .tuple(
          fc.constantFrom("type", "rating", "material"),
          fc.constantFrom(...codes),
          fc.boolean(),
          fc.integer({ min: 0, max: 5 }),
          fc.boolean(),
        )
        .map(([attribute, value, hard, weight, doubt]) => requirement(attribute, value, { hard, weight, doubt })),
      { maxLength: 5 },
    ),
    quantity: fc.integer({ min: 1, max: 900 }).map(pieces),
    wantedDate: fc.option(
      fc.integer({ min: 1, max: 28 }).map((day) => LocalDate.parse(`2026-12-${String(day).padStart(2, "0")}`)),
      { nil: null },
    ),
  })
  .map((parts) => line(parts));
const anyNeed: fc.Arbitrary<Need> = fc
  .record({ lines: fc.array(anyLine, { minLength: 1, maxLength: 3 }), firmDate: fc.boolean(), place: fc.constantFrom(null, "140921") })
  .map(({ lines, ...rest }) => need({ ...rest, lines: lines.map((one, at) => ({ ...one, lineNo: at + 1 })) }));
const anyTown: fc.Arbitrary<Town> = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 9 }))
  .map(([d, onTime, claims, medianInvitations]) => ({
    onTime: { n: Math.min(onTime, d), d },
    claims: { n: Math.min(claims, d), d },
    medianInvitations,
  }));

describe("a score", () => {
  it("is exactly the sum of its contributions, each weight × value", () => {
    fc.assert(
      fc.property(anyCandidate, anyNeed, anyTown, (one, asked, where) => {
        const { score, contributions, verdict } = explain(one, asked, where);
        if (score === null) return verdict === "violated";
        const sum = contributions.reduce(
          (whole, { weight, value, contribution }) => whole + (weight * value === contribution ? contribution : Number.NaN),
          0,
        );
        return sum === score && contributions.length === 7 && score >= 0 && score <= 10_000;
      }),
      { numRuns: 100_000 },
    );
  }, 120_000);

  it("is never lowered by better evidence, more slack, fewer claims or more capacity", () => {
    fc.assert(
      fc.property(anyCandidate, anyNeed, anyTown, fc.constantFrom("verified", "lead", "claims", "free"), (one, asked, where, kind) => {
        const better = (source: Supply): Supply => {
          if (kind === "verified") return { ...source, verified: ["type", "rating", "material"] };
          if (kind === "lead" && source.leadDays !== null) return { ...source, leadDays: Math.floor(source.leadDays / 2) };
          if (kind === "free" && source.free !== null) return { ...source, free: pieces(Number(source.free.value) * 2) };
          return source;
        };
        const record = kind === "claims" ? { ...one.record, claims: Math.floor(one.record.claims / 2) } : one.record;
        // Firmness may turn a late source into a fitting one and so change the lines that are scored: held still here.
        const still = { ...asked, firmDate: false };
        expect(scoreOf({ ...one, record, supplies: one.supplies.map(better) }, still, where)).toBeGreaterThanOrEqual(
          scoreOf(one, still, where),
        );
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("a run", () => {
  const many = fc.uniqueArray(anyCandidate, { maxLength: 12, selector: ({ orgId }) => orgId });

  it("is byte-equal whatever the order of firms and of their sources", () => {
    fc.assert(
      fc.property(many, anyNeed, anyTown, (firms, asked, where) => {
        const turned = firms.toReversed().map((firm) => ({ ...firm, supplies: firm.supplies.toReversed() }));
        const unique = new Set(firms.map(({ tie }) => tie)).size === firms.length;
        return !unique || canonical(runMatch(asked, turned, where)) === canonical(runMatch(asked, firms, where));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is byte-equal when what narrowing would drop is not judged", () => {
    fc.assert(
      fc.property(many, anyNeed, anyTown, (firms, asked, where) => {
        const unique = new Set(firms.map(({ tie }) => tie)).size === firms.length;
        const supplies = new Map<string, Supply>(
          firms.flatMap((firm) => firm.supplies.map((one) => [`${firm.orgId} ${one.source}`, one] as const)),
        );
        const named = firms.map((firm) => ({
          ...firm,
          supplies: firm.supplies.map((one) => ({ ...one, source: `${firm.orgId} ${one.source}` })),
        }));
        const mayFit = (source: string, lineNo: number) => {
          const [line, held] = [asked.lines[lineNo - 1], supplies.get(source)];
          return line !== undefined && held !== undefined && judgeLine(line, [held], asked)[0]?.verdict !== "violated";
        };
        return !unique || canonical(runMatch(asked, named, where, mayFit)) === canonical(runMatch(asked, named, where));
      }),
      { numRuns: 500 },
    );
  });

  it("does not change anybody's score when a firm leaves", () => {
    fc.assert(
      fc.property(many, anyNeed, anyTown, (firms, asked, where) => {
        const whole = new Map(runMatch(asked, firms, where).candidates.map((one) => [one.orgId, one.score]));
        for (const { orgId, score } of runMatch(asked, firms.slice(1), where).candidates) expect(score).toBe(whole.get(orgId));
      }),
      { numRuns: 1_000 },
    );
  });

  it("invites the best 30 and five newcomers beyond them, by the hash between equals", () => {
    const old = Array.from({ length: 40 }, (_, at) => candidate({ orgId: orgOf(at + 1), invitations30: 5, tie: String(99 - at) }));
    const fresh = Array.from({ length: 7 }, (_, at) =>
      candidate({ orgId: orgOf(at + 100), supplies: [supply({ leadDays: 40 })], tie: `a${at}` }),
    );
    const { invited } = runMatch(need(), [...old, ...fresh], town);
    expect(invited).toHaveLength(35);
    expect(invited.slice(0, 2)).toEqual([orgOf(40), orgOf(39)]);
    expect(invited.slice(30)).toEqual([100, 101, 102, 103, 104].map(orgOf));
  });

  it("puts firms that plainly fit before firms that must be asked", () => {
    const asked = candidate({ orgId: orgOf(1), supplies: [supply({ attributes: {}, verified: ["type", "rating"] })] });
    const fits = candidate({ orgId: orgOf(2), supplies: [supply({ leadDays: 40 })] });
    expect(runMatch(need(), [asked, fits], town).invited).toEqual([orgOf(2), orgOf(1)]);
  });
});

describe("the fix list", () => {
  it("names each single change that alone is enough", () => {
    const one = candidate({ supplies: [supply({ attributes: { type: set(["SO"]), rating: set(["PN16"]) } })] });
    expect(fixesOf(one, need())).toEqual([{ lineNo: 1, way: "declare", attributes: ["type"], enough: true }]);
  });

  it("names the whole set where no single change is enough", () => {
    const one = candidate({ supplies: [supply({ attributes: { type: set(["SO"]), rating: set(["PN25"]) } })] });
    expect(fixesOf(one, need())).toEqual([{ lineNo: 1, way: "declare", attributes: ["type", "rating"], enough: false }]);
  });

  it("says when the family itself is missing, and nothing where the line fits", () => {
    expect(fixesOf(candidate({ supplies: [] }), need())).toEqual([{ lineNo: 1, way: "family", attributes: [], enough: true }]);
    expect(fixesOf(candidate(), need())).toEqual([]);
  });
});
