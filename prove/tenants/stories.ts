import type * as z from "zod";
import { procedures } from "../../packages/api/src/access-matrix/harness.ts";
import type { Row } from "../../packages/api/src/access-matrix/row.ts";
import { tables } from "../../packages/api/src/access-matrix/tables.ts";
import type { World } from "../../packages/api/src/testing/index.ts";
import { type Schema, schemaOf } from "../fuzz/from-schema.ts";
import { drawn, isLong, seed } from "../support/scale.ts";
import { type Cast, told } from "./casts.ts";
import { type Place, placesOf, valueAt } from "./places.ts";

/** A procedure, every place of its input that takes an id, and an input about something of the caller's own. */
export type Subject = {
  readonly path: string;
  readonly row: Row;
  readonly schema: Schema | null;
  readonly places: readonly Place[];
  readonly input: unknown;
};

export const rows = Object.assign({}, ...Object.values(tables)) as Readonly<Record<string, Row>>;

const schemaFor = (path: string): Schema | null => {
  const [input] = (procedures[path] as unknown as { _def: { inputs: z.ZodType[] } })._def.inputs;
  return input === undefined ? null : schemaOf(input);
};

/** So many procedures a test run tries, drawn by its seed; a release run tries all. */
const shortRun = 30;

/** Every procedure whose input takes an id: a new one enters by existing. */
export async function subjectsOf(world: World): Promise<Subject[]> {
  const all = Object.keys(procedures).flatMap((path) => {
    const [row, schema] = [rows[path], schemaFor(path)];
    if (!row) throw new Error(`${path} has no row in the access matrix`);
    const places = schema === null ? [] : placesOf(schema);
    return places.length === 0 ? [] : [{ path, row, schema, places }];
  });
  const chosen = isLong ? all : drawn(all, shortRun, seed);
  const subjects: Subject[] = [];
  for (const one of chosen) subjects.push({ ...one, input: await told(world, one.row) });
  return subjects;
}

/** An administration's things are those of all its town, and a stranger is the same everywhere: a neighbour has none of theirs. */
const ofTheOffice: ReadonlySet<string> = new Set(["town", "poli", "roll", "rimp", "rprt"]);
const office: ReadonlySet<string | null> = new Set([null, "townAdministrator", "reviewer", "stranger"]);

/** Whether what such a place names can be another's at all; to the province no town is foreign. */
export const isForeign = (cast: Cast, { row }: Pick<Subject, "row">, { prefix }: Place): boolean =>
  row.by !== "provinceOfficer" && (cast.label === "the other town" || (!ofTheOffice.has(prefix) && !office.has(row.by)));

/** What a cast has: whole inputs its owners could send, by procedure, and ids by their kind. */
export type Laid = {
  readonly inputs: ReadonlyMap<string, unknown>;
  readonly pool: Readonly<Record<string, readonly string[]>>;
  readonly keep: (ids: Iterable<string>) => void;
  readonly idsFor: (place: Place, theirs: unknown, most: number, without?: ReadonlySet<string>) => string[];
};

/** Tells a cast's stories: in a release run one for every procedure, else one for every kind of id that none has laid yet. */
export async function lay(cast: Cast, subjects: readonly Subject[]): Promise<Laid> {
  const inputs = new Map<string, unknown>();
  const pool: Record<string, string[]> = {};
  const keep = (ids: Iterable<string>) => {
    for (const id of ids) {
      const known = (pool[id.slice(0, id.indexOf("_"))] ??= []);
      if (!known.includes(id)) known.push(id);
    }
  };
  for (const { path, row, places } of subjects) {
    const foreign = places.filter((place) => isForeign(cast, { row }, place));
    if (foreign.length === 0 || (!isLong && foreign.every(({ prefix }) => pool[prefix] !== undefined))) continue;
    const input = await told(cast.stage, row);
    inputs.set(path, input);
    keep(places.map((place) => valueAt(input, place.path)).filter((id) => typeof id === "string"));
  }
  /** The one that stands at this very place in its owner's own input comes first: its thing is in the state that the call asks for. */
  const idsFor: Laid["idsFor"] = (place, theirs, most, without = new Set()) => {
    const exact = valueAt(theirs, place.path);
    const others = pool[place.prefix] ?? [];
    return [...new Set([...(typeof exact === "string" ? [exact] : []), ...others])].filter((id) => !without.has(id)).slice(0, most);
  };
  return { inputs, pool, keep, idsFor };
}
