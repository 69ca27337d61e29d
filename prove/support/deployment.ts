import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type People, people, type Someone } from "../../packages/api/src/testing/people.ts";
import { APP, DATABASE, foldersOf, OWNER, readPassword } from "../../packages/db/src/embedded/cluster.ts";
import { runningServer, shutDown } from "../../packages/db/src/embedded/server.ts";
import { type Embedded, startEmbedded } from "../../packages/db/src/embedded/start.ts";
import { type Caller, type CallSettings, callerAt } from "./callers.ts";
import { aLink, type Link } from "./link.ts";
import { aServer, type Server } from "./server.ts";

/** The product as it is run: several server processes, one database, people who are signed in. */
export type Deployment = {
  readonly servers: readonly Server[];
  readonly people: People;
  readonly dataDir: string;
  /** Calls over HTTP, by default at the first server. */
  readonly as: (who: Someone | null, settings?: CallSettings & { readonly at?: number | string }) => Caller;
  readonly authSecret: string;
  /** One statement past every wall, on a connection that knows nothing of proxies. */
  readonly asOwner: <R extends object>(sql: string, params?: readonly unknown[]) => Promise<R[]>;
  /** The direct addresses of the database. */
  readonly urls: () => { readonly ownerUrl: string; readonly appUrl: string };
  /** Moves the product's clock, and lets the queue know of what fell due. */
  readonly later: (by: { readonly hours?: number; readonly seconds?: number }) => Promise<void>;
  readonly databasePid: () => number | null;
  /** The link between servers and database; null when they use the built-in one directly. */
  readonly link: Link | null;
  /** Resolves when every job that is due has been done. */
  readonly settled: (withinMs?: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type DeploymentSettings = {
  readonly servers?: number;
  /** true: the database is reached by DATABASE_URL over a link that a proof can disturb; else each server uses the built-in one. */
  readonly linked?: boolean;
  /** Further settings of each server, by its place. */
  readonly env?: (n: number) => Readonly<Record<string, string>>;
  /** Serves from a folder that is there already, with its people; else a new one is laid. */
  readonly from?: { readonly dataDir: string; readonly people: People };
  /** Lays the new deployment into this folder. */
  readonly dataDir?: string;
  /** What the folder stands on goes when nobody uses it any more, before the folder itself. */
  readonly afterClose?: () => void;
};

/** A folder that the next test run sweeps away should this one be killed. */
export const aDataFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), `jizhen-test-${process.pid}-`)));

export async function aDeployment(settings: DeploymentSettings = {}): Promise<Deployment> {
  const { servers: count = 2, linked = false, env, from, afterClose } = settings;
  const dataDir = from?.dataDir ?? settings.dataDir ?? aDataFolder();
  const folders = foldersOf(dataDir);
  const undo: (() => Promise<unknown>)[] = [];
  const embedded = linked ? await startEmbedded({ dataDir }) : null;
  if (embedded !== null) undo.push(() => embedded.stop());
  const link = embedded === null ? null : await aLink(Number(new URL(embedded.ownerUrl).port));
  if (link !== null) undo.push(() => link.close());
  const given = embedded === null || link === null ? {} : overLink(embedded, link);
  const begin = async (n: number) => {
    const server = await aServer({ dataDir, env: { ...given, ...env?.(n) } });
    undo.push(() => server.stop());
    return server;
  };
  // The first lays the database; the others join it as further processes of an operator would.
  const first = await begin(0);
  const servers = [first, ...(await Promise.all(Array.from({ length: count - 1 }, (_, n) => begin(n + 1))))];
  const urls = () => {
    const port = readFileSync(join(dataDir, "port"), "utf8").trim();
    const url = (user: string, password: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${DATABASE}`;
    return { ownerUrl: url(OWNER, readPassword(folders, "owner")), appUrl: url(APP, readPassword(folders, "town-app")) };
  };
  const asOwner: Deployment["asOwner"] = (sql, params = []) => once(urls().ownerUrl, sql, params);
  const authSecret = readFileSync(join(dataDir, "keys/auth.key"), "utf8").trim();
  const everybody = from?.people ?? (await people({ asOwner }));
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
    const left = runningServer(folders);
    if (left !== null) await shutDown(folders, left);
    afterClose?.();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    servers,
    people: everybody,
    dataDir,
    authSecret,
    link,
    asOwner,
    urls,
    as: (who, { at = 0, ...settings } = {}) => callerAt(typeof at === "string" ? at : serverAt(servers, at).url, who, authSecret, settings),
    later: clockOver(asOwner),
    databasePid: () => runningServer(folders)?.pid ?? null,
    settled: (withinMs) => settled(asOwner, withinMs),
    close,
  };
}

const serverAt = (servers: readonly Server[], n: number): Server => {
  const server = servers[n % servers.length];
  if (server === undefined) throw new Error("a deployment has servers");
  return server;
};

/** The same addresses through the link's port. */
function overLink({ ownerUrl, appUrl }: Embedded, { port }: Link) {
  const through = (url: string) => Object.assign(new URL(url), { port: String(port) }).href;
  return { DATABASE_URL: through(ownerUrl), APP_DATABASE_URL: through(appUrl) };
}

async function once<R extends object>(url: string, sql: string, params: readonly unknown[]): Promise<R[]> {
  const client = new pg.Client({ connectionString: url, options: "-c timezone=UTC -c search_path=public" });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<R>(sql, [...params])).rows;
  } finally {
    await client.end();
  }
}

function clockOver(asOwner: Deployment["asOwner"]): Deployment["later"] {
  let offset = 0;
  return async ({ hours = 0, seconds = 0 }) => {
    offset += hours * 3600 + seconds;
    await asOwner(
      `create or replace function public.jizhen_clock() returns timestamptz language sql volatile as $$select clock_timestamp() + interval '${offset} seconds'$$`,
    );
    // The queue goes by the server's clock, the product by its own.
    await asOwner(
      "update pgboss.job set start_after = now() where state < 'active' and start_after > now() and start_after <= jizhen_clock()",
    );
  };
}

async function settled(asOwner: Deployment["asOwner"], withinMs = 60_000): Promise<void> {
  const giveUp = performance.now() + withinMs;
  for (;;) {
    const waiting = await asOwner<{ name: string; state: string }>(
      // A job that failed, or whose worker was killed, waits for its next try: it is not done.
      "select name, state from pgboss.job where name <> 'dead' and (state in ('active', 'retry') or (state < 'active' and start_after <= now())) limit 5",
    );
    if (waiting.length === 0) return;
    if (performance.now() > giveUp) throw new Error(`jobs still wait: ${JSON.stringify(waiting)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
