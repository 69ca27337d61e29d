import fc from "fast-check";

/** Texts that broke other people's programs: markup, SQL, paths, formats, marks of direction, halves of signs. */
export const naughtyTexts = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\u202egpj.exe",
  "\u200b\u200d\ufeff",
  "ﷺ".repeat(50),
  "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
  "👩‍👩‍👧‍👦".repeat(20),
  "'; drop table person; --",
  "' or 1=1 --",
  "\\'; select pg_sleep(5); --",
  "$1 $2 $$",
  "%s%n%x{0}{{7*7}}${7*7}<%= 7 %>",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "file:///etc/passwd",
  "http://169.254.169.254/latest/meta-data/",
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)",
  "+1",
  "-1",
  "0",
  "00",
  "1e400",
  "NaN",
  "Infinity",
  "0x10",
  "１２３",
  "1,000.00",
  "9".repeat(400),
  "a".repeat(100_000),
  "null",
  "undefined",
  "true",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "\r\nSet-Cookie: a=b",
  "2026-02-30",
  "2026-13-01T25:61:61Z",
  "+275760-09-13",
  "preq_00000000000000000000000000",
  "org_zzzzzzzzzzzzzzzzzzzzzzzzzz",
] as const;

const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...naughtyTexts) },
  fc.constantFrom<unknown>(Number.NaN, Infinity, -Infinity, -0, 0, -1, 2 ** 53 + 1, -(2 ** 53) - 1, 1.5, 5e-324, Number.MAX_VALUE),
  fc.constantFrom<unknown>(null, undefined, true, false, 10n ** 30n, new Date(Number.NaN), new Date(8.64e15), new Date(-8.64e15)),
  fc.constantFrom<unknown>([], {}, [[]], [null], { length: 1e9 }, new Map([["a", 1]]), new Set([1]), /a/, new Uint8Array(8)),
  fc.constant(0).map(() => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as unknown),
  fc.constant(0).map(() => deep(500)),
  fc.constant(0).map(() => Array.from({ length: 5_000 }, (_, index) => index)),
);

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

type Path = readonly (string | number)[];

/** Every place inside a value, itself included. */
function places(value: unknown, at: Path = []): Path[] {
  if (value === null || typeof value !== "object" || value instanceof Date || at.length > 8) return [at];
  return [at, ...Object.entries(value).flatMap(([name, part]) => places(part, [...at, Array.isArray(value) ? Number(name) : name]))];
}

/** A copy in which one place holds something else; `undefined` from `change` keeps the key with undefined. */
export function withChange(value: unknown, at: Path, change: (old: unknown) => unknown): unknown {
  const [step, ...rest] = at;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((part, index) => (index === step ? withChange(part, rest, change) : (part as unknown)));
  const record = value as Record<string, unknown>;
  return { ...record, [step]: withChange(record[step], rest, change) };
}

const aPlace = (value: unknown): fc.Arbitrary<Path> => fc.constantFrom(...places(value).slice(0, 200));

/** One place of a value that would do is made not to: another type, another size, a key too many or too few. */
export const nearMiss = (whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  whole.chain((value) =>
    fc.oneof(
      { weight: 5, arbitrary: fc.tuple(aPlace(value), hostile).map(([at, wrong]) => withChange(value, at, () => wrong)) },
      fc
        .tuple(aPlace(value), fc.constantFrom("extra", "__proto__", "constructor", "townId", "organisationId", "toString"))
        .map(([at, key]) =>
          withChange(value, at, (old) =>
            isRecord(old) ? Object.defineProperty({ ...old }, key, { value: "x", enumerable: true }) : [old, old],
          ),
        ),
      aPlace(value).map((at) =>
        withChange(value, at, (old) => (isRecord(old) ? Object.fromEntries(Object.entries(old).slice(1)) : undefined)),
      ),
      hostile,
    ),
  );

/** A value that fits with one place drawn anew: this is what gets furthest. */
export const varied = (base: unknown, fresh: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(aPlace(base), fresh).map(([at, other]) => {
    const found = at.reduce<unknown>((part, step) => (isObject(part) ? part[step] : undefined), other);
    return found === undefined ? base : withChange(base, at, () => found);
  });

const isObject = (value: unknown): value is Record<string | number, unknown> => typeof value === "object" && value !== null;
const isRecord = (value: unknown): value is Record<string, unknown> => isObject(value) && !Array.isArray(value);
