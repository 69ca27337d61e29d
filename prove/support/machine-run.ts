import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import pg from "pg";
import { codeOf } from "../../packages/api/src/modules/procurement/story.fixtures.ts";
import { aWorld } from "../../packages/api/src/testing/index.ts";
import { type AnyDriver, type Driver, type Ground, lineOf, type Move, type StepTable, stepsOf, type Taken } from "./machine.ts";

/** What a run has seen of the declared tables. */
export type Coverage = {
  readonly taken: Map<string, number>;
  /** "machine status step" that was tried where the table has no such step, and was refused. */
  readonly refused: Map<string, number>;
  commands: number;
  refusals: number;
  runs: number;
};
const noCoverage = (): Coverage => ({ taken: new Map(), refused: new Map(), commands: 0, refusals: 0, runs: 0 });

const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

type Tables = ReadonlyMap<string, StepTable>;
type Run<Model, Real> = {
  readonly driver: Driver<Model, Real>;
  readonly tables: Tables;
  readonly coverage: Coverage;
  readonly real: Real;
  readonly trace: string[];
  model: Model;
  digest: string;
};

const leads = (tables: Tables, { machine, from, step, to }: Taken): boolean =>
  [tables.get(machine)?.[from]?.[step] ?? []].flat().includes(to);

/** One command: the product must do what the model says, leave every row alone when it refuses, and keep every invariant. */
async function take<Model, Real>(run: Run<Model, Real>, move: Move<Model, Real>): Promise<void> {
  const { driver, coverage, real, trace, tables } = run;
  trace.push(move.name);
  const fail = (text: string): never => {
    throw new Error(`${text}\nafter: ${JSON.stringify(trace)}`);
  };
  const verdict = move.expect(run.model);
  const expected = "refused" in verdict ? verdict.refused : "done";
  const at = move.tries?.at(run.model) ?? null;
  const outcome = await codeOf(move.act(real, run.model)).catch((error: unknown) => fail(`${move.name} broke: ${String(error)}`));
  if (outcome !== expected) fail(`${move.name}: expected ${expected}, got ${outcome}`);
  const after = await driver.read(real);
  coverage.commands += 1;
  if ("refused" in verdict) {
    coverage.refusals += 1;
    if (after.digest !== run.digest) fail(`${move.name} was refused and yet changed rows`);
    if (move.tries && at !== null) count(coverage.refused, `${move.tries.machine} ${at} ${move.tries.step}`);
  } else {
    run.model = verdict.next;
    for (const step of verdict.took) {
      if (!leads(tables, step)) fail(`the table does not declare ${lineOf(step)}`);
      count(coverage.taken, lineOf(step));
    }
  }
  run.digest = after.digest;
  const wanted = driver.statuses(run.model);
  if (!isDeepStrictEqual(after.statuses, wanted)) {
    fail(`${move.name}: the model says ${JSON.stringify(wanted)}, the database ${JSON.stringify(after.statuses)}`);
  }
  const violations = await driver.violations(real);
  if (violations.length > 0) fail(`${move.name} broke an invariant: ${violations.join("; ")}`);
}

const moveOf = <Model, Real>(driver: Driver<Model, Real>, name: string): Move<Model, Real> => {
  const found = driver.moves.find((move) => move.name === name);
  if (!found) throw new Error(`no move is called ${name}`);
  return found;
};

async function begin<Model, Real>(
  driver: Driver<Model, Real>,
  ground: Ground,
  tables: Tables,
  coverage: Coverage,
): Promise<Run<Model, Real>> {
  const { model, real } = await driver.begin(ground);
  coverage.runs += 1;
  return { driver, tables, coverage, model, real, trace: [], digest: (await driver.read(real)).digest };
}

/** Walks a story; wherever things stand as they never stood before, everything that is not open there is tried and must be refused. */
async function tour<Model, Real>(run: Run<Model, Real>, names: readonly string[], probed: Set<string> | null): Promise<void> {
  for (const name of ["", ...names]) {
    if (name !== "") await take(run, moveOf(run.driver, name));
    const stage = JSON.stringify((run.driver.stage ?? run.driver.statuses)(run.model));
    if (probed === null || probed.has(stage)) continue;
    probed.add(stage);
    for (const move of run.driver.moves) if ("refused" in move.expect(run.model)) await take(run, move);
  }
}

type Plan = {
  readonly runs: number;
  readonly commands: number;
  /** "small" seldom draws more than ten commands, whatever is allowed. */
  readonly size: "small" | "max";
  readonly seed: number;
};

