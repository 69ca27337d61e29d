import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Fault, faults } from "./faults/list.ts";
import { chanceOf, figure, isLong, seed, timed } from "./support/scale.ts";

const home = process.cwd();
let scratch = "";

const left = new Set(["node_modules", ".git", ".data", ".turbo", "dist", "docs"]);

/** The tree beside itself: sources copied, installed packages linked, and our own packages resolved to the copies. */
function copyTree(to: string): void {
  cpSync(home, to, { recursive: true, filter: (path) => path === home || !left.has(basename(path)) });
  const [from, modules] = [join(home, "node_modules"), join(to, "node_modules")];
  mkdirSync(join(modules, "@jizhen"), { recursive: true });
  for (const name of readdirSync(from).filter((one) => one !== "@jizhen" && !one.startsWith(".vite")))
    symlinkSync(join(from, name), join(modules, name));
  for (const name of readdirSync(join(from, "@jizhen"))) {
    symlinkSync(join(to, name === "server" || name === "web" ? "apps" : "packages", name), join(modules, "@jizhen", name));
  }
}

const isGreen = ({ test, project }: Pick<Fault, "test" | "project">): boolean => {
  const args = [join(home, "node_modules/vitest/vitest.mjs"), "run", "--project", project, "--root", scratch, test];
  const env = {
    ...process.env,
    VITEST: undefined,
    VITEST_POOL_ID: undefined,
    VITEST_WORKER_ID: undefined,
    NO_COLOR: "1",
    FORCE_COLOR: "0",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: scratch, env, encoding: "utf8" });
  const output = `${stdout}${stderr}`;
  // A run that finds no test or cannot start is neither red nor green.
  if (!/Tests {2}.*(passed|failed)/.test(output)) throw new Error(`${test} did not run:\n${output.slice(-2_000)}`);
  return status === 0;
};

/** A rotating pair in every test run, all of them in a release run. */
const chosen = (): readonly Fault[] => {
  if (isLong) return faults;
  const pure = faults.filter(({ project }) => project === "pure");
  const start = Math.floor(chanceOf(seed)() * pure.length);
  return [0, 1].flatMap((step) => pure[(start + step) % pure.length] ?? []);
};

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "jizhen-faults-"));
  copyTree(scratch);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it.each(faults)("still applies: $name", ({ file, find }) => {
  expect(readFileSync(join(home, file), "utf8").split(find)).toHaveLength(2);
});

const judged = new Map<string, boolean>();

it.each(chosen())("a planted fault turns its test red (G23): $name", async ({ name, file, find, replace, ...judge }) => {
  const path = join(scratch, file);
  const sound = readFileSync(path, "utf8");
  const before = judged.get(judge.test) ?? isGreen(judge);
  judged.set(judge.test, before);
  expect(before, `${judge.test} is green without the fault`).toBe(true);
  writeFileSync(
    path,
    sound.replace(find, () => replace),
  );
  const { value: green, seconds } = await timed(async () => isGreen(judge));
  writeFileSync(path, sound);
  figure({ promise: "G23", proof: name, seconds, red: !green, test: judge.test });
  expect(green, `${judge.test} did not see that ${name}`).toBe(false);
  expect(seconds).toBeLessThan(isLong ? 180 : 600);
});
