import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { type ConnectOptions, connect, type Database } from "./connect.ts";
import { foldersOf } from "./embedded/cluster.ts";
import { isAlive } from "./embedded/processes.ts";
import { runningServer, shutDown } from "./embedded/server.ts";
import { startEmbedded } from "./embedded/start.ts";
import { appUrlOf, migrate, migrationsDir } from "./migrate.ts";

/** What a test process needs to reach the run's server: plain data, so that it travels to vitest's workers. */
export type TestServer = { readonly ownerUrl: string; readonly appUrl: string; readonly template: string };

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const PREFIX = "jizhen-test-";

/**
 * One server for a whole test run with a migrated template in it: the shipped PostgreSQL in a folder of its own, or the one
 * of TEST_DATABASE_URL. Runs at the same time do not meet.
 */
export async function testServer(): Promise<TestServer & { readonly stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const { ownerUrl, appUrl, stop } = given ? { ownerUrl: given, appUrl: appUrlOf(given), stop: async () => {} } : await ownServer();
  const template = `jizhen_template_${randomUUID().slice(0, 8)}`;
  await admin(ownerUrl, `create database ${template}`);
  await migrate({ ownerUrl: inDatabase(ownerUrl, template), appUrl: inDatabase(appUrl, template), migrationsDir });
  return {
    ownerUrl,
    appUrl,
    template,
    stop: async () => {
      if (given) await admin(ownerUrl, `drop database if exists ${template} with (force)`);
      await stop();
    },
  };
}

async function ownServer() {
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await startEmbedded({ dataDir, settings: { max_connections: "300" } });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...server, stop };
}

/** Test runs that were killed leave a server behind; the next run puts it away. */
async function sweep(): Promise<void> {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX) && !isAlive(Number.parseInt(name.slice(PREFIX.length), 10)));
  for (const name of left) {
    const folders = foldersOf(realpathSync(join(tmpdir(), name)));
    const server = runningServer(folders);
    if (server !== null) await shutDown(folders, server);
    rmSync(folders.data, { recursive: true, force: true });
  }
}

export type FreshDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Connects under the serving role; closed by `drop`. */
  open(options?: ConnectOptions): Promise<Database>;
  /** Runs one statement as the owner, past every wall: to look at what a test has really written. */
  asOwner<R extends object>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  drop(): Promise<void>;
};

/** A migrated, empty database of one's own in about 50 ms. For vitest's "database" project; call `drop` in afterAll. */
export const freshDatabase = (): Promise<FreshDatabase> => freshDatabaseOn(inject("testServer"));

/** The same on a server one has started oneself. */
export async function freshDatabaseOn(server: TestServer): Promise<FreshDatabase> {
  const name = `jizhen_test_${randomUUID().replaceAll("-", "")}`;
  await admin(server.ownerUrl, `create database ${name} template ${server.template}`);
  const ownerUrl = inDatabase(server.ownerUrl, name);
  const appUrl = inDatabase(server.appUrl, name);
  const opened: Database[] = [];
  // One connection for many looks: to connect anew for each costs more than the looking.
  const owner = new pg.Pool({ connectionString: ownerUrl, options: "-c timezone=UTC -c search_path=public", max: 2 });
  owner.on("error", () => {});
  return {
    ownerUrl,
    appUrl,
    open: async (options) => {
      const database = await connect(appUrl, options);
      opened.push(database);
      return database;
    },
    asOwner: async <R extends object>(sql: string, params: readonly unknown[] = []) => (await owner.query<R>(sql, [...params])).rows,
    drop: async () => {
      await owner.end();
      await Promise.all(opened.splice(0).map((database) => database.close()));
      await admin(server.ownerUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

const inDatabase = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
const admin = (ownerUrl: string, sql: string) => once(inDatabase(ownerUrl, "postgres"), sql, []);

async function once<R extends object>(url: string, sql: string, params: readonly unknown[]): Promise<R[]> {
  const client = new pg.Client({ connectionString: url, options: "-c timezone=UTC -c search_path=public" });
  await client.connect();
  try {
    return (await client.query<R>(sql, [...params])).rows;
  } finally {
    await client.end();
  }
}
