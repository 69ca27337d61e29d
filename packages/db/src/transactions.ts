import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import type pg from "pg";
import { withTx } from "./conflicts.ts";
import type { Database } from "./connect.ts";
import type { Prisma } from "./generated/client.ts";
import { type Seat, seated } from "./transaction-clients.ts";

export type Params = readonly unknown[];

/** One open writing transaction: Prisma and raw SQL on the same connection. */
export type Writing = {
  readonly db: Prisma.TransactionClient;
  /** The database's clock when the transaction began. */
  readonly at: Date;
  /** The database's clock now: call it after taking a row lock, for the wait may have passed a deadline. */
  readonly clock: () => Promise<Date>;
  /** A raw statement in the same transaction; those asked together travel together and are done in their order. Values as described at `pinnedTypes`. An array is an SQL array: stringify one meant as jsonb. */
  readonly query: <R extends object>(sql: string, params: Params) => Promise<R[]>;
  /**
   * The same for a statement whose answer nobody waits for: it is done in its place among the others, and the transaction fails with it. What is
   * sent last travels with the commit, so that a lock taken before it is not held for another round trip.
   */
  readonly send: (sql: string, params: Params) => void;
};

/** One open reading transaction. */
export type Reading = {
  readonly at: Date;
  /**
   * Runs a statement that the connection prepares once under this name: one name, one text, for ever. Without a name it is planned anew
   * for these values. Those asked together travel together.
   */
  readonly query: <R extends object>(name: string | null, sql: string, params: Params) => Promise<R[]>;
};

const LIMITS = { maxWait: 10_000, timeout: 20_000 };

/** Runs the work in one transaction, inside the town or, for null, in no town; the whole again when it loses a conflict. */
export function writeIn<T>({ prisma }: Database, townId: string | null, work: (tx: Writing) => Promise<T>): Promise<T> {
  return withTx(async () => {
    const seat: Seat = { client: null };
    const sent: Sent = { all: [], failed: [] };
    try {
      const answer = await seated(seat, () => prisma.$transaction(async (db) => work(await enter(db, seat, sent, townId)), LIMITS));
      // Answered before the commit was; where one failed, PostgreSQL has made a rollback of the commit without a word.
      await Promise.all(sent.all);
      if (sent.failed.length === 0) return answer;
    } catch (error) {
      await Promise.all(sent.all);
      // What comes after a failed statement only says that the transaction is broken.
      if (sent.failed.length === 0) throw error;
    }
    throw sent.failed[0];
  });
}

/** Statements that nobody waits for, and why the first of them failed. */
type Sent = { readonly all: Promise<unknown>[]; readonly failed: unknown[] };

async function enter(db: Prisma.TransactionClient, seat: Seat, sent: Sent, townId: string | null): Promise<Writing> {
  const query = async <R extends object>(sql: string, params: Params): Promise<R[]> => {
    if (seat.client === null) throw new Error("the transaction is over: its handle must not be kept");
    sendTogether(seat.client);
    const result: pg.QueryResult<R> | pg.QueryResult<R>[] = await seat.client.query<R>(prepared(sql, params));
    return Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows; // several statements answer several results
  };
  const send = (sql: string, params: Params): void => {
    sent.all.push(query(sql, params).catch((error: unknown) => sent.failed.push(error)));
  };
  const opened = await query<{ at: Date }>("select set_config('app.town_id', $1, true), jizhen_clock() as at", [townId ?? ""]);
  const clock = async () => only(await query<{ at: Date }>("select jizhen_clock() as at", [])).at;
  return { db, query, send, clock, at: only(opened).at };
}

const mostNames = 500;
const names = new Map<string, string>();

/**
 * A text that is asked again is prepared once for each connection: parsing and planning are most of a small write's price. Texts are
 * the code's own, so they are few; beyond a bound, and for several statements in one text, the plain way is taken.
 */
function prepared(text: string, params: Params): pg.QueryConfig {
  const values = [...params];
  const known = names.get(text);
  if (known !== undefined) return { name: known, text, values };
  if (values.length === 0 || names.size >= mostNames) return { text, values };
  const name = `write.${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
  names.set(text, name);
  return { name, text, values };
}

/**
 * Runs reads in one read-only snapshot. Opening, wall and clock are one round trip, and the answer leaves before the
 * commit has returned; the connection goes back to the pool only after it.
 */
export async function readIn<T>({ pool }: Database, townId: string | null, work: (tx: Reading) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const at = await open(client, townId);
    const state = { open: true };
    const query = async <R extends object>(name: string | null, text: string, params: Params): Promise<R[]> => {
      if (!state.open) throw new Error("the transaction is over: its handle must not be kept");
      sendTogether(client);
      const { rows } = await client.query<R>({ ...(name !== null && { name }), text, values: [...params] });
      return rows;
    };
    const answer = await work({ at, query }).finally(() => {
      state.open = false;
    });
    release(client, "commit");
    return answer;
  } catch (error) {
    release(client, "rollback");
    throw error;
  }
}

async function open(client: pg.PoolClient, townId: string | null): Promise<Date> {
  // The town id has passed its pattern (letters, digits, underscore), so it can stand in the text of a simple query.
  const wall = townId === null ? "" : `set local app.town_id = '${townId}';`;
  const results = (await client.query(`begin isolation level repeatable read read only;${wall}select jizhen_clock() as at`)) as unknown;
  const last = (results as pg.QueryResult<{ at: Date }>[]).at(-1);
  return only(last?.rows ?? []).at;
}

/** What is asked in one turn of the loop leaves in one packet: a statement's price is mostly that of its system call. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** A connection that cannot even end its transaction is thrown away. */
function release(client: pg.PoolClient, end: "commit" | "rollback"): void {
  client.query(end).then(
    () => client.release(),
    (error: Error) => client.release(error),
  );
}

function only<R>(rows: readonly R[]): R {
  const [row] = rows;
  if (row === undefined) throw new Error("the database answered no row");
  return row;
}
