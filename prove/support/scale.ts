import { appendFileSync } from "node:fs";

/** The long form is `npm run prove`; without it a proof runs as a part of `npm test`. */
export const isLong = process.env["PROVE"] === "long";

/** A part of the long form, for a machine that has less time: PROVE_PART=0.1. */
const part = Number(process.env["PROVE_PART"] ?? 1);

/** How many of something a proof does: few in every test run, many in a release run. */
export const size = (short: number, long: number): number => (isLong ? Math.max(short, Math.round(long * part)) : short);

/** A test run's seed stays the same, so that what fails in it is the change's doing; looking further is the release run's work. */
const ofTestRuns = 75_057_076;

/** The seed of this run: PROVE_SEED replays one, a release run draws a new one. Every figure prints it. */
export const seed = Number(process.env["PROVE_SEED"] ?? (isLong ? Math.floor(Date.now() % 1_000_000_007) : ofTestRuns));

/** Mulberry32: the same seed gives the same run. */
export function chanceOf(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Some of all, drawn by a seed. */
export function drawn<T>(all: readonly T[], count: number, from: number): T[] {
  const chance = chanceOf(from);
  return all
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
}

export type Figure = {
  /** The promise of docs/reliability.md that it belongs to: G1, P4, … */
  readonly promise: string;
  readonly proof: string;
  readonly seconds: number;
  readonly [measured: string]: string | number | boolean | readonly string[] | null;
};

/** Hands one measured figure to the command that prints them all at the end, as one JSON line each. */
export function figure(measured: Figure): void {
  const path = process.env["PROVE_FIGURES"];
  const line = JSON.stringify({ ...measured, seed, form: isLong ? `long${part < 1 ? `, ${part} of it` : ""}` : "short" });
  if (path === undefined) process.stdout.write(`${line}\n`);
  else appendFileSync(path, `${line}\n`);
}

/** Runs work and answers how long it took, in seconds to a tenth. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const began = performance.now();
  const value = await work();
  return { value, seconds: Math.round((performance.now() - began) / 100) / 10 };
}
