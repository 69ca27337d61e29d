import pg from "pg";
import { connectionFields } from "./options.mjs";

const codes = { "3D000": "P1003", "42P04": "P1009", "28P01": "P1000" };

/** The engine's `cli` commands; answers the exit code. Prisma reads the reason from a JSON line on stderr. */
export async function runCommand(command, url) {
  const fields = connectionFields(url);
  const work = {
    "can-connect-to-database": () => once(fields, "select 1"),
    "create-database": () => once({ ...fields, database: "postgres" }, `create database "${fields.database}"`),
    "drop-database": () => once({ ...fields, database: "postgres" }, `drop database "${fields.database}" with (force)`),
  }[command];
  try {
    if (work === undefined) throw new Error(`unknown command ${command}`);
    await work();
    return 0;
  } catch (error) {
    const about = { message: error.message, is_panic: false, error_code: codes[error.code] ?? "P1001", meta: {} };
    console.error(JSON.stringify({ timestamp: new Date().toISOString(), level: "ERROR", fields: about, target: "schema_engine" }));
    return 1;
  }
}

async function once(fields, sql) {
  const { max: _, ...options } = fields;
  const client = new pg.Client(options);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
