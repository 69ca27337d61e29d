import { emptySpec } from "@jizhen/spec";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { SuppliersRequest } from "../detail/request.ts";
import { aheadDraft, aheadForm, type ShownRequest } from "./ahead-form.ts";
import { emptyForm, fitted, isQuoteForm, type QuoteForm } from "./form.ts";

const shown = (currency: string, incoterm: string | null, numbers: readonly number[]) =>
  ({ currency, incoterm, place: "定襄县", lines: numbers.map((lineNo) => ({ lineNo })) }) as unknown as ShownRequest;
const whole = (currency: string, incoterm: string | null, numbers: readonly number[], taxIncluded: boolean) =>
  ({
    closesAt: new Date("2026-11-25T09:00:00Z"),
    serverNow: new Date("2026-11-23T09:00:00Z"),
    terms: {
      lines: numbers.map((lineNo) => ({ lineNo, spec: emptySpec("flange"), quantity: { value: "10", unit: "H87" } })),
      delivery: { place: "定襄县河边镇", country: "CN", regionCode: null, port: "天津", incoterm },
      currency,
      quoteCurrencies: ["USD", "CNY"],
      fx: [],
      taxIncluded,
      paymentDays: 45,
      standstillDays: 3,
      ceiling: null,
    },
  }) as unknown as SuppliersRequest;

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const typed = fc.record({ price: fc.stringMatching(/^\d{1,4}(\.\d{1,2})?$/), leadDays: fc.stringMatching(/^\d{1,3}$/), note: fc.string() });

it("carries prices, currency and tax as typed into the quote, and takes every other term from the request", () => {
  fc.assert(
    fc.property(
      numbers,
      numbers,
      fc.array(typed, { minLength: 5, maxLength: 5 }),
      fc.constantFrom("CNY", "USD", "EUR"),
      fc.constantFrom(null, "FOB", "EXW"),
      fc.boolean(),
      fc.boolean(),
      (seen, asked, said, currency, incoterm, mine, theirs) => {
        const blank = aheadForm(shown(currency, incoterm, seen), null);
        const lines = blank.lines.map((line, at) => ({ ...line, ...said[at] }));
        const kept: unknown = JSON.parse(JSON.stringify(aheadDraft({ ...blank, lines, priceIncludesTax: mine })));
        if (!isQuoteForm(kept)) throw new Error("the quote does not know its draft");
        const request = whole(currency, incoterm, asked, theirs);
        const { lines: empty, ...terms } = emptyForm(request);
        const quote = fitted(kept, request);
        const carried: QuoteForm = {
          ...terms,
          currency,
          priceIncludesTax: mine,
          lines: empty.map((line) => lines.find(({ lineNo }) => lineNo === line.lineNo) ?? line),
        };
        expect(quote).toEqual(carried);
        expect(aheadForm(shown(currency, incoterm, seen), kept).lines).toEqual(lines);
      },
    ),
  );
});
