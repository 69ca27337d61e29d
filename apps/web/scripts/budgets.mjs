// Weighs the built app against its budgets (gzip JS + CSS): public pages 200 KB, any other page 320 KB.
// Run after `vite build`: node scripts/budgets.mjs. A page's weight is everything its chunk needs statically, with the frame it stands in;
// what a page declared `late` loads after its first paint is told beside it and held to 400 KB in all.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const here = fileURLToPath(new URL("../", import.meta.url));
const kilobyte = 1024;
const limits = { first: 200 * kilobyte, route: 320 * kilobyte, late: 400 * kilobyte };

/** Pages, by the source of their chunk, and the frame each is drawn in, as src/app/routes.tsx says. */
function pagesOf(source) {
  const pages = [];
  for (const block of source.split(/createRoute\(/).slice(1)) {
    const path = /path: "([^"]+)"/.exec(block)?.[1];
    const frame = /frame: "(bare|kit|work)"/.exec(block)?.[1] ?? "bare";
    const file = /import\("([^"]+)"\)/.exec(block)?.[1];
    if (path !== undefined && file !== undefined && !path.startsWith("/dev/"))
      pages.push({
        path,
        frame,
        module: join("src/app", file),
        late: /component: late\(/.test(block),
        townHall: /withTownHall\(/.test(block),
      });
  }
  return pages;
}

export function weigh(dist = join(here, "dist")) {
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
  const routes = ["routes.tsx", "town-routes.tsx"].map((file) => readFileSync(join(here, "src/app", file), "utf8")).join("\n");
  const sizes = new Map();
  const sizeOf = (file) => {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
    return sizes.get(file);
  };
  const needed = (keys) => {
    const seen = new Set();
    const files = new Set();
    const visit = (key) => {
      const chunk = manifest[key];
      if (chunk === undefined || seen.has(key)) return;
      seen.add(key);
      for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
      for (const next of chunk.imports ?? []) visit(next);
    };
    for (const key of keys) visit(key);
    return [...files].reduce((sum, file) => sum + sizeOf(file), 0);
  };
  const frames = { bare: [], kit: ["src/app/kit-frame.tsx"], work: ["src/app/kit-frame.tsx", "src/app/work-frame.tsx"] };
  // The words of the language in use are loaded before the first render.
  const wordsOf = (part) => Object.keys(manifest).filter((key) => key.endsWith(`i18n/src/zh-CN/${part}.ts`));
  const words = wordsOf("everywhere");
  if (words.length === 0) throw new Error("the words of the screens were not found in the build");
  const missing = [];
  const rows = pagesOf(routes).map(({ path, frame, module, late, townHall }) => {
    if (manifest[module] === undefined) missing.push(module);
    const bytes = needed(["index.html", ...words, ...(townHall ? wordsOf("town-hall") : []), ...frames[frame], module]);
    const painted = late ? needed(["index.html", ...words, ...frames[frame]]) : bytes;
    return { path, bytes, painted, limit: frame === "bare" ? limits.first : limits.route };
  });
  return { rows, missing };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { rows, missing } = weigh();
  let failed = missing.length;
  for (const module of missing) console.log(`not in the build: ${module}`);
  const shown = (bytes) => (bytes / kilobyte).toFixed(1).padStart(6);
  for (const { path, bytes, painted, limit } of rows) {
    const over = painted > limit || bytes > limits.late;
    if (over) failed += 1;
    const later = painted === bytes ? "" : ` (${shown(bytes).trim()} with what comes later)`;
    console.log(`${over ? "OVER" : "ok  "} ${shown(painted)} of ${(limit / kilobyte).toFixed(0)} KB  ${path}${later}`);
  }
  if (!rows.some(({ path }) => path === "/")) {
    console.log("there is no public first page to weigh");
    failed += 1;
  }
  process.exit(failed === 0 ? 0 : 1);
}
