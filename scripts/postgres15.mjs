// The database tests once more on the oldest server that DATABASE_URL may name: PostgreSQL 15 of this machine, in a folder of its own.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tool } from "./lib.mjs";

/** Where the server's version speaks: catalogue, wall, migrations, conflicts and the statements of a whole story; Prisma's own command line is slow and left to the whole. */
const narrow = [
  "packages/db/src/catalogue.test.ts",
  "packages/db/src/town.test.ts",
  "packages/db/src/migrate.test.ts",
  "packages/db/src/connect.test.ts",
  "packages/db/src/conflicts.test.ts",
  "packages/api/src/modules/procurement/story.test.ts",
  "--testNamePattern=^(?!Prisma's command line)",
];

const versionOf = (bin) => Number(/\d+/.exec(execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }))?.[0]);

/** POSTGRES15_BIN names a folder; else the usual places of Debian, Red Hat and Homebrew are looked through. */
export function findBinaries() {
  const debian = existsSync("/usr/lib/postgresql")
    ? readdirSync("/usr/lib/postgresql").map((version) => `/usr/lib/postgresql/${version}/bin`)
    : [];
  const usual = ["/usr/pgsql-15/bin", "/opt/homebrew/opt/postgresql@15/bin", "/usr/local/opt/postgresql@15/bin"];
  const places = [process.env.POSTGRES15_BIN, ...debian, ...usual].filter(
    (bin) => bin && existsSync(join(bin, "initdb")) && existsSync(join(bin, "postgres")),
  );
  return places.find((bin) => versionOf(bin) === 15) ?? null;
}

/** PostgreSQL does not run as root; in a user namespace it sees itself as nobody while its files stay where they are. */
const unprivileged = (binary, args) => (process.getuid?.() === 0 ? ["unshare", ["--user", binary, ...args]] : [binary, args]);

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function onServer(bin, work) {
  const folder = mkdtempSync(join(tmpdir(), "jizhen-postgres15-"));
  const [data, secret, password] = [join(folder, "data"), join(folder, "password"), randomBytes(12).toString("hex")];
  writeFileSync(secret, password, { mode: 0o600 });
  let server = null;
  try {
    const plan = ["-D", data, "-U", "jizhen_owner", "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", `--pwfile=${secret}`];
    const [initdb, initArgs] = unprivileged(join(bin, "initdb"), plan);
    execFileSync(initdb, initArgs, { stdio: ["ignore", "ignore", "inherit"] });
    const port = await freePort();
    const settings = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: 300 };
    const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const [postgres, args] = unprivileged(join(bin, "postgres"), ["-D", data, ...options]);
    server = spawn(postgres, args, { stdio: ["ignore", "ignore", "pipe"] });
    await ready(server);
    return await work(`postgresql://jizhen_owner:${password}@127.0.0.1:${port}/postgres`);
  } finally {
    if (server !== null && server.exitCode === null) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function ready(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (part) => {
      said = `${said}${part}`.slice(-10_000);
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`PostgreSQL does not start:\n${said}`)));
  });
}

/** The exit code of the tests, or null when there is no PostgreSQL 15 here: not run is not passed, and whoever calls says so. */
export async function onPostgres15({ whole = false } = {}) {
  const bin = findBinaries();
  if (bin === null) {
    process.stdout.write(
      "NOT RUN: there is no PostgreSQL 15 on this machine (package postgresql-15; POSTGRES15_BIN may name its bin folder).\n",
    );
    return null;
  }
  process.stdout.write(execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }));
  return onServer(bin, (url) =>
    tool("vitest", ["run", "--project", "database", ...(whole ? [] : narrow)], { env: { TEST_DATABASE_URL: url } }),
  );
}
