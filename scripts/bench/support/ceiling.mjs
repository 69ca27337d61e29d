// What the machine can do: a bare Hono handler with a prepared statement, for the same rows; no sign-in, no wall, no validation.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";

const statements = JSON.parse(process.env.STATEMENTS ?? "{}");
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = new Hono();

app.get("/healthz", (c) => c.json({ ok: true }));
for (const [name, { texts, values }] of Object.entries(statements)) {
  app.all(`/${name}`, async (c) => {
    const key = c.req.query("key");
    const given = values.map((value) => (value === "$key" ? key : value));
    const answers = [];
    for (const [at, text] of texts.entries()) answers.push((await pool.query({ name: `${name}.${at}`, text, values: given })).rows);
    return c.json(answers);
  });
}
const server = serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "127.0.0.1" });
process.on("SIGINT", () => {
  server.close();
  process.exit(0);
});
