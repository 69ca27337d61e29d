import { UnitCode } from "@jizhen/kernel";
import { emptySpec } from "@jizhen/spec";
import { describe, expect, it } from "vitest";
import type { SuppliersRequest } from "../detail/request.ts";
import { check, draftOf, emptyForm, fieldOf, fitted, formFrom, minorOf, pastedColumn, type QuoteForm, sumOf } from "./form.ts";

const line = (lineNo: number, quantity: string) => ({
  lineNo,
  text: "WN DN150",
  spec: emptySpec("flange"),
  quantity: { value: quantity, unit: UnitCode.parse("H87") },
  wantedDate: null,
  splittable: true,
  equivalentGrades: false,
  note: "",
});

const request = {
  id: "preq_x",
  closesAt: new Date("2026-11-25T09:00:00Z"),
  serverNow: new Date("2026-11-23T09:00:00Z"),
  requestVersion: 1,
  terms: {
    lines: [line(1, "200"), line(2, "10")],
    delivery: { place: "定襄县", country: "CN", regionCode: null, port: null, incoterm: null },
    currency: "CNY",
    quoteCurrencies: ["CNY", "USD"],
    fx: [{ currency: "USD", rate: "7.1", date: "2026-11-02", source: "reference", note: "" }],
    taxIncluded: true,
    paymentDays: 30,
    standstillDays: 0,
    ceiling: null,
  },
} as unknown as SuppliersRequest;

const filled = (change: Partial<QuoteForm> = {}): QuoteForm => {
  const form = emptyForm(request);
  return { ...form, lines: form.lines.map((one) => ({ ...one, price: "12.5", leadDays: "20" })), ...change };
};
const problemsOf = (form: QuoteForm) => check(form, request).problems.map(({ path, code }) => `${path} ${code}`);

describe("a quote as it is written", () => {
  it("names every empty field at once, in the order of the page", () => {
    expect(problemsOf(emptyForm(request))).toEqual([
      "lines.0.price missing",
      "lines.0.leadDays missing",
      "lines.1.price missing",
      "lines.1.leadDays missing",
    ]);
  });

  it.each([
    {
      when: "a price is no number",
      change: { lines: [{ ...filled().lines[0], price: "12,5元" }, filled().lines[1]] as QuoteForm["lines"] },
      at: "lines.0.price",
    },
    {
      when: "a break costs more",
      change: { lines: [{ ...filled().lines[0], tiers: [{ from: "100", price: "13" }] }, filled().lines[1]] as QuoteForm["lines"] },
      at: "lines.0.price",
    },
    {
      when: "the minimum is above the demand",
      change: { lines: [{ ...filled().lines[0], minimum: "500" }, filled().lines[1]] as QuoteForm["lines"] },
      at: "lines.0.minimum",
    },
    { when: "a sea term has no port", change: { incoterm: "FOB" }, at: "port" },
    { when: "it runs out before the award", change: { validUntil: "2026-11-01" }, at: "validUntil" },
    { when: "a charge is no amount", change: { charges: { ...filled().charges, insurance: "abc" } }, at: "charges.insurance" },
  ])("$when: said at $at", ({ change, at }) => expect(problemsOf(filled(change))[0]).toMatch(new RegExp(`^${at} `)));

  it("goes out whole when every line is answered, and comes back the same", () => {
    const form = filled({ charges: { ...filled().charges, main_carriage: "120.5" } });
    const { content } = check(form, request);
    expect(content?.charges).toEqual([{ part: "main_carriage", amount: 12_050 }]);
    if (content === null) throw new Error("the quote is complete");
    expect(formFrom(content, request)).toEqual(form);
  });

  it("keeps a draft with the lines that have a price", () => {
    const form = emptyForm(request);
    expect(
      draftOf({ ...form, lines: form.lines.map((one, index) => (index === 1 ? { ...one, price: "3" } : one)) })?.lines.map(
        ({ lineNo }) => lineNo,
      ),
    ).toEqual([2]);
  });

  it("keeps what was typed for lines that are still asked after an amendment", () => {
    const smaller = { ...request, terms: { ...request.terms, lines: [line(1, "100")] } } as unknown as SuppliersRequest;
    expect(fitted(filled(), smaller).lines.map(({ price }) => price)).toEqual(["12.5"]);
  });
});

describe("figures while typing", () => {
  it("adds goods and charges, and shows both sides of the tax", () => {
    const sum = sumOf(filled({ charges: { ...filled().charges, packing: "10" } }), request.terms);
    expect(sum).toMatchObject({ goods: 262_500, charges: 1_000, gross: 263_500, net: 233_186, priced: 2 });
  });

  it("takes the price of the break that holds for the quantity", () => {
    const form = filled();
    const lines = form.lines.map((one, index) => (index === 0 ? { ...one, tiers: [{ from: "100", price: "10" }] } : one));
    expect(sumOf({ ...form, lines }, request.terms).goods).toBe(212_500);
  });

  it.each([
    ["12.5", "CNY", 1_250],
    ["12.555", "CNY", null],
    ["12", "JPY", 12],
    ["1.5", "JPY", null],
    ["-1", "CNY", null],
  ])("reads %s %s as %s minor units", (text, currency, minor) => expect(minorOf(text, currency)).toBe(minor));
});

it("reads a pasted column, with days beside it, and leaves a single value to the field", () => {
  expect(pastedColumn("¥1,200.50\t20天\n35\t15\n")).toEqual([
    { price: "1200.50", leadDays: "20" },
    { price: "35", leadDays: "15" },
  ]);
  expect(pastedColumn("35")).toBeNull();
});

it("finds the field of a rule's path", () => {
  const form = filled({ charges: { ...filled().charges, insurance: "3" } });
  expect(["lines.1.tiers", "lines.1.tiers.1.price", "charges.0.amount", "lines.1.leadDays"].map((path) => fieldOf(path, form))).toEqual([
    "lines.1.price",
    "lines.1.tiers.0.price",
    "charges.insurance",
    "lines.1.leadDays",
  ]);
});