/** Model runs by fast-check: each begins somewhere on a story, so that late stages are visited as often as early ones. */
async function randomRuns<Model, Real>(
  driver: Driver<Model, Real>,
  grounds: () => Promise<Ground>,
  tables: Tables,
  coverage: Coverage,
  plan: Plan,
) {
  const starts = [[], ...driver.tours, ...driver.cases].flatMap((story) => story.map((_, index) => story.slice(0, index))).concat([[]]);
  const commands = driver.moves.map((move) =>
    fc.constant({
      check: () => true,
      run: (_: object, run: Run<Model, Real>) => take(run, move),
      toString: () => move.name,
    }),
  );
  const property = fc.asyncProperty(
    fc.constantFrom(...starts),
    fc.commands(commands, { maxCommands: plan.commands, size: plan.size }),
    async (start, cmds) => {
      const run = await begin(driver, await grounds(), tables, coverage);
      await tour(run, start, null);
      await fc.asyncModelRun(() => ({ model: {}, real: run }), cmds);
    },
  );
  await fc.assert(property, { numRuns: plan.runs, seed: plan.seed });
}

/** A world serves so many runs and is then replaced: its clock has gone on for years, its tables have grown. */
const runsPerWorld = 250;

async function openGround(): Promise<Ground & { close(): Promise<void> }> {
  const world = await aWorld();
  const pool = new pg.Pool({ connectionString: world.fresh.ownerUrl, options: "-c timezone=UTC -c search_path=public", max: 2 });
  return {
    world,
    sql: async <R extends object>(statement: string, params: readonly unknown[] = []) => (await pool.query<R>(statement, [...params])).rows,
    close: async () => {
      await pool.end();
      await world.close();
    },
  };
}

export type Findings = {
  readonly coverage: Coverage;
  readonly declared: readonly string[];
  readonly missing: readonly string[];
  readonly neverRefused: readonly string[];
};

/** Stories, fixed cases and random runs of one driver, and what they covered. */
export async function prove(any: AnyDriver, tables: Tables, plan: Plan): Promise<Findings> {
  const driver = any as unknown as Driver<{ readonly never?: never }, object>;
  const coverage = noCoverage();
  let ground = await openGround();
  let served = 0;
  const grounds = async () => {
    served += 1;
    if (served % runsPerWorld !== 0) return ground;
    await ground.close();
    ground = await openGround();
    return ground;
  };
  try {
    const probed = new Set<string>();
    for (const story of [...driver.tours, ...driver.cases])
      await tour(await begin(driver, await grounds(), tables, coverage), story, probed);
    await randomRuns(driver, grounds, tables, coverage, plan);
  } finally {
    await ground.close();
  }
  const steps = driver.covers.flatMap((machine) => stepsOf(machine, tables.get(machine) ?? {}));
  const excused = (step: Taken) => driver.withoutProcedure?.includes(`${step.machine} ${step.step}`) ?? false;
  return {
    coverage,
    declared: steps.map(lineOf),
    missing: steps.filter((step) => !excused(step) && !coverage.taken.has(lineOf(step))).map(lineOf),
    neverRefused: undeclared(driver, tables, beyond(steps, excused)).filter((pair) => !coverage.refused.has(pair)),
  };
}

/** States that only steps without a procedure lead to: nothing can be tried there yet. */
function beyond(steps: readonly Taken[], excused: (step: Taken) => boolean): ReadonlySet<string> {
  const reached = new Set(steps.filter((step) => !excused(step)).map(({ machine, to }) => `${machine} ${to}`));
  return new Set(steps.map(({ machine, to }) => `${machine} ${to}`).filter((state) => !reached.has(state)));
}

/** Every status a machine knows × every step a person can try, where the table has no such step. */
function undeclared(driver: Driver<{ readonly never?: never }, object>, tables: Tables, unreached: ReadonlySet<string>): string[] {
  const callable = new Set(driver.moves.flatMap((move) => callableOf(driver, move)));
  return driver.covers.flatMap((machine) =>
    Object.entries(tables.get(machine) ?? {})
      .filter(([status]) => !unreached.has(`${machine} ${status}`))
      .flatMap(([status, steps]) =>
        [...callable]
          .filter((call) => call.startsWith(`${machine} `))
          .map((call) => call.slice(machine.length + 1))
          .filter((step) => !(step in steps))
          .map((step) => `${machine} ${status} ${step}`),
      ),
  );
}

const callableOf = (driver: Driver<{ readonly never?: never }, object>, move: Move<{ readonly never?: never }, object>): string[] =>
  driver.covers.flatMap((machine) => (move.tries?.machine === machine ? [`${machine} ${move.tries.step}`] : []));
