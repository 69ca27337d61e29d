import pg from "pg";
import { SESSION } from "./session.ts";

export type AsOwner = <R extends object>(sql: string) => Promise<R[]>;

/** The owner's own connection, past every wall: to lay or discard a demo before anything is served, never to serve. */
export async function pastTheWall<T>(ownerUrl: string, work: (asOwner: AsOwner) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, options: SESSION });
  await client.connect();
  try {
    return await work(async <R extends object>(sql: string) => (await client.query<R>(sql)).rows);
  } finally {
    await client.end();
  }
}
