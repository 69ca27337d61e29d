import { mkdirSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";
import { APP, DATABASE, type Folders, foldersOf, insistVersion, layCluster, OWNER, readPassword } from "./cluster.ts";
import { alone, enter } from "./lock.ts";
import { findBinaries } from "./platform.ts";
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
  const url = (user: string, password: string, database = DATABASE) => `postgresql://${user}:${password}@127.0.0.1:${server.port}/${database}`;
  await createDatabase(url(OWNER, readPassword(folders, "owner"), "postgres"));
  return {
    ownerUrl: url(OWNER, readPassword(folders, "owner")),
    appUrl: url(APP, readPassword(folders, "town-app")),
    stop: () => (stopped ??= turnOffWhenLast(folders, leave, log)),
  };
}

async function joinOrLaunch(folders: Folders, settings: Readonly<Record<string, string>>, log: (line: string) => void): Promise<Postmaster> {
  const running = await settled(folders);
  if (running !== null) {
    log(`joined the database already running on port ${running.port}`);
    return running;
  }
  const binaries = findBinaries();
  await layCluster(folders, binaries, log);
  const server = await launch(folders, binaries, settings);
  log(`database ready on port ${server.port}`);
  return server;
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

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Two processes may create it in the same moment; once is enough.
    if (!["42P04", "23505"].includes((error as pg.DatabaseError).code ?? "")) throw error;
  } finally {
    await client.end();
  }
}
