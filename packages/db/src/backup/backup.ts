import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { foldersOf } from "../embedded/cluster.ts";
import { startEmbedded } from "../embedded/start.ts";
import { SESSION } from "../session.ts";
import { type Copied, copyFile, tree } from "./copy.ts";

export type BackupOptions = { readonly dataDir: string; readonly into: string; readonly log?: (line: string) => void };

/** What a backup folder says about itself. Paths are relative to it. */
export type Manifest = {
  readonly format: 1;
  readonly finishedAt: string;
  readonly folders: readonly string[];
  readonly files: readonly Copied[];
};

/** A backup and the keys apart: whoever finds the first alone can sign in nowhere and open nothing sealed. */
export type Backup = { readonly folder: string; readonly keys: string };

/**
 * Backs up a data folder while its server runs (or starts it for the time): everything acknowledged before the backup's end
 * is in it. The folder gets its name only when it is complete.
 */
export async function backUp({ dataDir, into, log = () => {} }: BackupOptions): Promise<Backup> {
  if (!existsSync(foldersOf(dataDir).cluster)) throw new Error(`there is no database in ${resolve(dataDir)}`);
  const server = await startEmbedded({ dataDir, log });
  const name = `jizhen-backup-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;
  const folder = join(into, name);
  const draft = `${folder}.unfinished`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    const base = await copyDatabase(server.ownerUrl, foldersOf(dataDir).cluster, draft, log);
    log(`database copied: ${base.files.length} files`);
    // After the database: a row that names a file is committed after the file was stored.
    const stored = await copyFolder(join(dataDir, "files"), draft, "files");
    log(`stored files copied: ${stored.files.length}`);
    const manifest: Manifest = {
      format: 1,
      finishedAt: new Date().toISOString(),
      folders: [...base.folders, ...stored.folders],
      files: [...base.files, ...stored.files],
    };
    writeFileSync(join(draft, "version.json"), readFileSync(join(dataDir, "version.json")));
    writeFileSync(join(draft, "manifest.json"), JSON.stringify(manifest), { flush: true });
    const keys = `${folder}.keys.json`;
    writeFileSync(keys, JSON.stringify(readKeys(foldersOf(dataDir).keys), null, 1), { mode: 0o600, flush: true });
    renameSync(draft, folder);
    return { folder, keys };
  } finally {
    rmSync(draft, { recursive: true, force: true });
    await server.stop();
  }
}

/** Of no use in a copy, or made anew by the server: PostgreSQL's documentation of low-level base backups. */
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.*|(.*\/)?(pgsql_tmp.*|pg_internal\.init))$/;
const CONTROL = "global/pg_control";

/** Said just before the end: what was acknowledged until then is in the backup. */
export const ENDING = "ending the backup of the database";

type CopiedTree = { readonly folders: string[]; readonly files: Copied[] };

async function copyDatabase(ownerUrl: string, cluster: string, draft: string, log: (line: string) => void): Promise<CopiedTree> {
  const client = new pg.Client({ connectionString: ownerUrl, options: SESSION });
  await client.connect();
  try {
    // The slot keeps the log since the start from being recycled; it goes with this session.
    await client.query("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
    const first = await client.query<{ segment: string }>("select pg_walfile_name(pg_backup_start('jizhen', true)) as segment");
    const all = tree(cluster, (path) => !LEFT_OUT.test(path));
    const copied: CopiedTree = { folders: all.folders.map((path) => `postgres/${path}`), files: [] };
    for (const path of [...all.files.filter((path) => path !== CONTROL), CONTROL]) {
      const done = await copyFile(join(cluster, path), join(draft, "postgres", path), `postgres/${path}`);
      if (done !== null) copied.files.push(done);
    }
    log(ENDING);
    const stop = await client.query<{ label: string; map: string; segment: string }>(
      "select labelfile as label, spcmapfile as map, pg_walfile_name(lsn) as segment from pg_backup_stop(false)",
    );
    const [from, to] = [first.rows[0]?.segment, stop.rows[0]];
    if (from === undefined || to === undefined) throw new Error("the server did not say where the backup begins and ends");
    if (to.map.trim() !== "") throw new Error("the database uses tablespaces outside the data folder, which this backup does not reach");
    await copyLog(cluster, draft, from, to.segment, copied);
    copied.files.push(await writeLabel(draft, to.label));
    return copied;
  } finally {
    await client.end();
  }
}

/** The write-ahead log from the backup's start to its end: without it the copied pages do not fit together. */
async function copyLog(cluster: string, draft: string, from: string, to: string, copied: CopiedTree): Promise<void> {
  const segments = readdirSync(join(cluster, "pg_wal")).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= from && name <= to);
  for (const name of segments) {
    const done = await copyFile(join(cluster, "pg_wal", name), join(draft, "postgres/pg_wal", name), `postgres/pg_wal/${name}`);
    if (done === null) throw new Error(`the log segment ${name} went away during the backup`);
    copied.files.push(done);
  }
}

async function writeLabel(draft: string, label: string): Promise<Copied> {
  const source = join(draft, "label.draft");
  writeFileSync(source, label);
  const copied = await copyFile(source, join(draft, "postgres/backup_label"), "postgres/backup_label");
  rmSync(source);
  if (copied === null) throw new Error("the backup label could not be written");
  return copied;
}

async function copyFolder(from: string, draft: string, as: string): Promise<CopiedTree> {
  const all = tree(from);
  const files: Copied[] = [];
  for (const path of all.files) {
    const done = await copyFile(join(from, path), join(draft, as, path), `${as}/${path}`);
    if (done !== null) files.push(done);
  }
  return { folders: all.folders.map((path) => `${as}/${path}`), files };
}

const readKeys = (folder: string) =>
  Object.fromEntries(tree(folder).files.map((path) => [path, readFileSync(join(folder, path)).toString("base64")]));
