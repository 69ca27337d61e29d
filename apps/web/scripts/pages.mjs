// What the pages of the built app are made of: the routes as src/app names them, and the files that the manifest gives to each.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("../", import.meta.url));
const start = "index.html";

/** Pages, by the source of their chunk, and the frame each is drawn in. */
function routes() {
  const source = ["routes.tsx", "town-routes.tsx"].map((file) => readFileSync(join(here, "src/app", file), "utf8")).join("\n");
  return source.split(/createRoute\(/).flatMap((block) => {
    const path = /path: "([^"]+)"/.exec(block)?.[1];
    const file = /import\("([^"]+)"\)/.exec(block)?.[1];
    if (path === undefined || file === undefined || path.startsWith("/dev/")) return [];
    const frame = /frame: "(bare|kit|work)"/.exec(block)?.[1] ?? "bare";
    return [{ path, frame, module: join("src/app", file), late: /component: late\(/.test(block), townHall: /withTownHall\(/.test(block) }];
  });
}

/** These chunks and all that they need statically, each once, in the order in which they are met. */
function chunksOf(manifest, keys) {
  const seen = new Set();
  const visit = (key) => {
    if (manifest[key] === undefined) throw new Error(`not in the build: ${key}`);
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return [...seen];
}

const filesOf = (manifest, keys) => [
  ...new Set(chunksOf(manifest, keys).flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])])),
];

/** A file that the build names after what it holds, such as the query layer or the kit. */
function named(manifest, name) {
  const key = Object.keys(manifest).find((one) => manifest[one].name === name && manifest[one].file.endsWith(".js"));
  if (key === undefined) throw new Error(`the file ${name} was not found in the build`);
  return key;
}

/** The words of a language in parts: those of the town hall come with its pages only. */
function wordsOf(manifest, locale, townHall) {
  return ["everywhere", ...(townHall ? ["town-hall"] : [])].map((part) => {
    const key = Object.keys(manifest).find((one) => one.endsWith(`i18n/src/${locale}/${part}.ts`));
    if (key === undefined) throw new Error(`the words ${locale}/${part} were not found in the build`);
    return key;
  });
}

/**
 * Of each page: what it needs to be painted first, all that comes with it, which is more where its chunk is `late` or asks for rules of its own
 * once it stands, and what comes before the rest, so that words and questions are there when the kit is. The kit and the query layer stand
 * round every page but the public ones.
 */
export function pagesOf(manifest, locale) {
  return routes().map(({ path, frame, module, late, townHall }) => {
    const words = wordsOf(manifest, locale, townHall);
    const early = [start, ...words.slice(0, 1), ...(frame === "bare" ? [] : [named(manifest, "asking")])];
    const before = [...early, ...words.slice(1), ...(frame === "bare" ? [] : [named(manifest, "kit")])];
    const files = filesOf(manifest, [...before, module]);
    const common = new Set(chunksOf(manifest, before));
    const own = chunksOf(manifest, [module]).filter((key) => !common.has(key));
    const everything = filesOf(manifest, [...before, module, ...own.flatMap((key) => manifest[key].dynamicImports ?? [])]);
    return { path, frame, files, everything, first: new Set(filesOf(manifest, early)), painted: late ? filesOf(manifest, before) : files };
  });
}

/** A page's files without those that are known already: what comes first, and what is asked for when all of that is there. */
export function wavesOf({ files, first }, known) {
  const wanted = files.filter((file) => !known.has(file));
  return [wanted.filter((file) => first.has(file)), wanted.filter((file) => !first.has(file))];
}

/** The files that the document itself names. */
export const startFiles = (manifest) => filesOf(manifest, [start]);

export const manifestIn = (dist) => JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
