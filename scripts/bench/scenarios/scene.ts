import type { Call } from "autocannon";
import { type Desk, signUp } from "../support/caller.ts";
import { print, round, wanted } from "../support/figures.ts";
import { type Load, type Measured, measure } from "../support/load.ts";
import { type Running, startCeiling } from "../support/processes.ts";
import { type BenchTown, seat } from "../support/town.ts";

/** The built server over a laid town. */
export type Laid = {
  readonly product: Running;
  readonly town: BenchTown;
  readonly size: number;
  readonly postmaster: number;
};

/** And with firms that signed in. */
export type Scene = Laid & {
  /** Firm 1, whose requests the first are; and five that sell. */
  readonly buyer: Desk;
  readonly suppliers: readonly Desk[];
};

export async function signIn(product: Running, town: BenchTown): Promise<Pick<Scene, "buyer" | "suppliers">> {
  const desks: Desk[] = [];
  for (let firm = 1; firm <= 6; firm += 1) {
    const person = await signUp(product, `firm${firm}`);
    desks.push({ ...person, workspace: await seat(town, person.personId, firm) });
  }
  const [buyer, ...suppliers] = desks;
  if (!buyer) throw new Error("nobody signed in");
  return { buyer, suppliers };
}

/** The same rows by the shortest way: statements, and the values they are given ("$key" is the caller's). */
export type Bare = { readonly texts: readonly string[]; readonly values: readonly unknown[] };

export type Scenario = Load & {
  readonly name: string;
  readonly bare: Bare | null;
  readonly bareKey?: () => string;
  /** `ofCeiling`: the goal's share of the ceiling on the machine for which the goals were set; it holds on any machine. */
  readonly goal: Readonly<Record<string, number>> | null;
  readonly more?: Readonly<Record<string, unknown>>;
  /** Seconds before it counts, so that a server in service is measured and not one that was just started. */
  readonly warm?: number;
};

/** One scenario on the product and, in the same run, its ceiling. */
export async function run(
  scene: Laid,
  { name, bare, bareKey = () => "", goal, more = {}, warm = 5, ...load }: Scenario,
): Promise<Measured | null> {
  if (!wanted(name)) return null;
  if (warm > 0) await measure(scene.product, scene.postmaster, { connections: load.connections, seconds: warm, next: load.next });
  const found = await measure(scene.product, scene.postmaster, load);
  const { size } = scene;
  const { connections } = load;
  const ceiling = bare === null ? null : await ceilingOf(scene, bare, bareKey, connections);
  print(name, {
    size,
    connections,
    ...found,
    ...more,
    ...(ceiling && {
      ceilingRps: ceiling.rps,
      ceilingServerCpuMs: ceiling.serverCpuMs,
      ratioToCeiling: round(found.rps / ceiling.rps),
      cpuTimesCeiling: round(found.serverCpuMs / ceiling.serverCpuMs, 1),
    }),
    ...(goal && { goal }),
  });
  return found;
}

async function ceilingOf({ town, postmaster }: Laid, bare: Bare, key: () => string, connections: number): Promise<Measured> {
  const running = await startCeiling(town.ownerUrl, { bare });
  const next = (): Call => ({ method: "GET", path: `/bare?key=${key()}` });
  try {
    await measure(running, postmaster, { connections, seconds: 3, next });
    return await measure(running, postmaster, { connections, seconds: 3, next });
  } finally {
    await running.stop();
  }
}
