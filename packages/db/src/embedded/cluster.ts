import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { CannotStart } from "../cannot-start.ts";
import type { Binaries } from "./platform.ts";
import { unprivileged } from "./processes.ts";
import { writeWhole } from "./whole.ts";

/** The layout of a data folder. Raise FORMAT when an older program could no longer read what a newer one wrote. */
const FORMAT = 1;
const POSTGRES = 18;

export type Folders = {
  readonly data: string;
  readonly cluster: string;
  readonly keys: string;
  readonly run: string;
  readonly log: string;
};

export const foldersOf = (dataDir: string): Folders => ({
  data: dataDir,
  cluster: join(dataDir, "postgres"),
  keys: join(dataDir, "keys"),
  run: join(dataDir, "run"),
  log: join(dataDir, "postgres.log"),
});

/** Refuses a folder written by a newer program: opening it could damage what this program does not know. */
export function insistVersion({ data, cluster }: Folders): void {
  const file = join(data, "version.json");
  if (existsSync(file)) {
    const { format, postgres } = JSON.parse(readFileSync(file, "utf8")) as { format: number; postgres: number };
    if (format > FORMAT || postgres > POSTGRES) {
      throw new CannotStart("db.newer_data", `The data in ${data} was written by a newer version of Jizhen. Start that version, or newer.`);
    }
  }
  if (!existsSync(join(cluster, "PG_VERSION"))) return;
  const major = Number(readFileSync(join(cluster, "PG_VERSION"), "utf8"));
  if (major !== POSTGRES) {
    throw new CannotStart(
      "db.other_postgres",
      `The data in ${cluster} belongs to PostgreSQL ${major}, this program brings PostgreSQL ${POSTGRES}. Start it with the Jizhen that wrote it.`,
    );
  }
}

/** Creates the database folder once: into a temporary one first, so that a killed start leaves nothing half made. */
export async function layCluster(folders: Folders, binaries: Binaries, log: (line: string) => void): Promise<void> {
  const owner = join(folders.keys, "owner.password");
  if (existsSync(join(folders.cluster, "PG_VERSION"))) {
    // A new password would not open what the old one closed, and would hide at the next start that the old one is missing.
    if (!existsSync(owner)) throw new CannotStart("db.keys_missing", `${owner} is missing: put the keys back from their backup.`);
    password0600(folders, "town-app.password");
    return;
  }
  password0600(folders, "owner.password");
  password0600(folders, "town-app.password");
  log("laying the database folder");
  const building = `${folders.cluster}.${randomUUID()}`;
  const plan = ["-D", building, "-U", OWNER, "--auth=scram-sha-256", `--pwfile=${owner}`, "-E", "UTF8", ...localeArgs()];
  const { command, args } = unprivileged(binaries.initdb, plan);
  try {
    await promisify(execFile)(command, [...args]);
    renameSync(building, folders.cluster);
    syncFolder(folders.data);
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim();
    throw new CannotStart("db.initdb", `The database folder cannot be made in ${folders.data}: ${said ?? String(error)}`);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  writeFileSync(join(folders.data, "version.json"), `${JSON.stringify({ format: FORMAT, postgres: POSTGRES })}\n`);
}

/** Migrates, creates databases, makes backups. Never serves a request. */
export const OWNER = "jizhen_owner";
/** Serves requests: owns nothing, so that row-level security holds for it. */
export const APP = "town_app";
export const DATABASE = "jizhen";

/** Under plain "C" trigrams of Chinese text are empty; systems without a C.UTF-8 of their own use PostgreSQL's. */
function localeArgs(): readonly string[] {
  if (process.platform === "linux") return ["--locale=C.UTF-8"];
  const ctype = process.platform === "darwin" ? ["--lc-ctype=en_US.UTF-8"] : [];
  return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", ...ctype];
}

function password0600({ keys }: Folders, name: string): void {
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const file = join(keys, name);
  if (existsSync(file)) return;
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
}

export const readPassword = ({ keys }: Folders, name: "owner" | "town-app") => readFileSync(join(keys, `${name}.password`), "utf8").trim();

/** The port is chosen free at the first start and kept, so that tools find the server again. */
export async function portOf({ data }: Folders, avoid: ReadonlySet<number>): Promise<number> {
  const file = join(data, "port");
  // An empty file, as a full disk leaves one, names no port.
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (kept > 0 && !avoid.has(kept) && (await isFree(kept))) return kept;
  const port = await freePort();
  writeWhole(file, `${port}\n`);
  return port;
}

const isFree = (port: number) =>
  probe(port).then(
    () => true,
    () => false,
  );
const freePort = () => probe(0);

function probe(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/** A rename is only safe from power loss once its folder is written down too. Windows cannot and need not. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
