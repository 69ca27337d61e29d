import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Secrets of one deployment, 32 bytes each. Lost, sealed quotes cannot be opened and everybody signs in again: back them up. */
export type Keys = {
  /** Wraps the key of each sealed quote. */
  readonly sealMaster: Uint8Array;
  /** Seed of the Ed25519 key that signs receipts. */
  readonly receiptSigning: Uint8Array;
  /** MAC over mutation inputs, which may hold a price and so are not stored as plain hashes. */
  readonly idempotency: Uint8Array;
  /** Signs the session cookie. */
  readonly auth: Uint8Array;
};

const names = { sealMaster: "seal-master", receiptSigning: "receipt-signing", idempotency: "idempotency", auth: "auth" } as const;
const bytes = 32;

const parse = (text: string, where: string): Uint8Array => {
  const key = Buffer.from(text.trim(), "hex");
  if (key.length !== bytes) throw new Error(`${where} must hold ${bytes} bytes as ${bytes * 2} hexadecimal signs`);
  return key;
};

/** Two processes may start together: link() lets exactly one of them name the file, and both then read the same key. */
function layKey(folder: string, name: string): string {
  const path = join(folder, `${name}.key`);
  if (!existsSync(path)) {
    const draft = join(folder, `.${name}.${randomBytes(6).toString("hex")}`);
    writeFileSync(draft, `${randomBytes(bytes).toString("hex")}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  chmodSync(path, 0o600);
  return path;
}

/** Reads the keys under `<dataDir>/keys`, making them at the first start; a setting such as KEY_SEAL_MASTER (hex) wins over its file. */
export function loadKeys(dataDir: string, settings: Readonly<Record<string, string | undefined>> = {}): Keys {
  const folder = join(dataDir, "keys");
  const load = (name: string): Uint8Array => {
    const setting = `KEY_${name.toUpperCase().replaceAll("-", "_")}`;
    const given = settings[setting];
    if (given !== undefined && given !== "") return parse(given, setting);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = layKey(folder, name);
    return parse(readFileSync(path, "utf8"), path);
  };
  return {
    sealMaster: load(names.sealMaster),
    receiptSigning: load(names.receiptSigning),
    idempotency: load(names.idempotency),
    auth: load(names.auth),
  };
}

export const macOf = (key: Uint8Array, text: string): string => createHmac("sha256", key).update(text).digest("hex");
