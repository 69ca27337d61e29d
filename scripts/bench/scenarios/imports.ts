import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aFirmRow, aWorkbook } from "../../../packages/api/src/modules/town/import.fixtures.ts";
import { checkFile, commitImport, maxImportRows } from "../../../packages/api/src/modules/town/import.usecases.ts";
import { layJobs } from "../../../packages/api/src/platform/boss.ts";
import { folderStore } from "../../../packages/api/src/platform/file-store.ts";
import { loadKeys } from "../../../packages/api/src/platform/keys.ts";
import { logTo } from "../../../packages/api/src/platform/log.ts";
import { readSheet } from "../../../packages/api/src/platform/sheets/sheet.ts";
import { openZip } from "../../../packages/api/src/platform/sheets/zip.ts";
import { openPlatform, type Platform } from "../../../packages/api/src/platform/start.ts";
import { townFor } from "../../../packages/api/src/trpc/context.ts";
import { newId } from "../../../packages/db/src/index.ts";
import { type FreshDatabase, freshDatabaseOn, type TestServer } from "../../../packages/db/src/testing.ts";
import { FileId, OrgId, PersonId, TownId } from "../../../packages/kernel/src/index.ts";
import { percentile, print, round } from "../support/figures.ts";

const [firms, rounds, warm] = [5_500, 5, 1];

async function put(
  platform: Platform,
  fresh: FreshDatabase,
  townId: string,
  by: { orgId: string; personId: string },
  bytes: Buffer,
): Promise<FileId> {
  const [id, key] = [FileId.parse(newId("file")), newId("key")];
  await platform.services.files.put(key, bytes);
  await fresh.asOwner(
    `insert into stored_file (town_id, id, organisation_id, person_id, name, media_type, size, sha256, storage_key, purpose, at)
     values ($1, $2, $3, $4, 'list.xlsx', 'x', $5, 'x', $6, 'roll', now())`,
    [townId, id, by.orgId, by.personId, bytes.length, key],
  );
  return id;
}

/** The least that reading a workbook takes: its parts unpacked. */
function unpacked(bytes: Buffer): number {
  const zip = openZip(bytes);
  if ("fault" in zip) throw new Error(zip.fault);
  return [...zip.entries.values()].reduce((size, { read }) => size + read().length, 0);
}

const bareInsert = `insert into bench_roll select n, '定襄示例锻造' || n, '91140921DEM' || lpad(n::text, 7, '0'), '0350-1000000', '2010-01-01', 'operating', '法兰', 10
  from generate_series(1, ${firms}) n`;

type Times = Record<"unpack" | "parse" | "check" | "bareInsert" | "write" | "again", number[]>;

/** One list into the empty roll of a town of its own; and the same firms once more, when all of them are known. */
async function once(
  platform: Platform,
  fresh: FreshDatabase,
  list: Buffer,
  next: Buffer,
  keep: (name: keyof Times, began: number) => void,
) {
  const actor = { townId: TownId.parse(newId("town")), orgId: OrgId.parse(newId("org")), personId: PersonId.parse(newId("pers")) };
  const town = townFor(platform.services, actor, null);
  let began = performance.now();
  unpacked(list);
  keep("unpack", began);
  began = performance.now();
  readSheet(list, maxImportRows);
  keep("parse", began);
  const fileId = await put(platform, fresh, actor.townId, actor, list);
  began = performance.now();
  const { id } = await checkFile(platform.services, town, fileId);
  keep("check", began);
  began = performance.now();
  await fresh.asOwner(bareInsert);
  keep("bareInsert", began);
  began = performance.now();
  await town.write((tx) => commitImport(tx, id));
  await platform.drain();
  keep("write", began);
  const [count] = await fresh.asOwner<{ n: number }>("select count(*)::int as n from roll_entry where town_id = $1", [actor.townId]);
  if (count?.n !== firms) throw new Error(`${firms} firms were handed in and ${count?.n} stand on the roll`);
  const second = await put(platform, fresh, actor.townId, actor, next);
  began = performance.now();
  await checkFile(platform.services, town, second);
  keep("again", began);
}

async function measured(platform: Platform, fresh: FreshDatabase): Promise<void> {
  const rows = Array.from({ length: firms }, (_, at) => aFirmRow(at + 1));
  const [list, next] = [await aWorkbook(rows), await aWorkbook([...rows.slice(1), rows[0] ?? []])];
  await fresh.asOwner(
    "create table bench_roll (n int, name text, number text, phone text, since date, state text, products text, people int)",
  );
  const times: Times = { unpack: [], parse: [], check: [], bareInsert: [], write: [], again: [] };
  for (let done = 0; done < rounds + warm; done += 1) {
    await once(platform, fresh, list, next, (name, began) => {
      if (done >= warm) times[name].push(performance.now() - began);
    });
  }
  const p50 = (name: keyof Times) => percentile(times[name], 0.5);
  const tell = (name: keyof Times, base: keyof Times | null, goal: number | null) =>
    print(`import.list.${name}`, {
      firms,
      bytes: list.length,
      rounds,
      p50: p50(name),
      worst: percentile(times[name], 1),
      ...(base && { [`times_${base}`]: round(p50(name) / p50(base), 1) }),
      ...(goal && { goal: { p50: goal } }),
    });
  tell("unpack", null, null);
  tell("parse", "unpack", null);
  tell("check", "parse", 5_000);
  tell("again", "parse", 5_000);
  tell("bareInsert", null, null);
  tell("write", "bareInsert", 10_000);
}

/** A list of 5,500 firms: read and compared, kept as a preview, then written by the job. */
export async function imports(server: TestServer): Promise<void> {
  const fresh = await freshDatabaseOn(server);
  const dataDir = mkdtempSync(join(tmpdir(), "jizhen-bench-import-"));
  try {
    await layJobs(fresh.ownerUrl);
    const platform = await openPlatform({
      appUrl: fresh.appUrl,
      publicUrl: "https://jizhen.example",
      keys: loadKeys(dataDir),
      files: folderStore(dataDir),
      mail: { send: async () => {}, close: () => {} },
      log: logTo(() => {}),
    });
    try {
      await measured(platform, fresh);
    } finally {
      await platform.close();
    }
  } finally {
    await fresh.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
