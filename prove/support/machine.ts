import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { World } from "../../packages/api/src/testing/index.ts";

/** The life of one aggregate as its own code declares it: status → step → where it leads (several when the facts decide). */
export type StepTable = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One declared step that a command takes on its way. */
export type Taken = { readonly machine: string; readonly from: string; readonly step: string; readonly to: string };

/** What the model says of a command: where things are afterwards and by which declared steps, or the code of the refusal. */
export type Verdict<Model> = { readonly next: Model; readonly took: readonly Taken[] } | { readonly refused: string };

/** The step a command stands for, and the status of the thing it is about; null when the thing is not there. */
export type Tries<Model> = { readonly machine: string; readonly step: string; readonly at: (model: Model) => string | null };

export type Move<Model, Real> = {
  readonly name: string;
  readonly tries?: Tries<Model>;
  readonly expect: (model: Model) => Verdict<Model>;
  readonly act: (real: Real, model: Model) => Promise<unknown>;
};

/** What the database says: the statuses to compare with the model's, and a digest of every row that a refusal must leave alone. */
export type Standing = { readonly statuses: unknown; readonly digest: string };

/** A world with one connection past its walls. */
export type Ground = {
  readonly world: World;
  readonly sql: <R extends object>(statement: string, params?: readonly unknown[]) => Promise<R[]>;
};

/** A pure model of some machines beside the product itself: what is driven, and how it is read. */
export type Driver<Model, Real> = {
  /** Names of the machines, `<function>.<aggregate>`, whose declared tables this driver answers for. */
  readonly covers: readonly string[];
  /** Declared steps that no procedure or timer takes yet, as "machine step"; each dies when a procedure of that name appears. */
  readonly withoutProcedure?: readonly string[];
  readonly begin: (ground: Ground) => Promise<{ readonly model: Model; readonly real: Real }>;
  readonly moves: readonly Move<Model, Real>[];
  /** Stories that together take every declared step: names of moves. */
  readonly tours: readonly (readonly string[])[];
  /** Shrunk counterexamples of earlier runs, kept for good. */
  readonly cases: readonly (readonly string[])[];
  readonly statuses: (model: Model) => unknown;
  /** Where things stand as far as a refusal can depend on it, when that is less than the statuses: counts go on for ever. */
  readonly stage?: (model: Model) => unknown;
  readonly read: (real: Real) => Promise<Standing>;
  /** What the database must never show about this thing, in words; empty when all is well. */
  readonly violations: (real: Real) => Promise<readonly string[]>;
};

/** A driver whose model and hands are nobody else's business. */
export type AnyDriver = Driver<never, never>;

const packages = join(dirname(fileURLToPath(import.meta.url)), "../../packages");

const isTable = (value: unknown): value is StepTable =>
  typeof value === "object" && value !== null && Object.values(value).every((steps) => typeof steps === "object" && steps !== null);

async function tableIn(path: string): Promise<StepTable | null> {
  const exported = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const [found] = Object.entries(exported).filter(([name, value]) => name.endsWith("Steps") && isTable(value));
  return found ? (found[1] as StepTable) : null;
}

/** Every aggregate that has transitions, by its place in the tree: `null` where it declares no table. A new machine enters by existing. */
export async function declaredMachines(): Promise<ReadonlyMap<string, StepTable | null>> {
  const found = new Map<string, StepTable | null>();
  for (const folder of readdirSync(packages).filter((name) => name.startsWith("domain-"))) {
    for (const path of readdirSync(join(packages, folder, "src"), { recursive: true, encoding: "utf8" })) {
      if (!path.endsWith("/transitions.ts")) continue;
      const name = `${folder.slice("domain-".length)}.${path.split("/").at(-2)}`;
      found.set(name, await tableIn(join(packages, folder, "src", path)));
    }
  }
  found.set("platform.file", await tableIn(join(packages, "api/src/platform/files.ts")));
  return found;
}

/** A table's steps, one line each. */
export const stepsOf = (machine: string, table: StepTable): Taken[] =>
  Object.entries(table).flatMap(([from, steps]) =>
    Object.entries(steps).flatMap(([step, to]) => [to].flat().map((one) => ({ machine, from, step, to: one }))),
  );

export const lineOf = ({ machine, from, step, to }: Taken): string => `${machine}: ${from} —${step}→ ${to}`;
