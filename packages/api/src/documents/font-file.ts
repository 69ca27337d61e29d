import { promisify } from "node:util";
import { inflate } from "node:zlib";

const inflated = promisify(inflate);

/**
 * Unpacks a WOFF 1.0 font into the plain font file it was made of. Read through WOFF, the font's tables would be inflated
 * anew for every sign drawn: seconds instead of milliseconds.
 */
export async function unpackWoff(woff: Buffer): Promise<Buffer> {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF font");
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const parts: Buffer[] = [head];
  let position = head.length;
  for (let index = 0; index < count; index += 1) {
    const row = 44 + 20 * index;
    const [offset, packed, length] = [woff.readUInt32BE(row + 4), woff.readUInt32BE(row + 8), woff.readUInt32BE(row + 12)];
    const raw = woff.subarray(offset, offset + packed);
    const table = packed < length ? await inflated(raw) : raw;
    const entry = 12 + 16 * index;
    woff.copy(head, entry, row, row + 4);
    woff.copy(head, entry + 4, row + 16, row + 20);
    head.writeUInt32BE(position, entry + 8);
    head.writeUInt32BE(length, entry + 12);
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(table, padding);
    position += length + padding.length;
  }
  return Buffer.concat(parts);
}

/** The code points a plain font file can draw, from its character map (formats 4 and 12). */
export function coverageOf(font: Buffer): ReadonlySet<number> {
  const covered = new Set<number>();
  const map = tableOf(font, "cmap");
  for (let index = 0; index < map.readUInt16BE(2); index += 1) {
    const table = map.subarray(map.readUInt32BE(4 + 8 * index + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readSegments(table, covered);
    if (format === 12) readGroups(table, covered);
  }
  return covered;
}

function tableOf(font: Buffer, tag: string): Buffer {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + 16 * index;
    if (font.toString("latin1", entry, entry + 4) !== tag) continue;
    const offset = font.readUInt32BE(entry + 8);
    return font.subarray(offset, offset + font.readUInt32BE(entry + 12));
  }
  throw new Error(`the font has no ${tag} table`);
}

function readSegments(table: Buffer, covered: Set<number>): void {
  const size = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  for (let at = 0; at < size; at += 2) {
    const [start, end, delta, offset] = [
      table.readUInt16BE(starts + at),
      table.readUInt16BE(ends + at),
      table.readUInt16BE(deltas + at),
      table.readUInt16BE(offsets + at),
    ];
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = offset === 0 ? code + delta : table.readUInt16BE(offsets + at + offset + 2 * (code - start));
      if ((glyph & 0xffff) !== 0) covered.add(code);
    }
  }
}

function readGroups(table: Buffer, covered: Set<number>): void {
  for (let index = 0; index < table.readUInt32BE(12); index += 1) {
    const group = 16 + 12 * index;
    const [start, end] = [table.readUInt32BE(group), table.readUInt32BE(group + 4)];
    for (let code = start; code <= end; code += 1) covered.add(code);
  }
}
