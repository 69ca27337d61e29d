import fc from "fast-check";
import * as z from "zod";

/** The part of JSON Schema that zod writes for inputs. */
export type Schema = {
  readonly [word: string]: unknown;
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
};

const instant = "x-instant";

/** What a procedure takes, as data; instants, which JSON does not know, keep a mark of their own. */
export const schemaOf = (input: z.ZodType): Schema =>
  z.toJSONSchema(input, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: instant });
    },
  }) as Schema;

/** Ids that exist, by their prefix: without them nothing would be reached behind validation. */
export type Pool = Readonly<Record<string, readonly string[]>>;

const idPattern = /^\^\(?([a-z]{2,8})_/;
const strings = fc.oneof(
  fc.string({ maxLength: 40, unit: "grapheme" }),
  fc.constantFrom("带颈对焊 DN150 PN16", "1", "200", "演示", "a".repeat(200)),
);

const number = (given: unknown, otherwise: number): number => (typeof given === "number" ? given : otherwise);

/** Values of which the schema says that they fit. What refinements ask for beyond it stays a matter of luck. */
export function fitting(schema: Schema, pool: Pool, root: Schema = schema, depth = 0): fc.Arbitrary<unknown> {
  const inner = (one: Schema) => fitting(one, pool, root, depth + 1);
  if (depth > 12) return fc.constant(null);
  if (typeof schema["$ref"] === "string") return inner(resolve(schema["$ref"], root));
  if ("const" in schema) return fc.constant(schema["const"]);
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...(schema["enum"] as unknown[]));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(inner));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(inner)).map((parts) => Object.assign({}, ...parts) as unknown);
  switch (schema.type) {
    case "string":
      return text(schema, pool);
    case "integer":
      return fc.integer({ min: bounded(schema["minimum"], -5), max: bounded(schema["maximum"], 1_000_000) });
    case "number":
      return fc.double({ min: bounded(schema["minimum"], -1e6), max: bounded(schema["maximum"], 1e6), noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case instant:
      return fc.date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    case "array": {
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(inner));
      const minLength = number(schema["minItems"], 0);
      return fc.array(inner(schema.items ?? {}), { minLength, maxLength: Math.max(minLength, Math.min(3, number(schema["maxItems"], 3))) });
    }
    case "object":
      return shape(schema, inner);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

const bounded = (given: unknown, otherwise: number) => Math.max(-1e9, Math.min(1e9, number(given, otherwise)));

function resolve(reference: string, root: Schema): Schema {
  const found = reference
    .replace(/^#\/?/, "")
    .split("/")
    .filter((part) => part !== "")
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], root);
  return (found ?? {}) as Schema;
}

function text(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const pattern = typeof schema["pattern"] === "string" ? schema["pattern"] : null;
  const prefix = pattern === null ? undefined : idPattern.exec(pattern)?.[1];
  if (prefix !== undefined) {
    const known = pool[prefix] ?? [];
    const invented = fc.stringMatching(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/).map((rest) => `${prefix}_${rest}`);
    return known.length === 0 ? invented : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, invented);
  }
  if (schema["format"] === "email") return fc.constantFrom("a@jizhen.example", "person1@jizhen.example", "张@jizhen.example");
  if (schema["format"] === "date") return fc.constantFrom("2026-12-31", "2027-02-28", "2024-02-29", "2099-12-31");
  if (pattern !== null) return matching(pattern);
  const [min, max] = [number(schema["minLength"], 0), number(schema["maxLength"], 60)];
  return strings.map((found) => {
    const signs = Array.from(found.length < min ? found.padEnd(min, "法") : found);
    return signs.slice(0, Math.max(min, max)).join("");
  });
}

function matching(pattern: string): fc.Arbitrary<unknown> {
  try {
    return fc.stringMatching(new RegExp(pattern, "u"));
  } catch {
    return strings; // a pattern with a look-ahead cannot be turned round
  }
}

function shape(schema: Schema, inner: (one: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = schema.properties ?? {};
  const required = new Set(Array.isArray(schema["required"]) ? (schema["required"] as string[]) : []);
  const parts = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, inner(one)]));
  const named = fc.record(parts, { requiredKeys: Object.keys(parts).filter((name) => required.has(name)) });
  const more = schema["additionalProperties"];
  if (Object.keys(parts).length > 0 || typeof more !== "object" || more === null) return named;
  return fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), inner(more as Schema), { maxKeys: 3 });
}
