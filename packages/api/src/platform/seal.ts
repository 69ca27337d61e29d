import { createHash, randomBytes } from "node:crypto";
import { SealContext } from "@jizhen/domain-procurement";
import { canonical } from "@jizhen/kernel";
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { covers, type Evidence } from "./seal-evidence.ts";

/** A sealed content as stored: nothing of it tells a price, and its size only in steps of 4 KiB. */
export type Envelope = {
  readonly sealedUnder: SealContext;
  readonly ciphertext: Uint8Array;
  readonly nonce: Uint8Array;
  /** The key of this content, wrapped by the server's key; null after the request was called off. */
  readonly wrappedKey: Uint8Array | null;
  readonly keyCommitment: string;
  readonly commitment: string;
};

const step = 4_096;
const lengthBytes = 4;
const nonceBytes = 24;
const label = "sealed-v1";

const sha256 = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));

/** Names the server key without telling it, so that an envelope says which key it needs. */
export const keySetOf = (master: Uint8Array): string => `at_rest:${sha256("key-set", master).slice(0, 16)}`;

function pad(text: string): Uint8Array {
  const content = Buffer.from(text, "utf8");
  const padded = new Uint8Array(Math.ceil((content.length + lengthBytes) / step) * step);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, lengthBytes);
  return padded;
}

function unpad(padded: Uint8Array): string {
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0);
  if (length > padded.length - lengthBytes) throw new RangeError("a sealed content is longer than its envelope");
  return Buffer.from(padded.subarray(lengthBytes, lengthBytes + length)).toString("utf8");
}

/** The cipher alone does not commit to its key: without this, one envelope could open to two contents. */
const commitToKey = (key: Uint8Array): string => sha256(label, key);

export const commitmentOf = ({ sealedUnder, nonce, ciphertext, keyCommitment }: Omit<Envelope, "commitment" | "wrappedKey">): string =>
  sha256(canonical({ sealedUnder, keyCommitment, nonce: Buffer.from(nonce).toString("hex"), ciphertext: sha256(ciphertext) }));

/** Wrapped keys cannot be moved to another envelope: what they belong to is authenticated with them. */
const wrapData = (sealedUnder: SealContext, keyCommitment: string) => bytesOf(canonical({ wraps: keyCommitment, sealedUnder }));

/** Encrypts under a new key for every revision; the key itself only ever leaves this function wrapped by the server's. */
export function seal(
  master: Uint8Array,
  context: Omit<SealContext, "keySet">,
  plaintext: string,
): Envelope & { readonly wrappedKey: Uint8Array } {
  const sealedUnder: SealContext = { ...context, keySet: keySetOf(master) };
  const [key, nonce, wrapNonce] = [32, nonceBytes, nonceBytes].map((length) => new Uint8Array(randomBytes(length)));
  if (!key || !nonce || !wrapNonce) throw new Error("no randomness");
  const ciphertext = xchacha20poly1305(key, nonce, bytesOf(canonical(sealedUnder))).encrypt(pad(plaintext));
  const keyCommitment = commitToKey(key);
  const wrapped = xchacha20poly1305(master, wrapNonce, wrapData(sealedUnder, keyCommitment)).encrypt(key);
  const wrappedKey = new Uint8Array([...wrapNonce, ...wrapped]);
  key.fill(0);
  const envelope = { sealedUnder, ciphertext, nonce, keyCommitment };
  return { ...envelope, wrappedKey, commitment: commitmentOf(envelope) };
}

export type Unsealed =
  | { readonly readable: true; readonly text: string }
  | { readonly readable: false; readonly why: "evidence" | "context" | "commitment" | "key" | "content" };

/**
 * The only way to a sealed content. Without evidence that fits this envelope nothing is unwrapped; an envelope that differs in
 * one bit, stands in another place or was replaced by an older one is unreadable, with the reason.
 */
export function unseal(
  master: Uint8Array,
  evidence: Evidence,
  expected: Omit<SealContext, "keySet" | "closesAt">,
  envelope: Envelope,
): Unsealed {
  if (!covers(evidence, envelope.sealedUnder)) return { readable: false, why: "evidence" };
  const { keySet: _keySet, closesAt: _closesAt, ...stated } = envelope.sealedUnder;
  if (canonical(stated) !== canonical(expected)) return { readable: false, why: "context" };
  if (commitmentOf(envelope) !== envelope.commitment) return { readable: false, why: "commitment" };
  const key = unwrap(master, envelope);
  if (key === null) return { readable: false, why: "key" };
  try {
    const padded = xchacha20poly1305(key, envelope.nonce, bytesOf(canonical(envelope.sealedUnder))).decrypt(envelope.ciphertext);
    return { readable: true, text: unpad(padded) };
  } catch {
    return { readable: false, why: "content" };
  } finally {
    key.fill(0);
  }
}

function unwrap(master: Uint8Array, { wrappedKey, sealedUnder, keyCommitment }: Envelope): Uint8Array | null {
  if (wrappedKey === null) return null;
  try {
    const cipher = xchacha20poly1305(master, wrappedKey.subarray(0, nonceBytes), wrapData(sealedUnder, keyCommitment));
    const key = cipher.decrypt(wrappedKey.subarray(nonceBytes));
    return commitToKey(key) === keyCommitment ? key : null;
  } catch {
    return null;
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const unbase64 = (text: unknown): Uint8Array => new Uint8Array(Buffer.from(String(text), "base64"));

/** A working copy is kept as JSON in one column. */
export const toJson = ({ ciphertext, nonce, wrappedKey, ...rest }: Envelope) => ({
  ...rest,
  ciphertext: base64(ciphertext),
  nonce: base64(nonce),
  wrappedKey: wrappedKey === null ? null : base64(wrappedKey),
});

export function fromJson(stored: Readonly<Record<string, unknown>>): Envelope {
  return {
    sealedUnder: SealContext.parse(stored["sealedUnder"]),
    ciphertext: unbase64(stored["ciphertext"]),
    nonce: unbase64(stored["nonce"]),
    wrappedKey: stored["wrappedKey"] === null ? null : unbase64(stored["wrappedKey"]),
    keyCommitment: String(stored["keyCommitment"]),
    commitment: String(stored["commitment"]),
  };
}
