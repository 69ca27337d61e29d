import fc from "fast-check";
import { fitting, type Pool, type Schema } from "../fuzz/from-schema.ts";

export type Step = string | number;

/** Where an input takes an id, of which kind, and the schema of everything on the way to it. */
export type Place = { readonly path: readonly Step[]; readonly prefix: string; readonly way: readonly Schema[] };

const patternOf = (schema: Schema): string | null => {
  const pattern = typeof schema["pattern"] === "string" ? schema["pattern"] : "";
  return /^\^\(?([a-z]{2,8})_/.exec(pattern)?.[1] ?? null;
};

/** Every place of an input that takes a typed id, read from its schema: filters, cursors and fields that no test fills count too. */
export function placesOf(schema: Schema, root = schema, path: readonly Step[] = [], way: readonly Schema[] = []): Place[] {
  if (path.length > 10) return [];
  const reference = schema["$ref"];
  if (typeof reference === "string") return placesOf(resolved(reference, root), root, path, way);
  const prefix = patternOf(schema);
  if (prefix !== null) return [{ path, prefix, way: [...way, schema] }];
  const inner = (one: Schema, step: readonly Step[] = []) =>
    placesOf(one, root, [...path, ...step], step.length === 0 ? way : [...way, schema]);
  return unique([
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((one) => inner(one)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => inner(one, [name])),
    ...(schema.items ? inner(schema.items, [0]) : []),
    ...(schema.prefixItems ?? []).flatMap((one, at) => inner(one, [at])),
  ]);
}

const resolved = (reference: string, root: Schema): Schema =>
  reference
    .replace(/^#\/?/, "")
    .split("/")
    .filter((part) => part !== "")
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], root) as Schema;

const unique = (places: readonly Place[]): Place[] => [
  ...new Map(places.map((place) => [`${place.path.join(".")} ${place.prefix}`, place])).values(),
];

export const valueAt = (value: unknown, path: readonly Step[]): unknown =>
  path.reduce<unknown>(
    (part, step) => (typeof part === "object" && part !== null ? (part as Record<Step, unknown>)[step] : undefined),
    value,
  );

/** The input with this id at this place; what is missing on the way to it is drawn from the schema. */
export function withId(input: unknown, { path, way }: Place, id: string, pool: Pool, root: Schema, seed: number): unknown {
  const [step, ...rest] = path;
  const [here = {}, ...further] = way;
  if (step === undefined) return id;
  const part = isContainer(input) ? input : drawn(here, pool, root, seed);
  const inner = withId((part as Record<Step, unknown>)[step], { path: rest, prefix: "", way: further }, id, pool, root, seed);
  if (typeof step === "number")
    return Array.isArray(part) && part.length > 0 ? part.map((one: unknown, n) => (n === step ? inner : one)) : [inner];
  return { ...(part as object), [step]: inner };
}

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null && !(value instanceof Date);

function drawn(schema: Schema, pool: Pool, root: Schema, seed: number): object {
  const [value] = fc.sample(fitting(schema, pool, root), { numRuns: 1, seed });
  return isContainer(value) ? value : {};
}

const typedId = /\b[a-z]{2,5}_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g;

/** Every typed id that stands anywhere in a text. */
export const idsWithin = (text: string): string[] => text.match(typedId) ?? [];

/** An id that nobody has and that stands right beside another: as a cursor it means the same place. */
export const nobodyBeside = (id: string): string => `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`;
