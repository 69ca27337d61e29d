// npm run restore -- <backup folder> [--keys <file>] [--drill]: restores into an empty DATA_DIR. With --drill into a folder that is
// thrown away again, to see that the backup starts and what it holds.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { keys: { type: "string" }, drill: { type: "boolean" } } });
const [given] = positionals;
if (given === undefined) {
  console.error("Which backup? npm run restore -- <backup folder> [--keys <file>] [--drill]");
  process.exit(1);
}
if (process.env.DATABASE_URL && !values.drill) {
  console.error("DATABASE_URL names a PostgreSQL server of its own: restore it with that server's tools.");
  process.exit(1);
}

register();
const { drill, restore } = await import("../packages/db/src/backup/restore.ts");
const backup = { folder: resolve(given), keys: resolve(values.keys ?? `${given.replace(/[/\\]$/, "")}.keys.json`) };
try {
  if (values.drill) {
    for (const [table, rows] of await drill(backup)) console.log(`${String(rows).padStart(9)}  ${table}`);
    console.log("\nThe backup starts and holds these rows.");
  } else {
    const dataDir = process.env.DATA_DIR ?? ".data";
    await restore({ ...backup, dataDir, log: (line) => console.log(line) });
    console.log(`\nRestored into ${resolve(dataDir)}. Start with: npm start`);
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
