import { createHash } from "node:crypto";
import type { Receipt } from "@jizhen/domain-procurement";
import { canonical } from "@jizhen/kernel";
import { ed25519 } from "@noble/curves/ed25519.js";

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));

/** Signs what the server promises to have received: sequence, commitment, the database's time and the head of the town's audit chain. */
export function signReceipt(seed: Uint8Array, statement: Omit<Receipt, "publicKey" | "signature">): Receipt {
  const signed = { ...statement, publicKey: hex(ed25519.getPublicKey(seed)) };
  return { ...signed, signature: hex(ed25519.sign(bytesOf(canonical(signed)), seed)) };
}

/** Anybody can check a receipt with the public key in it; whether that key is this server's is a second question. */
export function isGenuine(receipt: Receipt, seed: Uint8Array): boolean {
  const { signature, ...signed } = receipt;
  if (signed.publicKey !== hex(ed25519.getPublicKey(seed))) return false;
  try {
    return ed25519.verify(unhex(signature), bytesOf(canonical(signed)), unhex(signed.publicKey));
  } catch {
    return false;
  }
}

export type Leaf = { readonly sequence: number; readonly commitment: string };

const hash = (prefix: number, ...parts: string[]): string =>
  createHash("sha256")
    .update(new Uint8Array([prefix]))
    .update(parts.join(":"))
    .digest("hex");

/**
 * Merkle root over the commitments in order of receipt, recorded before any key is used: leaf = H(0, sequence:commitment),
 * node = H(1, left:right), an odd end is carried up. No quote can be added, dropped or altered afterwards unnoticed.
 */
export function merkleRoot(leaves: readonly Leaf[]): string {
  let level = [...leaves].sort((a, b) => a.sequence - b.sequence).map(({ sequence, commitment }) => hash(0, String(sequence), commitment));
  if (level.length === 0) return hash(0);
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, pair) => {
      const [left = "", right] = level.slice(pair * 2, pair * 2 + 2);
      return right === undefined ? left : hash(1, left, right);
    });
  }
  return level[0] ?? "";
}
