// Keeps every row of a running database as the data of a release, for prove/migrations.prove.ts: run it with the release's own server,
// on the demo province or on a rehearsal: npx tsx prove/keep-release.ts <owner's URL> <name of the release's last migration>
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import pg from "pg";
import { rowsOf } from "./support/release.ts";

const [ownerUrl = "", release = ""] = process.argv.slice(2);
const client = new pg.Client({ connectionString: ownerUrl, options: "-c timezone=UTC -c search_path=public" });
await client.connect();
const kept = await rowsOf(async <R extends object>(sql: string) => (await client.query<R>(sql)).rows);
await client.end();
const folder = join(import.meta.dirname, "releases");
mkdirSync(folder, { recursive: true });
const file = join(folder, `${release}.jsonl.gz`);
writeFileSync(file, gzipSync(kept.map((table) => JSON.stringify(table)).join("\n"), { level: 9 }));
process.stdout.write(`${file}: ${kept.length} tables\n`);
