import pg from "pg";
import { CannotStart } from "./cannot-start.ts";
import { PrismaClient } from "./generated/client.ts";
import { SERVING_SESSION } from "./session.ts";
import { seatingAdapter } from "./transaction-clients.ts";
import { pinnedTypes } from "./values.ts";

export type Database = {
  /** For the platform's own tables and better-auth; use cases get theirs from a town. */
  readonly prisma: PrismaClient;
  /** Fenced like everything under the serving role. Reads take their connections here, apart from the writes'. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

export type ConnectOptions = { readonly readers?: number; readonly writers?: number };

/** Connects under the serving role and refuses to serve from a database whose promises would not hold. */
export async function connect(appUrl: string, { readers = 10, writers = 10 }: ConnectOptions = {}): Promise<Database> {
  const pool = openPool(appUrl, readers);
  const writing = openPool(appUrl, writers);
  try {
    await insistPromises(pool);
  } catch (error) {
    await Promise.all([pool.end(), writing.end()]);
    throw error;
  }
  const prisma = new PrismaClient({ adapter: seatingAdapter(writing) });
  const close = async () => {
    await prisma.$disconnect();
    await Promise.all([pool.end(), writing.end()]);
  };
  return { prisma, pool, close };
}

function openPool(appUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max,
    // Statements that are asked together are sent together, and answered in their order.
    pipeline: true,
    options: SERVING_SESSION,
    types: pinnedTypes,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks fails its next statement or is replaced; unheard, the event itself would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

const PROMISES = `
  select current_setting('server_version_num')::int as version, current_setting('TimeZone') as zone,
    current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
    current_setting('synchronous_commit') as synchronous_commit,
    rolsuper as superuser, rolbypassrls as bypass, rolname as role,
    (select string_agg(relname, ', ') from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(current_user, relowner, 'member')) as owned
  from pg_roles where rolname = current_user`;

type Promises = {
  version: number;
  zone: string;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  superuser: boolean;
  bypass: boolean;
  role: string;
  owned: string | null;
};

async function insistPromises(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Promises>(PROMISES);
  const [found] = rows;
  if (found === undefined) throw new CannotStart("db.role", "The database does not know the serving role.");
  const refuse = (code: string, message: string) => {
    throw new CannotStart(code, message);
  };
  if (found.version < 150000) refuse("db.too_old", "The database server is older than PostgreSQL 15. Use 15 or newer.");
  if (found.zone !== "UTC") refuse("db.time_zone", `The database session is in ${found.zone}, not UTC: instants would be stored wrong.`);
  if (found.superuser || found.bypass)
    refuse("db.role", `The serving role ${found.role} passes row-level security: towns would see each other.`);
  if (found.owned !== null) refuse("db.role", `The serving role ${found.role} owns tables (${found.owned}); a separate owner must.`);
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"] as const) {
    if (found[setting] === "off") refuse("db.not_durable", `The database runs with ${setting} = off: acknowledged work could be lost.`);
  }
}
