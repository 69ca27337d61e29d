// Weighs the built app against its budgets (gzip JS + CSS): public pages 200 KB, any other page 320 KB.
// Run after `vite build`: node scripts/budgets.mjs. A page's weight is everything its chunk needs statically, with the frame it stands in;
// what a page declared `late` loads after its first paint is told beside it and held to 400 KB in all. From the weight as it is sent (brotli)
// follows when the page can be painted over a phone's link of 1.6 Mbit/s and 150 ms: that is held to 2.5 s.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { manifestIn, pagesOf } from "./pages.mjs";

const kilobyte = 1024;
const limits = { first: 200 * kilobyte, route: 320 * kilobyte, late: 400 * kilobyte };
/** A phone's link, and what a paint takes besides its files: four turns (document, files, person, content) and the processor's part. */
const link = { bytesPerSecond: 1_600_000 / 8, turn: 0.15, turns: 4, processor: 0.4, limit: 2.5 };
const dist = fileURLToPath(new URL("../dist", import.meta.url));

const sizes = new Map();
const sizeOf = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
};
const sentOf = (files) =>
  files.reduce((sum, file) => sum + statSync(join(dist, existsSync(join(dist, `${file}.br`)) ? `${file}.br` : file)).size, 0);
const paintOf = (files) => sentOf(files) / link.bytesPerSecond + link.turns * link.turn + link.processor;
const weightOf = (files) => files.reduce((sum, file) => sum + sizeOf(file), 0);
const shown = (bytes) => (bytes / kilobyte).toFixed(1).padStart(6);

let failed = 0;
const pages = pagesOf(manifestIn(dist), "zh-CN");
for (const { path, frame, files, painted } of pages) {
  const [bytes, first, limit] = [weightOf(files), weightOf(painted), frame === "bare" ? limits.first : limits.route];
  const paint = paintOf(painted);
  const over = first > limit || bytes > limits.late || paint > link.limit;
  if (over) failed += 1;
  const later = first === bytes ? "" : ` (${shown(bytes).trim()} with what comes later)`;
  console.log(
    `${over ? "OVER" : "ok  "} ${shown(first)} of ${(limit / kilobyte).toFixed(0)} KB in ${painted.length} files, painted in ${paint.toFixed(2)} of ${link.limit} s  ${path}${later}`,
  );
}
if (!pages.some(({ path }) => path === "/")) {
  console.log("there is no public first page to weigh");
  failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
