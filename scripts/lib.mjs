// What every command of the repository shares: the checks of the machine, the install, and running a step by name.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

export const home = join(dirname(fileURLToPath(import.meta.url)), "..");
const windows = process.platform === "win32";

/** Says plainly what is wrong and ends; a stack would only hide the sentence. */
export function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(`Jizhen needs Node 20.19 or newer; this is ${process.versions.node}. / 需要 Node 20.19 或更高版本。`);
}

/** Lines by which compilers, checks and test runners name what failed. */
const telling = /✘|×|^\s*(FAIL|Error:|AssertionError:)|\berror\b|^\s*\[(pc|phone)\] ›/;
let heard = null;

/** From here on, what commands print is kept where it names a failure; `taken` gives it and begins anew. */
export function listen() {
  heard = new Set();
}
export function taken() {
  const lines = [...(heard ?? [])];
  heard?.clear();
  return lines;
}

/** Runs a command in the repository and resolves with its exit code. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: home,
      stdio: heard === null ? "inherit" : ["inherit", "pipe", "pipe"],
      shell: windows,
      ...options,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", ...options.env },
    });
    for (const name of ["stdout", "stderr"]) {
      child[name]?.pipe(process[name], { end: false });
      if (child[name] && heard !== null)
        createInterface({ input: child[name] }).on("line", (line) => {
          const plain = stripVTControlCharacters(line).trim();
          if (telling.test(plain)) heard.add(plain.slice(0, 300));
        });
    }
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });

/** Runs a program that the lock file pins. */
export const tool = (name, args, options) => run(join(home, "node_modules", ".bin", windows ? `${name}.cmd` : name), args, options);

export const found = (command) =>
  spawnSync(windows ? "where" : "which", [command], { encoding: "utf8" })
    .stdout.split("\n")[0]
    ?.trim() || null;

/** Installs exactly what the lock file says, once per lock file and Node version. */
export async function install() {
  checkNode();
  const stamp = join(home, "node_modules", ".jizhen-installed");
  const wanted = createHash("sha256")
    .update(readFileSync(join(home, "package-lock.json")))
    .update(process.version)
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stdout.write("Installing what the lock file names / 正在安装依赖 …\n");
  // Not `npm ci`: it refuses a lock file written where a registry serves only one platform's optional binaries. Versions are the lock file's all the same.
  const code = await run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0)
    giveUp("The packages could not be installed: npm says why above. Is a package registry reachable? / 依赖安装失败，原因见上。");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Makes the code that is not kept in the repository. */
export const generate = () => tool("turbo", ["run", "generate", "--output-logs=errors-only"]);

/** Generates, bundles and builds whatever changed since the last time. */
export const build = () => tool("turbo", ["run", "build", "--output-logs=errors-only", "--log-order=grouped"]);
