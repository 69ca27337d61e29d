import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const home = join(import.meta.dirname, "../..");
type Manifest = { name: string; version: string; dependencies?: Record<string, string>; devDependencies?: Record<string, string> };
const manifest = (path: string) => JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as Manifest;

const workspaces = ["packages", "apps"].flatMap((folder) => readdirSync(join(home, folder)).map((name) => join(home, folder, name)));
const pinned = [home, ...workspaces].flatMap((path) => {
  const { dependencies = {}, devDependencies = {} } = manifest(path);
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([name]) => !name.startsWith("@jizhen/"))
    .map(([name, version]) => ({ name, version: version.replace(/^npm:.*@/, ""), path }));
});

const installed = (name: string, path: string): string =>
  manifest(
    [path, home].map((folder) => join(folder, "node_modules", name)).find((folder) => existsSync(join(folder, "package.json"))) ?? "",
  ).version;

it("npm installed what is pinned, not an older version that its engines field prefers", () => {
  expect(pinned.filter(({ name, version, path }) => installed(name, path) !== version)).toEqual([]);
});

// Versions below these let a second factor be skipped, bodies pass their limit, or JSON run code.
it.each([
  ["better-auth", "1.7.0"],
  ["hono", "4.12.25"],
  ["superjson", "2.2.0"],
  ["@trpc/server", "11.8.0"],
])("%s is at least %s", (name, floor) => {
  const home = pinned.find((dependency) => dependency.name === name)?.path ?? "nowhere";
  const [at, from] = [installed(name, home), floor].map((version) => version.split(".").map(Number));
  const order = (at ?? []).map((part, index) => part - (from?.[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  expect(order).toBeGreaterThanOrEqual(0);
});
