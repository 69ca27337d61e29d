import superjson from "superjson";

const nested = (open: string, close: string, levels: number) => `{"json":${open.repeat(levels)}1${close.repeat(levels)}}`;

/** Texts sent as the body of a call as they stand: JSON that is none, and envelopes that lie about what they hold. */
export function hostileBodies(valid: unknown): string[] {
  const good = safely(valid);
  const json = JSON.stringify((JSON.parse(good) as { json: unknown }).json ?? null);
  const meta = (values: unknown) => `{"json":${json},"meta":{"values":${JSON.stringify(values)}}}`;
  return [
    "",
    "{",
    "null",
    "7",
    "[]",
    '""',
    '{"json":',
    `${good}${good}`,
    `\ufeff${good}`,
    "{json:1}",
    '{"json":1e400}',
    '{"json":-0}',
    '{"json":9007199254740993}',
    '{"json":{"id":"\\ud800"}}',
    '{"json":{"id":"\\u0000"}}',
    `{"json":${json},"json":{"id":7}}`,
    good.replace(/"([a-zA-Z]+)":/, '"$1":"first","$1":'),
    nested("[", "]", 10_000),
    nested('{"a":', "}", 10_000),
    `{"json":"${"x".repeat(900_000)}"}`,
    `{"json":[${"0,".repeat(200_000)}0]}`,
    meta({ id: ["Date"] }),
    meta(["Date"]),
    meta([["undefined"]]),
    meta({ requestId: ["regexp"] }),
    meta({ requestId: ["set"] }),
    meta({ requestId: ["map"] }),
    meta({ requestId: ["bigint"] }),
    meta({ requestId: ["URL"] }),
    meta({ requestId: ["Error"] }),
    meta({ requestId: [["class", "Object"]] }),
    meta({ requestId: [["symbol", "x"]] }),
    meta({ requestId: [["typed-array", "Uint8Array"]] }),
    meta({ "__proto__.polluted": ["Date"] }),
    meta({ "constructor.prototype.polluted": ["number"] }),
    meta({ "a.b.c.d": ["set"] }),
    meta("x"),
    meta(7),
    `{"json":${json},"meta":{"referentialEqualities":{"__proto__":["a"]}}}`,
    `{"json":${json},"meta":{"referentialEqualities":[["a",["b"]]]}}`,
    `{"json":${json},"meta":null}`,
    `{"json":${json},"meta":{"v":99,"values":[[[[]]]]}}`,
    `{"json":${JSON.stringify({ __proto__: null, constructor: { prototype: { polluted: 1 } } })}}`,
    '{"json":{"__proto__":{"polluted":1},"toString":1,"then":1}}',
    '{"0":{"json":{}}}',
  ];
}

/** The client's own way of writing an input; what it cannot write is sent as an empty one. */
function safely(value: unknown): string {
  try {
    return superjson.stringify(value);
  } catch {
    return '{"json":{}}';
  }
}
