import { deflateRawSync, inflateRawSync } from "node:zlib";
import { crc32 } from "./crc32.ts";

/** What an honest workbook stays below; a bomb is recognised before its first byte is unpacked. */
const limits = { entries: 2_000, unpacked: 80 * 1024 * 1024, ratio: 400, smallest: 1024 * 1024 } as const;

export type ZipFault = "damaged" | "encrypted" | "bomb";
export type ZipEntry = { readonly name: string; readonly read: () => Uint8Array };
export type Zip = { readonly entries: ReadonlyMap<string, ZipEntry> } | { readonly fault: ZipFault };

const end = 0x06054b50;
const central = 0x02014b50;
const local = 0x04034b50;

/** Reads the directory of a zip and hands out its parts; every part is unpacked into a buffer no larger than it declares. */
export function openZip(bytes: Uint8Array): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(buffer);
  } catch (error) {
    if (error instanceof RangeError) return { fault: "damaged" };
    throw error;
  }
}

function readDirectory(buffer: Buffer): Zip {
  const at = findEnd(buffer);
  if (at < 0) return { fault: "damaged" };
  const [count, start] = [buffer.readUInt16LE(at + 10), buffer.readUInt32LE(at + 16)];
  if (count > limits.entries) return { fault: "bomb" };
  const entries = new Map<string, ZipEntry>();
  let [cursor, unpacked] = [start, 0];
  for (let n = 0; n < count; n += 1) {
    if (buffer.readUInt32LE(cursor) !== central) return { fault: "damaged" };
    const [flags, method] = [buffer.readUInt16LE(cursor + 8), buffer.readUInt16LE(cursor + 10)];
    const [packed, size] = [buffer.readUInt32LE(cursor + 20), buffer.readUInt32LE(cursor + 24)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(cursor + offset)) as [number, number, number];
    const offset = buffer.readUInt32LE(cursor + 42);
    const name = buffer.toString("utf8", cursor + 46, cursor + 46 + nameLength);
    if (flags & 1) return { fault: "encrypted" };
    unpacked += size;
    if (unpacked > limits.unpacked || (size > limits.smallest && size > packed * limits.ratio)) return { fault: "bomb" };
    entries.set(name, { name, read: () => unpack(buffer, { offset, packed, size, method }) });
    cursor += 46 + nameLength + extra + comment;
  }
  return { entries };
}

function findEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 65_557); at -= 1) if (buffer.readUInt32LE(at) === end) return at;
  return -1;
}

type Place = { readonly offset: number; readonly packed: number; readonly size: number; readonly method: number };

function unpack(buffer: Buffer, { offset, packed, size, method }: Place): Uint8Array {
  if (buffer.readUInt32LE(offset) !== local) throw new RangeError("no such part");
  const from = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  const content = buffer.subarray(from, from + packed);
  if (method === 0) return content;
  if (method !== 8) throw new RangeError("packed in an unknown way");
  // One byte more than declared: a part that lies about its size is caught here, not in memory.
  const unpacked = inflateRawSync(content, { maxOutputLength: size + 1 });
  if (unpacked.length !== size) throw new RangeError("not the size it says");
  return unpacked;
}

/** Packs named parts. */
export function writeZip(parts: readonly { readonly name: string; readonly content: string }[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const [raw, title] = [Buffer.from(content, "utf8"), Buffer.from(name, "utf8")];
    const packed = deflateRawSync(raw, { level: 6 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2); // names are UTF-8
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(0x00210000, 6); // 1980-01-01: the same rows give the same bytes
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(mark(central), Buffer.from([20, 0]), head, tail, title);
    bodies.push(mark(local), head, title, packed);
    offset += 30 + title.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(end, 0);
  last.writeUInt16LE(parts.length, 8);
  last.writeUInt16LE(parts.length, 10);
  last.writeUInt32LE(list.length, 12);
  last.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, last]);
}

function mark(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature, 0);
  return bytes;
}
