import { createHash, createHmac, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { CannotStart } from "./cannot-start.ts";
import { SESSION } from "./session.ts";

/** Where the migrations lie when the sources run; a bundle passes its own path. */
export const migrationsDir = fileURLToPath(new URL("../prisma/migrations", import.meta.url));

/** The lock `prisma migrate` takes, so that both ways of migrating exclude each other. */
const PRISMA_LOCK = 72707369;

/** The table as Prisma lays it. */
const LEDGER = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };
type Recorded = { readonly migration_name: string; readonly checksum: string; readonly finished_at: Date | null };

export type MigrateOptions = {
  readonly ownerUrl: string;
  /** Its user and password become the serving role. */
  readonly appUrl: string;
  readonly migrationsDir: string;
  readonly log?: (line: string) => void;
};

/**
 * Brings the database to the schema of this code and puts up the fence. Interchangeable with `prisma migrate deploy`; safe
 * when two processes start at once (one waits) and when killed midway (a migration and its record are one transaction).
 */
export async function migrate({ ownerUrl, appUrl, migrationsDir: folder, log = () => {} }: MigrateOptions): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, options: SESSION });
  // A connection that breaks fails its statement; unheard, the event itself would end the process without a sentence.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${PRISMA_LOCK})`);
    await client.query("set client_min_messages = warning");
    await client.query(LEDGER);
    const recorded = await client.query<Recorded>(
      "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
    );
    for (const migration of missing(readMigrations(folder), recorded.rows)) {
      await apply(client, migration);
      log(`applied ${migration.name}`);
    }
    await fence(client, folder);
    await insistServingRole(client, appUrl);
  } finally {
    await client.end(); // the advisory lock ends with its session
  }
}

function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const bytes = readFileSync(join(folder, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function missing(ours: readonly Migration[], recorded: readonly Recorded[]): readonly Migration[] {
  const unknown = recorded.find((row) => !ours.some(({ name }) => name === row.migration_name));
  if (unknown !== undefined) {
    throw new CannotStart(
      "db.newer_schema",
      `The database is newer than this program (it holds the migration ${unknown.migration_name}). Start the version that made it, or newer.`,
    );
  }
  const byName = new Map(recorded.map((row) => [row.migration_name, row]));
  return ours.filter(({ name, checksum }) => {
    const row = byName.get(name);
    if (row === undefined) return true;
    if (row.finished_at === null) {
      throw new CannotStart("db.failed_migration", `The migration ${name} failed before; settle it with "prisma migrate resolve" first.`);
    }
    if (row.checksum !== checksum) {
      throw new CannotStart(
        "db.edited_migration",
        `The migration ${name} was changed after this database applied it. Data made by a development version is started anew: move the data folder away.`,
      );
    }
    return false;
  });
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query("insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)", [randomUUID(), checksum, name]);
    await client.query(sql);
    await client.query("update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1 where migration_name = $1", [
      name,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${name} failed and left nothing behind`, { cause: error });
  }
}

/** One simple query is one transaction: the fence stands whole or as it stood before. */
const fence = (client: pg.Client, folder: string) => client.query(readFileSync(join(folder, "..", "after-migrate.sql"), "utf8"));

/** Sets the serving role's password only when it does not fit, so that a running process is never locked out. */
async function insistServingRole(owner: pg.Client, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  if (username !== "town_app") return; // an administrator chose another serving role and grants it town_app
  if (await canSignIn(appUrl)) return;
  try {
    await owner.query(`alter role town_app with login password ${owner.escapeLiteral(decodeURIComponent(password))}`);
  } catch (error) {
    // Another database of the same server set the same password in this moment.
    if (!(await canSignIn(appUrl))) throw error;
  }
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (["28P01", "28000"].includes((error as pg.DatabaseError).code ?? "")) return false;
    throw error;
  }
}

/** The serving role's address on a server given by DATABASE_URL: the same on every machine without a second setting. */
export function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = createHmac("sha256", decodeURIComponent(url.password)).update("jizhen town_app").digest("base64url");
  url.username = "town_app";
  return url.href;
}
