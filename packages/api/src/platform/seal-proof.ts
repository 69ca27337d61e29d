import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Receipt } from "@jizhen/domain-procurement";
import { canonical } from "@jizhen/kernel";

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));

/** PKCS #8 around the 32 bytes of an Ed25519 seed (RFC 8410). */
const pkcs8 = unhex("302e020100300506032b657004220420");

type Signer = { readonly secret: KeyObject; readonly public: KeyObject; readonly publicHex: string };
const signers = new WeakMap<Uint8Array, Signer>();

/** Made once for a seed: the runtime signs some forty times faster than code in the language does, and every quote is signed for. */
function signerOf(seed: Uint8Array): Signer {
  const known = signers.get(seed);
  if (known) return known;
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  const pair = createPublicKey(secret);
  const signer = { secret, public: pair, publicHex: pair.export({ format: "der", type: "spki" }).subarray(-32).toString("hex") };
  signers.set(seed, signer);
  return signer;
}

/** Signs what the server promises to have received: sequence, commitment, the database's time and the head of the town's audit chain. */
export function signReceipt(seed: Uint8Array, statement: Omit<Receipt, "publicKey" | "signature">): Receipt {
  const { secret, publicHex } = signerOf(seed);
  const signed = { ...statement, publicKey: publicHex };
  return { ...signed, signature: hex(sign(null, bytesOf(canonical(signed)), secret)) };
}

/** Anybody can check a receipt with the public key in it; whether that key is this server's is a second question. */
export function isGenuine(receipt: Receipt, seed: Uint8Array): boolean {
  const { signature, ...signed } = receipt;
  const { public: known, publicHex } = signerOf(seed);
  return signed.publicKey === publicHex && verify(null, bytesOf(canonical(signed)), known, unhex(signature));
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
