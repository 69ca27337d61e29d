import { existsSync, mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  discardUnfinishedDemo,
  type FileStore,
  folderStore,
  type Log,
  layJobs,
  loadKeys,
  mailBy,
  openPlatform,
  type Platform,
} from "@jizhen/api";
import { appUrlOf, CannotStart, type Embedded, migrate, migrationsDir, openShared, startEmbedded } from "@jizhen/db";
import { createApp, createHealth } from "./app.ts";
import { createAuth } from "./auth.ts";
import { demoLinks } from "./demo.ts";
import type { Env } from "./env.ts";
import { listen } from "./listen.ts";
import { bucketOf, bucketStore } from "./s3.ts";
import { staticSite } from "./static.ts";

const here = dirname(fileURLToPath(import.meta.url));
/** Beside the bundle, else in the sources. */
const migrations = existsSync(join(here, "prisma/migrations")) ? join(here, "prisma/migrations") : migrationsDir;
const webFolder = join(here, "../../web/dist");

export type Running = { readonly url: string; readonly links: readonly string[]; readonly platform: Platform; stop(): Promise<void> };

type Databases = { readonly ownerUrl: string; readonly appUrl: string; stop(): Promise<void> };

/** Database, schema, job tables, demo, HTTP: in this order, and undone in the other when a step fails or the process ends. */
export async function start(env: Env, log: Log): Promise<Running> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => log.fault("stopping", error));
  };
  try {
    const databases = await openDatabases(env, log);
    undo.push(() => databases.stop());
    if (await discardUnfinishedDemo(databases.ownerUrl)) log.info("an interrupted demo was thrown away; it is laid anew");
    await migrate({ ...databases, migrationsDir: migrations, log: (line) => log.info(line) });
    await layJobs(databases.ownerUrl);
    const platform = await openPlatform({
      appUrl: databases.appUrl,
      publicUrl: env.publicUrl,
      keys: loadKeys(env.dataDir, process.env),
      files: filesOf(env),
      mail: env.SMTP_URL === undefined ? null : mailBy(env.SMTP_URL, env.MAIL_FROM),
      log,
    });
    undo.push(() => platform.close());
    if (env.demo) await seedOnce(platform, databases.ownerUrl, log);
    const auth = createAuth(platform.services, env);
    const site = existsSync(join(webFolder, "index.html")) ? staticSite(webFolder) : null;
    // A worker answers only for its own health: a balancer that knows its address sends nobody there.
    const app = env.ROLE === "worker" ? createHealth(platform) : createApp({ platform, auth, env, site });
    const server = await listen(app.fetch, env.PORT, env.HOST).catch((error: NodeJS.ErrnoException) => {
      throw portProblem(error, env);
    });
    undo.push(() => {
      platform.endStreams();
      return drain(server);
    });
    if (env.ROLE !== "api") await platform.startWorking();
    const links = env.demo ? await demoLinks(platform.services, env) : [];
    return { url: urlOf(server, env), links, platform, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function filesOf(env: Env): FileStore {
  const bucket = bucketOf(env);
  return bucket === null ? folderStore(env.dataDir) : bucketStore(bucket);
}

async function openDatabases(env: Env, log: Log): Promise<Databases> {
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  if (env.DATABASE_URL !== undefined) {
    return { ownerUrl: env.DATABASE_URL, appUrl: env.APP_DATABASE_URL ?? appUrlOf(env.DATABASE_URL), stop: async () => {} };
  }
  const embedded: Embedded = await startEmbedded({ dataDir: env.dataDir, log: (line) => log.info(line) });
  return embedded;
}

/** The demo province is laid once, into an empty database. */
async function seedOnce(platform: Platform, ownerUrl: string, log: Log): Promise<void> {
  const towns = await openShared(platform.database).read((tx) => tx.query("demo.empty", "select 1 from town limit 1", []));
  if (towns.length > 0) return;
  const { seedDemo } = await import("@jizhen/api/demo");
  log.info("laying the demo province (演示数据)");
  await seedDemo({ platform, ownerUrl, say: (sentence) => log.info(sentence) });
}

function portProblem(error: NodeJS.ErrnoException, { PORT, HOST }: Env): Error {
  if (error.code === "EADDRINUSE")
    return new CannotStart("port", `Port ${PORT} is taken by another program. Stop it, or set PORT to a free one.`);
  if (error.code === "EACCES") return new CannotStart("port", `Port ${PORT} may not be opened by this user. Set PORT to one above 1023.`);
  if (error.code === "EADDRNOTAVAIL") return new CannotStart("port", `HOST ${HOST} is not an address of this machine.`);
  return error;
}

const drainMs = 5_000;

/** Requests that are being answered end; streams and idle connections are closed. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function urlOf(server: Server, env: Env): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : env.PORT;
  return env.PUBLIC_URL ?? `http://${env.HOST === "0.0.0.0" ? "127.0.0.1" : env.HOST}:${port}`;
}
