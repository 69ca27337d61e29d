import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSign, nearNumbers, normaliseNumber, organisationCheckSign, readCreditCode, registrarOf, signs } from "./credit-code.ts";
import { admitNumber, readNumber } from "./model.ts";

const sound = "91350100M000100Y43";
const sign = fc.constantFrom(...signs);
/** A code whose two digits hold, over an organisation part of digits and letters that GB 11714 knows. */
const soundCode = fc
  .tuple(fc.array(sign, { minLength: 8, maxLength: 8 }), fc.array(sign, { minLength: 8, maxLength: 8 }))
  .map(([head, part]) => {
    const body = part.join("");
    const first = `${head.join("")}${body}${organisationCheckSign(body)}`;
    return `${first}${checkSign(first)}`;
  });
/** Any UTF-16, halves of signs included; built by hand because the library's own takes seconds to prepare. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units));
const outcome = (written: string) => {
  const read = readCreditCode(written);
  return read.ok ? read.value.warned : read.error.code;
};

describe("a unified social credit code", () => {
  it.each([
    ["９１３５０１００ｍ０００１００ｙ４３", "full-width and lower case"],
    ["9135 0100 M000 100Y 43", "blanks"],
    ["91350100-M000100Y-43", "hyphens"],
    ["91350100\u2014M000100Y\u301c43".replace("\u301c", "\u2013"), "dashes"],
  ])("is one number however it is written: %s (%s)", (written) => expect(normaliseNumber(written)).toBe(sound));

  it("is sound when both digits hold, and any other spelling of it stays sound", () => {
    fc.assert(
      fc.property(
        soundCode.filter((code) => new Set(code).size > 1),
        (code) => {
          expect(outcome(code)).toEqual([]);
          expect(outcome(`${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`)).toEqual([]);
        },
      ),
    );
  });

  it("notices every single wrong sign in its body", () => {
    fc.assert(
      fc.property(soundCode, fc.nat(16), sign, (code, index, other) => {
        fc.pre(code[index] !== other);
        expect(outcome([...code].with(index, other).join(""))).not.toEqual([]);
      }),
    );
  });

  it.each([
    { written: "91110000600O37341L", code: "town.organisation.code_character", params: { position: 12, sign: "O", hint: "0" } },
    { written: "9135010IM000100Y43", code: "town.organisation.code_character", params: { position: 8, sign: "I", hint: "1" } },
    { written: "9135 0100 M000 10 0Y 4中", code: "town.organisation.code_sign", params: { position: 18, sign: "中" } },
    { written: "91350100M000100Y4", code: "town.organisation.code_length", params: { length: 17 } },
    { written: "", code: "town.organisation.code_length", params: { length: 0 } },
    { written: "111111111111111111", code: "town.organisation.code_all_equal" },
  ])("$written is refused with its place and the sign that was probably meant", ({ written, code, params }) => {
    const read = readCreditCode(written);
    expect(read.ok ? null : { code: read.error.code, ...("params" in read.error && { params: read.error.params }) }).toEqual({
      code,
      ...(params && { params }),
    });
  });

  it("never throws, whatever is pasted", () => {
    fc.assert(fc.property(anyText, (written) => typeof readCreditCode(written).ok === "boolean"));
  });
});

describe("asking instead of refusing", () => {
  const doubtful = "91110000600037341N";
  it("asks once when a digit fails, and takes the answer that the licence shows exactly this", () => {
    const asked = admitNumber({ country: "CN", number: doubtful, shownExactly: false });
    expect(asked.ok ? null : asked.error.code).toBe("town.organisation.code_needs_confirmation");
    const taken = admitNumber({ country: "CN", number: doubtful, shownExactly: true });
    expect(taken.ok && taken.value).toMatchObject({ number: doubtful, codeState: "warned" });
  });
  it("never asks for a sound code, and never lets a tick past a wrong form", () => {
    expect(admitNumber({ country: "CN", number: sound, shownExactly: false }).ok).toBe(true);
    expect(admitNumber({ country: "CN", number: "91110000600O37341L", shownExactly: true }).ok).toBe(false);
  });
  it("reads a foreign register number without China's rules", () => {
    expect(readNumber("DE", "hrb 12345")).toEqual({ ok: true, value: { number: "HRB12345", codeState: "sound", which: [] } });
    expect(readNumber("DE", "<script>").ok).toBe(false);
  });
});

describe("near numbers", () => {
  it("hold every single changed sign and every swap of two, each way, and never the number itself", () => {
    fc.assert(
      fc.property(soundCode, fc.nat(17), fc.nat(17), sign, (code, i, j, other) => {
        const near = new Set(nearNumbers(code));
        const written = [...code];
        const changed = written.with(i, other).join("");
        const swapped = written
          .with(i, written[j] ?? "")
          .with(j, written[i] ?? "")
          .join("");
        expect(near.has(changed)).toBe(changed !== code);
        expect(near.has(swapped)).toBe(swapped !== code);
        expect(nearNumbers(changed).includes(code)).toBe(changed !== code);
      }),
    );
  });
});

it.each([
  ["92140921DEM000014N", "individual_business"],
  ["91140921DEM000014N", "business"],
  ["52140921DEM000014N", "civil_affairs"],
  ["12140921DEM000014N", "institution"],
  ["Y1140921DEM000014N", "other"],
])("%s was registered by %s", (number, registrar) => expect(registrarOf(number)).toBe(registrar));

/** Collected examples lie beside the repository; a plain clone has none, a build that promises them must. */
const examples = fileURLToPath(new URL("../../../../../shared/data/conformance/uscc/uscc-examples.json", import.meta.url));
type Examples = { valid: { code: string }[]; invalid: { code: string }[]; published_but_check_digit_wrong: { code: string }[] };

describe.skipIf(!existsSync(examples) && !process.env.CI)("published examples (not run where the examples are absent)", () => {
  it("are sound, and each spoilt one is refused or asked about", () => {
    expect(existsSync(examples), `the examples are missing: ${examples}`).toBe(true);
    const { valid, invalid, published_but_check_digit_wrong: doubtful } = JSON.parse(readFileSync(examples, "utf8")) as Examples;
    expect(valid.length).toBeGreaterThan(30);
    expect(valid.filter(({ code }) => JSON.stringify(outcome(code)) !== "[]")).toEqual([]);
    expect([...invalid, ...doubtful].filter(({ code }) => JSON.stringify(outcome(code)) === "[]")).toEqual([]);
  });
});
