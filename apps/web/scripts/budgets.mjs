// Weighs the built app against its budgets (gzip JS + CSS): public pages 200 KB, any other page 320 KB.
// Run after `vite build`: node scripts/budgets.mjs. A page's weight is everything its chunk needs statically, with the frame it stands in;
// what comes after its first paint, because it is `late` or asked for by the page once it stands, is told beside it and held to 400 KB in
// all. From the files as they are sent (brotli) follows when those of the page, the late ones too, have come over a phone's link of 1.6 Mbit/s
// and 150 ms: that paint is held to 2.5 s, and the number of files is held too.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { manifestIn, pagesOf, startFiles, wavesOf } from "./pages.mjs";

const kilobyte = 1024;
const limits = { first: 200 * kilobyte, route: 320 * kilobyte, late: 400 * kilobyte };
/** A phone's link: a browser has six files under way at a time, each a turn late, and they share it. */
const link = { bytesPerSecond: 1_600_000 / 8, turn: 0.15, lanes: 6 };
/** An allowance for running and drawing after the last file; what the page asks first is answered meanwhile. */
const paintLimits = { processor: 0.4, seconds: 2.5, files: 22 };
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const manifest = manifestIn(dist);

const sizes = new Map();
const sizeOf = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
};
const sentOf = (file) => statSync(join(dist, existsSync(join(dist, `${file}.br`)) ? `${file}.br` : file)).size;
/** What the document names is asked for when it has come, all else when `ahead.js` has. */
const named = ["theme.js", "ahead.js", ...startFiles(manifest)];

/** When the last of a page's files has come, told in steps of a millisecond. */
function cameAfter(page) {
  const step = 0.001;
  const waves = wavesOf(page, new Set(named));
  const awaited = new Set(["ahead.js"]);
  const flowing = [];
  const waiting = [...named];
  let seconds = link.turn + sentOf("index.html") / link.bytesPerSecond;
  while (waiting.length + flowing.length + waves.length > 0) {
    while (waiting.length > 0 && flowing.length < link.lanes) {
      const file = waiting.shift();
      flowing.push({ file, left: sentOf(file), from: seconds + link.turn });
    }
    seconds += step;
    const sending = flowing.filter(({ from }) => from <= seconds);
    for (const one of sending) {
      one.left -= (link.bytesPerSecond * step) / sending.length;
      if (one.left > 0) continue;
      flowing.splice(flowing.indexOf(one), 1);
      awaited.delete(one.file);
    }
    while (awaited.size === 0 && waves.length > 0) {
      const wave = waves.shift();
      for (const file of wave) awaited.add(file);
      waiting.push(...wave);
    }
  }
  return seconds;
}

const weightOf = (files) => files.reduce((sum, file) => sum + sizeOf(file), 0);
const shown = (bytes) => (bytes / kilobyte).toFixed(1).padStart(6);

let failed = 0;
const pages = pagesOf(manifest, "zh-CN");
for (const page of pages) {
  const { path, frame, files, everything, painted } = page;
  const [bytes, first, limit] = [weightOf(everything), weightOf(painted), frame === "bare" ? limits.first : limits.route];
  const paint = cameAfter(page) + paintLimits.processor;
  const over = first > limit || bytes > limits.late || paint > paintLimits.seconds || files.length > paintLimits.files;
  if (over) failed += 1;
  const later = first === bytes ? "" : ` (${shown(bytes).trim()} with what comes later)`;
  console.log(
    `${over ? "OVER" : "ok  "} ${shown(first)} of ${(limit / kilobyte).toFixed(0)} KB in ${files.length} files, painted in ${paint.toFixed(2)} of ${paintLimits.seconds} s  ${path}${later}`,
  );
}
if (!pages.some(({ path }) => path === "/")) {
  console.log("there is no public first page to weigh");
  failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
