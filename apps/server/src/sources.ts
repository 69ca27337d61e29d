import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";

const maps = new Map<string, SourceMap | null>();

function mapOf(file: string): SourceMap | null {
  const held = maps.get(file);
  if (held !== undefined) return held;
  const at = `${file}.map`;
  const map = existsSync(at) ? new SourceMap(JSON.parse(readFileSync(at, "utf8"))) : null;
  maps.set(file, map);
  return map;
}

const place = /(file:\/\/\/[^\s():]+\.js|\/[^\s():]+\.js):(\d+):(\d+)/g;

/**
 * The words of a fault with the sources' own places instead of the bundle's. Read when a fault is told, not by Node at every start: the
 * maps are megabytes, and nearly no start needs them.
 */
export const inSources = (words: string): string =>
  words.replaceAll(place, (whole: string, file: string, line: string, column: string) => {
    try {
      const path = file.startsWith("file:") ? fileURLToPath(file) : file;
      const found = mapOf(path)?.findEntry(Number(line) - 1, Number(column) - 1);
      return found !== undefined && "originalSource" in found
        ? `${found.originalSource}:${found.originalLine + 1}:${found.originalColumn + 1}`
        : whole;
    } catch {
      return whole; // the fault is told in any case
    }
  });
