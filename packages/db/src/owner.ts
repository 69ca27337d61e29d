import pg from "pg";
import { SESSION } from "./session.ts";

/** The owner's own connection, past every wall: to lay or discard a demo before anything is served, never to serve. */
export async function pastTheWall<T>(ownerUrl: string, work: (asOwner: (sql: string) => Promise<void>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, options: SESSION });
  await client.connect();
  try {
    return await work(async (sql) => {
      await client.query(sql);
    });
  } finally {
    await client.end();
  }
}
