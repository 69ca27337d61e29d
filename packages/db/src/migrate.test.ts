import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, inject, it } from "vitest";
import { migrate, migrationsDir } from "./migrate.ts";
import { type FreshDatabase, freshDatabaseOn } from "./testing.ts";

const open: FreshDatabase[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const database of open.splice(0)) await database.drop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function emptyDatabase(): Promise<FreshDatabase> {
  const database = await freshDatabaseOn({ ...inject("testServer"), template: "template1" });
  open.push(database);
  return database;
}

/** The product's migrations, copied so that a test may add to them. */
function copyOfMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), "jizhen-prisma-"));
  folders.push(folder);
  cpSync(join(migrationsDir, ".."), folder, { recursive: true });
  return join(folder, "migrations");
}

function addMigration(folder: string, name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

const applied = async (database: FreshDatabase) =>
  (
    await database.asOwner<{ name: string }>(
      "select migration_name as name from _prisma_migrations where finished_at is not null order by 1",
    )
  ).map(({ name }) => name);
const shipped = readdirSync(migrationsDir).filter((name) => !name.endsWith(".toml"));

/** Prisma's own command line, over the bridge. */
function prisma(url: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd, env: { ...process.env, DATABASE_URL: url }, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 99 : 0, said: out + err }),
    );
  });
}

describe("migrating at start", () => {
  it("lays the schema once, and a second time changes nothing", async () => {
    const database = await emptyDatabase();
    const lines: string[] = [];
    const run = () => migrate({ ...database, migrationsDir, log: (line) => lines.push(line) });
    await run();
    await run();
    expect(lines).toHaveLength(shipped.length);
    expect(await applied(database)).toEqual(shipped);
  });

  it("lets two processes start at once: one applies, one waits", async () => {
    const database = await emptyDatabase();
    const lines: string[] = [];
    await Promise.all([1, 2, 3].map(() => migrate({ ...database, migrationsDir, log: (line) => lines.push(line) })));
    expect(lines).toHaveLength(shipped.length);
  });

  it("leaves nothing of a migration that fails, and completes at the next start", async () => {
    const database = await emptyDatabase();
    const folder = copyOfMigrations();
    addMigration(folder, "29990101000000_next", "create table half (n int); select 1 / 0;");
    await expect(migrate({ ...database, migrationsDir: folder })).rejects.toThrow("29990101000000_next failed");
    expect(await applied(database)).toEqual(shipped);
    addMigration(folder, "29990101000000_next", "create table half (n int);");
    await migrate({ ...database, migrationsDir: folder });
    expect(await applied(database)).toEqual([...shipped, "29990101000000_next"]);
  });

  it("refuses a database newer than the program, and a migration edited afterwards", async () => {
    const database = await emptyDatabase();
    const folder = copyOfMigrations();
    addMigration(folder, "29990101000000_next", "select 1;");
    await migrate({ ...database, migrationsDir: folder });
    await expect(migrate({ ...database, migrationsDir })).rejects.toMatchObject({
      code: "db.newer_schema",
      message: expect.stringContaining("newer"),
    });
    addMigration(folder, "29990101000000_next", "select 2;");
    await expect(migrate({ ...database, migrationsDir: folder })).rejects.toMatchObject({ code: "db.edited_migration" });
  });

  it("fences a table that a later migration brings, and takes strange policies down", async () => {
    const database = await emptyDatabase();
    await migrate({ ...database, migrationsDir });
    await database.asOwner("create table later (town_id text not null, id text not null, primary key (town_id, id))");
    await database.asOwner("create policy everybody on award using (true)");
    await migrate({ ...database, migrationsDir });
    const [later] = await database.asOwner("select relrowsecurity, relforcerowsecurity from pg_class where relname = 'later'");
    expect(later).toEqual({ relrowsecurity: true, relforcerowsecurity: true });
    expect(
      await database.asOwner("select tablename, policyname from pg_policies where tablename in ('later', 'award') order by 1"),
    ).toEqual([
      { tablename: "award", policyname: "own_town" },
      { tablename: "later", policyname: "own_town" },
    ]);
  });
});

describe("Prisma's command line over the bridge", { timeout: 90_000 }, () => {
  it("finds no drift between migrations and schema", async () => {
    const { ownerUrl } = await emptyDatabase();
    const compared = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema"];
    const { code, said } = await prisma(ownerUrl, "migrate", "diff", ...compared, "--exit-code");
    expect(said).not.toContain("Changed");
    expect(code).toBe(0);
  });

  it("deploys what our runner then finds done, and the other way round", async () => {
    const [theirs, ours] = [await emptyDatabase(), await emptyDatabase()];
    expect(await prisma(theirs.ownerUrl, "migrate", "deploy")).toMatchObject({ code: 0 });
    const lines: string[] = [];
    await migrate({ ...theirs, migrationsDir, log: (line) => lines.push(line) });
    expect(lines).toEqual([]);
    await migrate({ ...ours, migrationsDir });
    expect(await prisma(ours.ownerUrl, "migrate", "status")).toMatchObject({ code: 0, said: expect.stringContaining("up to date") });
  });

  it("ends with an error where the WASM engine panics, instead of waiting for ever", async () => {
    const { ownerUrl } = await emptyDatabase();
    expect((await prisma(ownerUrl, "migrate", "reset", "--force")).code).toBe(1);
  });
});
