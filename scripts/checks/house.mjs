// Rules of the house that no linter knows. Each says what to do instead, and why.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const home = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** `files` and `except` choose by path; `wrong` is what must not stand in a line. */
export const rules = [
  {
    files: /^packages\/(kernel|spec|domain-[^/]+)\/src\/.*\.ts$/,
    except: /\.test\.ts$/,
    wrong: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bcrypto\.|\bprocess\.\w|\bfetch\(|\bsetTimeout\(/,
    say: "Rules are told the instant and the facts: take `at`, an id or a hash as an argument.",
  },
  {
    files: /^(packages|apps)\/.*\.tsx?$/,
    except: /^packages\/(db|api\/src\/platform)\/|\.test\.ts$/,
    wrong: /\$(queryRaw|executeRaw)Unsafe/,
    say: "Use tx.query(sql, params): text and parameters stay apart, and the fence is around it.",
  },
  {
    files: /^packages\/api\/src\/.*\.ts$/,
    except: /\.(store|views)\.ts$|\/platform\/|\/testing\/|\/demo\/|\.test\.ts$|access-matrix/,
    wrong: /\.(deleteMany|updateMany|createMany|upsert|findMany|findUnique|findFirst)\(/,
    say: "Tables are reached in *.store.ts (writes) and *.views.ts (lists) only.",
  },
  {
    files: /\.router\.ts$/,
    wrong: /^\s*(if|for|while|switch|try)\b/,
    say: "A router names who, what and where. The rule belongs in the domain's transitions, the steps in the use case.",
  },
  {
    files: /\.(ts|tsx|mjs)$/,
    except: /^scripts\/checks\//,
    wrong: /@ts-ignore|@ts-nocheck|(oxlint|eslint|biome)-(disable|ignore)(?![^\n]*(--|: )\s*\S.{2,})|@ts-expect-error(?!\s+\S.{2,})/,
    say: "A suppression carries its reason on the same line.",
  },
  {
    files: /\.test\.tsx?$|\.spec\.ts$/,
    except: /^scripts\/checks\//,
    wrong: /\b(it|test|describe)\.(only|todo)\(|\bvi\.(mock|fn|spyOn)\(/,
    say: "No lonely tests, and no mocks of our own code: what needs a mock wants to be a pure function and a store.",
  },
  {
    files: /^(packages|apps|scripts|docs|e2e)\/.*|^README.*/,
    except: /^scripts\/checks\//,
    wrong: /\b(TODO|FIXME|XXX)\b/,
    say: "Build it, or leave it out: a half-built part is not hidden behind a note.",
  },
  {
    files: /^apps\/web\/src\/(features|app)\/.*\.tsx$/,
    wrong: />[^<>{}]*[\u4e00-\u9fff][^<>{}]*</,
    say: "Every sentence is a key in both catalogues of packages/i18n.",
  },
  {
    files: /^packages\/domain-[^/]+\/src\/.*\.ts$/,
    except: /\.test\.ts$/,
    wrong: /\bexport default\b|^export (abstract )?class (?!\w*Error)/,
    say: "No classes but errors; functions over shapes.",
  },
];

/** Every line of `text` that breaks a rule for the file at `path`. */
export function findings(path, text) {
  const found = [];
  const lines = text.split("\n");
  for (const { files, except, wrong, say } of rules) {
    if (!files.test(path) || except?.test(path)) continue;
    lines.forEach((line, index) => {
      if (wrong.test(line)) found.push(`${path}:${index + 1}  ${say}\n    ${line.trim().slice(0, 120)}`);
    });
  }
  return found;
}

function whole() {
  const listed = spawnSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: home, encoding: "utf8", maxBuffer: 1 << 26 }).stdout;
  const paths = listed
    .split("\n")
    .filter((path) => /\.(tsx?|mjs|md)$/.test(path) && !/generated|\/dist\//.test(path) && existsSync(join(home, path)));
  const found = paths.flatMap((path) => findings(path, readFileSync(join(home, path), "utf8")));
  if (/"resolved": "[a-z+]+:/.test(readFileSync(join(home, "package-lock.json"), "utf8")))
    found.push("package-lock.json  The lock file names no host: install with this repository's .npmrc.");
  for (const manifest of listed.split("\n").filter((path) => /(^|\/)package\.json$/.test(path))) {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(join(home, manifest), "utf8"));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
      if (/[\^~*><]|latest/.test(version)) found.push(`${manifest}  ${name} is not pinned: write the exact version.`);
    }
  }
  if (paths.length === 0) found.push("No file was looked at: run this inside the git checkout.");
  process.stdout.write(
    found.length > 0 ? `${found.join("\n")}\n${found.length} findings\n` : `${paths.length} files keep the rules of the house\n`,
  );
  return found.length === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exit(whole() ? 0 : 1);
