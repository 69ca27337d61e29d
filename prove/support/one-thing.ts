import type { Invariant } from "./invariants/invariant.ts";
import type { Ground, Standing, Taken } from "./machine.ts";

export type Thing = { readonly id: string; version: number };
/** One thing with one status: all that these machines need to remember. */
export type Status<S extends string> = { readonly status: S };

type Read = { readonly status: string; readonly version: number; readonly digest: string };

/** Reads status, version and a digest of one row; the hands remember the version, as a screen does. */
export async function readOne({ sql }: Ground, table: string, column: string, thing: Thing): Promise<Standing> {
  const [row] = await sql<Read>(`select ${column} as status, version, md5(t::text) as digest from ${table} t where id = $1`, [thing.id]);
  if (!row) throw new Error(`${thing.id} is gone`);
  thing.version = row.version;
  return { statuses: { status: row.status }, digest: row.digest };
}

export async function brokenOf({ sql }: Ground, invariants: readonly string[], id: string): Promise<string[]> {
  const found = await sql<{ broken: string }>(invariants.map((one) => `(${one})`).join(" union all "), [id]);
  return found.map(({ broken }) => broken);
}

/** Promises over the whole database that hold whenever one looks; asked as one question, for they are asked after every command. */
export async function anywhere({ sql }: Ground, invariants: readonly Invariant[]): Promise<string[]> {
  const questions = invariants.map(({ broken }, index) => `select ${index} as nth, what::text as what from (${broken}) broken_${index}`);
  const found = await sql<{ nth: number; what: string }>(questions.join(" union all "));
  return found.map(({ nth, what }) => `${invariants[nth]?.name}: ${what}`);
}

/** The model of a step: open in these states, and refused in the words of the machine everywhere else. */
export const stepping =
  <S extends string>(machine: string, step: string, open: Partial<Record<S, S>>, otherwise: (from: S) => string) =>
  (model: Status<S>) => {
    const to = open[model.status];
    if (to === undefined) return { refused: otherwise(model.status) };
    const took: readonly Taken[] = [{ machine, from: model.status, step, to }];
    return { next: { ...model, status: to }, took };
  };
