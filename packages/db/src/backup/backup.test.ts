import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmbedded } from "../embedded/start.ts";
import { migrate, migrationsDir } from "../migrate.ts";
import { backUp, ENDING } from "./backup.ts";
import { drill, restore } from "./restore.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "jizhen-backup-test-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const dataDir = () => join(home, "data");
const into = () => join(home, "backups");
const town = `insert into town (id, slug, kind, name_zh, name_en, city_zh, category, pack, state, rules, created_at)
  values ($1, $1, 'town', 'x', 'x', 'x', 'x', 'x', 'open', '{}', now())`;

/** Writes until told to stop and remembers what the database acknowledged. */
function keepWriting(url: string) {
  const acknowledged: string[] = [];
  const state = { going: true };
  const work = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (let n = 0; state.going; n += 1) {
      await client.query(town, [`town_${n}`]);
      acknowledged.push(`town_${n}`);
    }
    await client.end();
  };
  const done = work();
  return {
    acknowledged,
    stop: () => {
      state.going = false;
      return done;
    },
  };
}

describe("backup", { timeout: 90_000 }, () => {
  it("is made under writers and restores everything acknowledged before its end, with files and keys", async () => {
    const server = await startEmbedded({ dataDir: dataDir() });
    await migrate({ ...server, migrationsDir });
    mkdirSync(join(dataDir(), "files/ab"), { recursive: true });
    writeFileSync(join(dataDir(), "files/ab/drawing.pdf"), "演示数据");
    const writer = keepWriting(server.ownerUrl);
    let promised: readonly string[] = [];
    const log = (line: string) => {
      if (line === ENDING) promised = [...writer.acknowledged];
    };
    const backup = await backUp({ dataDir: dataDir(), into: into(), log });
    await writer.stop();
    await server.stop();

    expect(promised.length).toBeGreaterThan(10);
    expect(readdirSync(backup.folder)).not.toContain("keys");
    expect(statSync(backup.keys).mode & 0o777).toBe(0o600);

    const elsewhere = join(home, "restored");
    await restore({ ...backup, dataDir: elsewhere });
    expect(readFileSync(join(elsewhere, "files/ab/drawing.pdf"), "utf8")).toBe("演示数据");
    const restored = await startEmbedded({ dataDir: elsewhere });
    const client = new pg.Client({ connectionString: restored.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string }>("select id from town");
    await client.query("create extension if not exists amcheck");
    await client.query(
      "select bt_index_check(indexrelid, true) from pg_index join pg_class on oid = indexrelid where relam = 403 and relnamespace = 'public'::regnamespace",
    );
    await client.end();
    await migrate({ ...restored, migrationsDir });
    await restored.stop();
    const found = new Set(rows.map(({ id }) => id));
    expect(promised.filter((id) => !found.has(id))).toEqual([]);
    expect((await drill(backup)).get("town")).toBe(found.size);
  });

  it("is never restored over data, nor when a file of it was changed", async () => {
    await (await startEmbedded({ dataDir: dataDir() })).stop();
    const backup = await backUp({ dataDir: dataDir(), into: into() });
    await expect(restore({ ...backup, dataDir: dataDir() })).rejects.toThrow("not empty");
    writeFileSync(join(backup.folder, "postgres/PG_VERSION"), "17\n");
    const elsewhere = join(home, "restored");
    await expect(restore({ ...backup, dataDir: elsewhere })).rejects.toThrow("postgres/PG_VERSION is not what was written");
    expect(existsSync(join(elsewhere, "postgres"))).toBe(false);
  });
});
