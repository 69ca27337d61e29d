import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import pg from "pg";
import { startEmbedded } from "../embedded/start.ts";
import type { Backup, Manifest } from "./backup.ts";
import { copyFile } from "./copy.ts";

export type RestoreOptions = Backup & { readonly dataDir: string; readonly log?: (line: string) => void };

/** Puts a backup and its keys into an empty data folder, every file checked against the manifest. The next start serves from it. */
export async function restore({ folder, keys, dataDir, log = () => {} }: RestoreOptions): Promise<void> {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new Error(`${resolve(dataDir)} is not empty: a backup is never restored over data. Move it away or name another DATA_DIR.`);
  }
  const manifest = readManifest(folder);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Under another name until complete, so that a start in between finds no half database.
  const place = (path: string) => join(dataDir, path.replace(/^postgres\//, "postgres.restoring/"));
  for (const path of manifest.folders) mkdirSync(place(path), { recursive: true, mode: 0o700 });
  for (const { path, sha256 } of manifest.files) {
    const copied = await copyFile(join(folder, path), place(path), path);
    if (copied?.sha256 !== sha256)
      throw new Error(`the backup is damaged: ${path} is ${copied === null ? "missing" : "not what was written"}`);
  }
  log(`${manifest.files.length} files checked and copied`);
  for (const [path, content] of Object.entries(JSON.parse(readFileSync(keys, "utf8")) as Record<string, string>)) {
    const file = join(dataDir, "keys", path);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, Buffer.from(content, "base64"), { mode: 0o600 });
  }
  writeFileSync(join(dataDir, "version.json"), readFileSync(join(folder, "version.json")));
  renameSync(join(dataDir, "postgres.restoring"), join(dataDir, "postgres"));
}

function readManifest(folder: string): Manifest {
  const file = join(folder, "manifest.json");
  if (!existsSync(file)) throw new Error(`${folder} is not a complete backup: it has no manifest.json`);
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  if (manifest.format !== 1) throw new Error(`${folder} was made by a newer version of Jizhen`);
  return manifest;
}

/** Restores into a folder thrown away afterwards, starts the database there and counts the rows of every table. */
export async function drill(backup: Backup): Promise<ReadonlyMap<string, number>> {
  const dataDir = mkdtempSync(join(tmpdir(), "jizhen-drill-"));
  try {
    await restore({ ...backup, dataDir });
    const server = await startEmbedded({ dataDir });
    try {
      return await countRows(server.ownerUrl);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function countRows(ownerUrl: string): Promise<ReadonlyMap<string, number>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      "select c.oid::regclass::text as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    );
    const counts = new Map<string, number>();
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${name}`);
      counts.set(name, rows[0]?.n ?? 0);
    }
    return counts;
  } finally {
    await client.end();
  }
}
