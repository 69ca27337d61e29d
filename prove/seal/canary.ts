import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { chanceOf } from "../support/scale.ts";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const nonsense = (seed: number, length: number): string => {
  const chance = chanceOf(seed);
  return Array.from({ length }, () => letters[Math.floor(chance() * letters.length)]).join("");
};

/** A word and a price that occur nowhere else; both vary with the seed, so that no other run's remains are found. */
export const canaryOf = (seed: number) => ({
  word: `${nonsense(seed, 28)}金丝雀`,
  price: `9${String(seed % 10_000).padStart(4, "3")}.${String((seed * 7_919) % 100_000)
    .padStart(5, "1")
    .replace(/0$/, "7")}`,
});

/** The same bytes in base64, whatever stood before them: the part that no neighbour changes. */
const inBase64 = (bytes: Buffer): string[] =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return whole.slice(before === 0 ? 0 : 4, -4);
  });

/** PostgreSQL packs long values: every eight signs it writes a byte of its own between, so that only pieces of a text stay whole. */
const piecesOf = (word: string): string[] => Array.from({ length: 21 }, (_, at) => word.slice(at, at + 8));

function number(price: string): Buffer[] {
  const [whole, minor] = [Buffer.alloc(8), Buffer.alloc(8)];
  whole.writeDoubleLE(Number(price));
  minor.writeBigInt64LE(BigInt(price.replace(".", "")));
  // Without the zeros before it: a search that begins with a zero byte stops at every byte of an empty page.
  const foremost = Buffer.from(minor).reverse();
  return [whole, Buffer.from(whole).reverse(), minor, foremost.subarray(foremost.findIndex((byte) => byte !== 0))];
}

/** Every way in which the canary might lie somewhere, as bytes. */
export function needlesOf({ word, price }: { word: string; price: string }): { readonly name: string; readonly bytes: Buffer }[] {
  const texts = [word, price].flatMap((text) => {
    const utf8 = Buffer.from(text, "utf8");
    const utf16 = Buffer.from(text, "utf16le");
    return [
      text,
      JSON.stringify(text).slice(1, -1),
      text.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`),
      encodeURIComponent(text),
      utf8.toString("hex"),
      utf8.toString("hex").toUpperCase(),
      utf16.toString("hex"),
      ...inBase64(utf8),
      ...inBase64(utf8).map((one) => one.replaceAll("+", "-").replaceAll("/", "_")),
    ];
  });
  const minor = price.replace(".", "");
  const all = [...new Set([...texts, minor, ...piecesOf(word)])].map((text) => ({ name: text, bytes: Buffer.from(text, "utf8") }));
  const wide = [word, price].map((text) => ({ name: `UTF-16 ${text}`, bytes: Buffer.from(text, "utf16le") }));
  return [...all, ...wide, ...number(price).map((bytes) => ({ name: `number ${bytes.toString("hex")}`, bytes }))];
}

export type Needles = ReturnType<typeof needlesOf>;

/** The names of needles in some bytes. */
export const hitsIn = (needles: Needles, bytes: Buffer | string): string[] => {
  const hay = typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes;
  return needles.filter((needle) => hay.includes(needle.bytes)).map(({ name }) => name);
};

export type Searched = { readonly files: number; readonly megabytes: number; readonly hits: string[] };

/** Every file under a folder, read whole. */
export function searchFolder(needles: Needles, folder: string): Searched {
  let [files, bytes] = [0, 0];
  const hits: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || statSync(path).size > 2 ** 31 - 1) continue;
    const content = readFileSync(path);
    files += 1;
    bytes += content.length;
    for (const hit of hitsIn(needles, content)) hits.push(`${entry.name}: ${hit}`);
  }
  return { files, megabytes: Math.round(bytes / 1e6), hits };
}
