import { randomBytes } from "node:crypto";
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";

const nonceBytes = 24;
const lengthBytes = 4;
const block = 64 * 1024;

/** Encrypts a quote's file under a key that is nowhere but in the answer; the padding hides how long it is. */
export function sealFile(content: Uint8Array): { readonly sealed: Uint8Array; readonly key: string } {
  const key = randomBytes(32);
  const nonce = randomBytes(nonceBytes);
  const padded = new Uint8Array(Math.ceil((lengthBytes + content.length) / block) * block);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, lengthBytes);
  const sealed = xchacha20poly1305(key, nonce).encrypt(padded);
  return { sealed: Buffer.concat([nonce, sealed]), key: key.toString("base64url") };
}

/** null: not this key, or not these bytes. */
export function openFile(sealed: Uint8Array, key: string): Uint8Array | null {
  const secret = Buffer.from(key, "base64url");
  if (secret.length !== 32 || sealed.length < nonceBytes) return null;
  try {
    const padded = xchacha20poly1305(secret, sealed.subarray(0, nonceBytes)).decrypt(sealed.subarray(nonceBytes));
    const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
    return padded.subarray(lengthBytes, lengthBytes + length);
  } catch {
    return null;
  }
}
