import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { layJobs } from "../packages/api/src/platform/boss.ts";
import { migrate, migrationsDir } from "../packages/db/src/migrate.ts";
import { type FreshDatabase, freshDatabaseOn } from "../packages/db/src/testing.ts";
import { look } from "./support/invariants.ts";
import { changedTables, layRelease, readRelease } from "./support/release.ts";
import { figure, timed } from "./support/scale.ts";

const releases = readdirSync(join(import.meta.dirname, "releases")).map((file) => file.replace(".jsonl.gz", ""));
let fresh: FreshDatabase;
let folder: string;
beforeEach(async () => {
  fresh = await freshDatabaseOn({ ...inject("testServer"), template: "template1" });
  folder = mkdtempSync(join(tmpdir(), "jizhen-migrations-"));
});
afterEach(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = <R extends object>(sql: string, params?: readonly unknown[]) => fresh.asOwner<R>(sql, params);

/** The product's migrations up to a release's last one; more can be added. */
function upTo(release: string): string {
  cpSync(join(migrationsDir, ".."), folder, { recursive: true });
  const migrations = join(folder, "migrations");
  for (const name of readdirSync(migrations)) if (/^\d/.test(name) && name > release) rmSync(join(migrations, name), { recursive: true });
  return migrations;
}

const add = (migrations: string, name: string, sql: string) => {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, "migration.sql"), sql);
};

/** What holds of the data of a release; that later reactions have not heard its events is no breach. */
async function brokenOf(asOwner: typeof ask) {
  const { broken, looked } = await look(asOwner);
  return { broken: broken.filter((line) => !line.startsWith("whoever hears of an event")), looked };
}

describe.each(releases)("from release %s", (release) => {
  const kept = readRelease(release);
  const laid = async () => {
    await migrate({ ...fresh, migrationsDir: upTo(release) });
    await layRelease(fresh.ownerUrl, kept);
    await layJobs(fresh.ownerUrl);
  };

  it("its data reaches the newest schema row for row, and a second run has nothing to do (G17)", async () => {
    await laid();
    const { seconds } = await timed(() => migrate({ ...fresh, migrationsDir }));
    const applied: string[] = [];
    await migrate({ ...fresh, migrationsDir, log: (line) => applied.push(line) });
    const { broken, looked } = await brokenOf(ask);
    const rows = kept.reduce((sum, table) => sum + (JSON.parse(table.rows) as object[]).length, 0);
    figure({ promise: "G17", proof: `migration from ${release}`, seconds, tables: kept.length, rows, looked, broken: broken.length });
    expect(applied).toEqual([]);
    expect(await changedTables(ask, kept)).toEqual([]);
    expect(broken).toEqual([]);
    expect(looked).toBeGreaterThan(50);
  });

  it("a row that a migration lost or changed is seen", async () => {
    await laid();
    const migrations = upTo("9");
    add(
      migrations,
      "29990101000000_careless",
      "delete from notification where id in (select id from notification limit 1); update town set pack = 'x'",
    );
    await migrate({ ...fresh, migrationsDir: migrations });
    expect((await changedTables(ask, kept)).map((line) => line.split(":")[0])).toEqual(["notification", "town"]);
  });

  it("a migration killed midway leaves nothing, waits for writers, and completes at the next start (G17)", async () => {
    await laid();
    const migrations = upTo("9");
    add(migrations, "29990101000000_next", "alter table town add column half int; select pg_sleep(60);");
    const killed = migrate({ ...fresh, migrationsDir: migrations }).then(
      () => "done",
      () => "killed",
    );
    const migrating =
      "select pid from pg_stat_activity where datname = current_database() and query like '%pg_sleep(60)%' and pid <> pg_backend_pid()";
    await expect.poll(() => fresh.asOwner(migrating), { timeout: 60_000 }).toHaveLength(1);
    await fresh.asOwner(`select pg_terminate_backend(pid) from (${migrating}) sleeping`);
    expect(await killed).toBe("killed");
    const halves = "select 1 from information_schema.columns where table_name = 'town' and column_name = 'half'";
    expect(await fresh.asOwner(halves)).toEqual([]);

    add(migrations, "29990101000000_next", "alter table town add column half int;");
    const writer = new pg.Client({ connectionString: fresh.ownerUrl });
    await writer.connect();
    await writer.query("begin; update town set pack = pack");
    const { value, seconds } = await timed(async () => {
      const running = migrate({ ...fresh, migrationsDir: migrations });
      const waits =
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%add column half%'";
      await expect.poll(() => fresh.asOwner(waits), { timeout: 60_000 }).toHaveLength(1);
      await writer.query("commit");
      await writer.end();
      await running;
      return fresh.asOwner(halves);
    });
    figure({ promise: "G17", proof: "migration killed midway, then with a writer in its way", seconds });
    expect(value).toHaveLength(1);
    expect(await changedTables(ask, kept)).toEqual([]);
  });
});
