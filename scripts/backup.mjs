// npm run backup [-- folder]: an online backup of the built-in database with the stored files; the keys go into a file apart.
import { resolve } from "node:path";
import { register } from "tsx/esm/api";

if (process.env.DATABASE_URL) {
  console.error(
    "DATABASE_URL names a PostgreSQL server of its own: back it up with that server's tools (pg_dump or pg_basebackup).\n" +
      `Copy the folders "files" and "keys" of the data folder beside it, the keys to another place than the data.`,
  );
  process.exit(1);
}

register();
const { backUp } = await import("../packages/db/src/backup/backup.ts");
try {
  const dataDir = process.env.DATA_DIR ?? ".data";
  // Every line says when: what was acknowledged before the line of the end is in the backup.
  const log = (line) => console.log(`${new Date().toISOString()} ${line}`);
  const { folder, keys } = await backUp({ dataDir, into: resolve(process.argv[2] ?? "backups"), log });
  console.log(
    `\nBackup: ${folder}\nKeys:   ${keys}\n\nKeep the keys in another place than the backup: without them it cannot be opened, with them it can.`,
  );
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
