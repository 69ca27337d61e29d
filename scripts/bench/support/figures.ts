import { spawnSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { seed } from "./chance.ts";

const git = (...args: string[]) => spawnSync("git", args, { encoding: "utf8" }).stdout.trim();
const revision = `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain") === "" ? "" : "+"}`;

export const round = (value: number, digits = 3): number => Number(value.toFixed(digits));

export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN, 2);
}

/** One JSON line. The load beside it says how far the wall times can be believed; CPU per request hardly depends on it. */
export function print(scenario: string, figure: Readonly<Record<string, unknown>>): void {
  const [load = 0] = loadavg();
  process.stdout.write(`${JSON.stringify({ scenario, ...figure, load: round(load, 1), cores: cpus().length, seed, revision })}\n`);
}

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
/** `npm run bench -- search` runs the scenarios whose name holds the word. */
export const wanted = (scenario: string): boolean => words.length === 0 || words.some((word) => scenario.includes(word));
/** A million for matching: minutes of laying rows before the first figure. */
export const full = process.argv.includes("--full");
