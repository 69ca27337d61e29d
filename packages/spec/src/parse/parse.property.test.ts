import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { allCases } from "../cases/all.ts";
import type { ParsedLine, Span } from "../model.ts";
import { parse } from "./parse.ts";

// Thousands of lines a test: enough for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const texts = allCases.flatMap((part) => [...part.tuned, ...part.heldOut]).map((one) => one.text);
const words = [...new Set(texts.flatMap((text) => text.split(/\s+/)))];
const broken = fc.constantFrom(
  "\ud800",
  "\udc00",
  "\u0000",
  "\u202e",
  "½",
  "①",
  "㎏",
  "İ",
  "ﷺ",
  "\t",
  "|",
  "\n",
  "  ",
  "；",
  "×",
  '"',
  "#",
);
/** Lines made of the trade's own words, of broken signs and of anything at all. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.oneof(fc.constantFrom(...words), broken, fc.string({ maxLength: 6 })), { maxLength: 30 }).map((parts) => parts.join(" ")),
  fc.array(fc.oneof(fc.constantFrom(...words), broken), { maxLength: 20 }).map((parts) => parts.join("")),
);

const wordSign = /[\p{L}\p{N}]/u;

/** Every letter and digit is in a recognised span, in the note, or in the head of a table. */
function lostWords(text: string): string[] {
  const { lines, frame } = parse(text);
  const safe = new Uint8Array(text.length);
  const keep = ({ start, end }: Span): void => void safe.fill(1, start, end);
  frame.forEach(keep);
  for (const line of lines) for (const { span } of line.read) keep(span);
  const notes = lines.map((line) => line.spec.note.replace(/\s/g, "")).join("");
  const lost: string[] = [];
  let run = "";
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text.charAt(at);
    if (at < text.length && safe[at] === 0 && wordSign.test(sign)) run += sign;
    else if (run !== "") {
      if (!notes.includes(run)) lost.push(run);
      run = "";
    }
  }
  return lost;
}

describe("any text at all", () => {
  it("is answered without a fault and without losing a word", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(lostWords(text)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("gets the same answer every time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parse(text)).toEqual(parse(text));
      }),
      { numRuns: 100 },
    );
  });
});

const facts = (line: ParsedLine | undefined): unknown => ({
  family: line?.spec.family,
  values: line?.spec.values.map(({ attribute, value, state }) => [attribute, value, state]),
  quantity: line?.quantity,
  lead: line?.leadDays,
  date: line?.wantedDate,
});
const wide = (text: string): string =>
  Array.from(text, (sign) =>
    /[!-~]/.test(sign) && sign !== "~" ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign === " " ? "\u3000" : sign,
  ).join("");

it("reads full-width signs as their half-width ones", () => {
  for (const text of texts) {
    const plain = text.replace(/ {2,}/g, " ");
    expect(facts(parse(wide(plain)).lines[0]), text).toEqual(facts(parse(plain).lines[0]));
  }
});

it("never turns a sure value into another when words are left out", () => {
  for (const text of texts) {
    const [whole] = parse(text).lines;
    if (whole === undefined) continue;
    const sure = new Map(
      whole.spec.values.filter((held) => held.state === "sure").map((held) => [held.attribute, JSON.stringify(held.value)]),
    );
    for (const { span } of whole.read) {
      const shorter = `${text.slice(0, span.start)} ${text.slice(span.end)}`;
      const [line] = parse(shorter).lines;
      if (line === undefined || line.spec.family !== whole.spec.family) continue;
      for (const held of line.spec.values) {
        const before = sure.get(held.attribute);
        // One of several decorations may go missing; that is a field gone, not a field changed.
        const changed = Array.isArray(held.value)
          ? held.value.some((value) => before?.includes(value) !== true)
          : JSON.stringify(held.value) !== before;
        if (held.state !== "sure" || held.origin === "assumed" || before === undefined) continue;
        expect(changed, `${held.attribute} of ${text} without ${text.slice(span.start, span.end)}`).toBe(false);
      }
    }
  }
});

/** The same request in both languages. */
const pairs: readonly (readonly [string, string])[] = [
  ["带颈对焊法兰 DN150 PN16 突面 20# 200片 30天交货", "welding neck flange DN150 PN16 raised face 20# 200 pcs delivery 30 days"],
  ["法兰盖 4寸 150磅 突面 A105 12个", "blind flange 4 inch 150lb raised face A105 12 pcs"],
  ["承插焊法兰 DN25 CL600 A105 40个", "socket weld flange DN25 CL600 A105 40 nos"],
  ["板式平焊法兰 DN200 PN10 全平面 Q235B 50片", "plate flange DN200 PN10 flat face Q235B 50 pieces"],
  ["锻环 Φ820×Φ500×120 16Mn 10件", "forged ring Φ820×Φ500×120 16Mn 10 pcs"],
  ["清香型白酒 53度 500毫升 2000箱(6瓶/箱)", "light aroma baijiu 53 degrees 500 ml 2000 cases (6 bottles/case)"],
  ["高脚杯 450毫升 人工吹制 无铅水晶 20000只", "stemware 450 ml hand-blown lead-free crystal 20000 pcs"],
  ["玛钢三通 DN20 镀锌 3000个", "malleable iron tee DN20 galvanized 3000 pcs"],
  [
    "聚羧酸高性能减水剂 标准型 液体 固含量40% 30吨",
    "polycarboxylate high-performance water reducer standard liquid solid content 40% 30 tons",
  ],
];

it.each(pairs)("gives the same fields for %s and %s", (zh, en) => {
  const plain = (line: ParsedLine | undefined) => ({ ...(facts(line) as object), packs: line?.packs });
  expect(plain(parse(en).lines[0])).toEqual(plain(parse(zh).lines[0]));
});

describe("large and hostile pastes", () => {
  const within = (text: string): { lines: number; codes: string[] } => {
    const started = performance.now();
    const answer = parse(text);
    expect(performance.now() - started).toBeLessThan(10_000);
    return { lines: answer.lines.length, codes: answer.findings.map((one) => one.code) };
  };

  it("keeps a line beyond the limit whole, by text, and says so", () => {
    const long = `WN DN150 PN16 ${"x".repeat(100_000)}`;
    const { lines, findings } = parse(long);
    expect(findings.map((one) => one.code)).toContain("spec.line.too_long");
    expect(
      lines
        .map((line) => line.spec.note)
        .join("")
        .replace(/\s/g, ""),
    ).toBe(long.replace(/\s/g, ""));
  });

  it("keeps the lines beyond the limit by text, and says so", () => {
    expect(within("WN DN150 PN16 20# 1片\n".repeat(1_200)).codes).toContain("spec.paste.too_long");
  });

  it.each([
    ["blanks", " ".repeat(100_000)],
    ["digits", "1".repeat(1_990)],
    ["digits and blanks", "1 ".repeat(990)],
    ["quotes", '1"'.repeat(990)],
    ["thousands", "1,000".repeat(390)],
    ["numerals", "百".repeat(1_990)],
    ["crosses", "1×1".repeat(660)],
    ["tabs", "\t".repeat(1_990)],
    ["semicolons", "1片;".repeat(660)],
    ["lone surrogates", "\ud83d".repeat(1_990)],
  ])("answers %s in time", (_, text) => {
    within(text);
  });
});
