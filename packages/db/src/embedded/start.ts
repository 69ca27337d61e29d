import { mkdirSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";
import { CannotStart } from "../cannot-start.ts";
import { APP, DATABASE, type Folders, foldersOf, insistVersion, layCluster, OWNER, readPassword } from "./cluster.ts";
import { alone, enter } from "./lock.ts";
import { findBinaries } from "./platform.ts";
import { pause } from "./processes.ts";
import { launch, type Postmaster, runningServer, settled, shutDown } from "./server.ts";

export type Embedded = {
  /** Migrates and makes backups; never serves a request. */
  readonly ownerUrl: string;
  /** Serves requests behind the town's wall. The role exists after the first migration. */
  readonly appUrl: string;
  /** Leaves the server; the last process to leave shuts it down. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** Further PostgreSQL settings, for tests and measurements. */
  readonly settings?: Readonly<Record<string, string>>;
};

/**
 * Starts the PostgreSQL that comes with the program, or joins the one already running on this folder: one left behind by
 * a killed process, or one that a second process of this machine uses.
 */
export async function startEmbedded({ dataDir, log = () => {}, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folders = foldersOf(realpathSync(resolve(dataDir)));
  insistVersion(folders);
  const { server, leave } = await alone(folders.run, async () => {
    return { server: await joinOrLaunch(folders, settings, log), leave: enter(folders.run) };
  });
  let stopped: Promise<void> | null = null;
  try {
    await createDatabase(ownerUrlOf(folders, server, "postgres"));
  } catch (error) {
    // Nobody would ever stop a server that a failed start leaves behind.
    await turnOffWhenLast(folders, leave, log);
    throw error;
  }
  const endWatch = keepRunning(folders, server, () => alone(folders.run, () => joinOrLaunch(folders, settings, log)), log);
  return {
    ownerUrl: ownerUrlOf(folders, server, DATABASE),
    appUrl: urlOf(APP, readPassword(folders, "town-app"), server, DATABASE),
    stop: () => (stopped ??= endWatch().then(() => turnOffWhenLast(folders, leave, log))),
  };
}

const PATIENCE_MS = 30_000;

const urlOf = (user: string, password: string, { port }: Postmaster, database: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
const ownerUrlOf = (folders: Folders, server: Postmaster, database: string) =>
  urlOf(OWNER, readPassword(folders, "owner"), server, database);

async function joinOrLaunch(
  folders: Folders,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<Postmaster> {
  const giveUp = Date.now() + PATIENCE_MS;
  for (let running = await settled(folders); running !== null; running = await settled(folders)) {
    if (await answers(ownerUrlOf(folders, running, "postgres"))) {
      log(`joined the database already running on port ${running.port}`);
      return running;
    }
    // A server killed this very moment still looks alive.
    if (Date.now() > giveUp)
      throw new CannotStart("db.silent", `The database process ${running.pid} of ${folders.data} runs but does not answer.`);
    await pause(100);
  }
  const binaries = findBinaries();
  await layCluster(folders, binaries, log);
  const server = await launch(folders, binaries, settings);
  log(`database ready on port ${server.port}`);
  return server;
}

const WATCH_MS = 500;

/** Brings a server that died back on its port while the program goes on; answers how to end the watch. */
function keepRunning(folders: Folders, { port }: Postmaster, revive: () => Promise<Postmaster>, log: (line: string) => void) {
  let reviving: Promise<void> | null = null;
  const look = async () => {
    if (runningServer(folders) !== null) return;
    log("the database has died and is started again");
    const again = await revive();
    if (again.port !== port) log(`the database had to move to port ${again.port}: start the program again to follow it`);
  };
  const timer = setInterval(() => {
    reviving ??= look()
      .catch((error: unknown) => log(`the database does not come back: ${String(error)}`))
      .finally(() => {
        reviving = null;
      });
  }, WATCH_MS).unref();
  return async () => {
    clearInterval(timer);
    await reviving;
  };
}

async function turnOffWhenLast(folders: Folders, leave: () => number, log: (line: string) => void): Promise<void> {
  await alone(folders.run, async () => {
    if (leave() > 0) return;
    const server = runningServer(folders);
    if (server === null) return;
    await shutDown(folders, server);
    log("database stopped");
  });
}

/** A password that does not fit will not fit later either. */
function insistKeysFit(error: unknown): void {
  if ((error as pg.DatabaseError).code !== "28P01") return;
  throw new CannotStart("db.keys_differ", "The keys in the data folder do not fit its database: put back the keys that belong to it.");
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch (error) {
    insistKeysFit(error);
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  try {
    await client.connect();
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    insistKeysFit(error);
    // Two processes may create it in the same moment; once is enough.
    if (!["42P04", "23505"].includes((error as pg.DatabaseError).code ?? "")) throw error;
  } finally {
    await client.end();
  }
}
