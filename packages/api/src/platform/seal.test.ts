import { randomBytes } from "node:crypto";
import type { SealContext } from "@jizhen/domain-procurement";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromJson, seal, toJson, unseal } from "./seal.ts";
import { ownEvidence } from "./seal-evidence.ts";
import { isGenuine, merkleRoot, signReceipt } from "./seal-proof.ts";

const master = new Uint8Array(randomBytes(32));
const id = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;
const contextOf = (n: number, revision = 1) =>
  ({
    townId: id("town", 1),
    requestId: id("preq", 1),
    requestVersion: 1,
    supplierId: id("org", n),
    quoteId: id("quot", n),
    revision,
    closesAt: "2026-07-10T00:00:00.000Z",
  }) as Omit<SealContext, "keySet">;
const expected = (n: number, revision = 1) => {
  const { closesAt: _, ...rest } = contextOf(n, revision);
  return rest;
};
const own = (n: number) => ownEvidence({ by: { townId: id("town", 1), orgId: id("org", n), personId: id("pers", 1) } as never });
const read = (envelope: ReturnType<typeof seal>, n = 1, revision = 1) => unseal(master, own(n), expected(n, revision), envelope);

describe("a sealed content", () => {
  it("comes back as it was, in any language and size", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 6_000 }), (text) => {
        expect(read(seal(master, contextOf(1), text))).toEqual({ readable: true, text: Buffer.from(text, "utf8").toString("utf8") });
      }),
      { numRuns: 30 },
    );
  });

  it("has one size, whatever the price", () => {
    const sizes = new Set(["1", "999999999.99", "x".repeat(3_000)].map((text) => seal(master, contextOf(1), text).ciphertext.length));
    expect(sizes.size).toBe(1);
  });

  it("holds neither the text nor the key in what is stored", () => {
    const stored = JSON.stringify(toJson(seal(master, contextOf(1), "秘密单价 86.53")));
    for (const secret of ["秘密", "86.53", Buffer.from("86.53").toString("base64").slice(0, 6), Buffer.from("86.53").toString("hex")]) {
      expect(stored).not.toContain(secret);
    }
    expect(read(fromJson(JSON.parse(stored)) as ReturnType<typeof seal>)).toMatchObject({ readable: true });
  });

  it("is read by its own firm only, and by nobody who made up the evidence", () => {
    const envelope = seal(master, contextOf(1), "86.5");
    expect(unseal(master, own(2), expected(1), envelope)).toEqual({ readable: false, why: "evidence" });
    const forged = { kind: "opening", townId: id("town", 1), requestId: id("preq", 1) } as const;
    expect(unseal(master, forged, expected(1), envelope)).toEqual({ readable: false, why: "evidence" });
  });

  it("does not open with another server's key", () => {
    const other = new Uint8Array(randomBytes(32));
    expect(unseal(other, own(1), expected(1), seal(master, contextOf(1), "86.5"))).toEqual({ readable: false, why: "key" });
  });
});

describe("tampering", () => {
  const flip = (bytes: Uint8Array, bit: number) => {
    const copy = new Uint8Array(bytes);
    const at = Math.floor(bit / 8) % copy.length;
    copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
    return copy;
  };
  it("with any bit of content, nonce or wrapped key makes it unreadable", () => {
    const envelope = seal(master, contextOf(1), "86.5");
    for (const part of ["ciphertext", "nonce", "wrappedKey"] as const) {
      fc.assert(
        fc.property(fc.nat(envelope[part].length * 8 - 1), (bit) => {
          expect(read({ ...envelope, [part]: flip(envelope[part], bit) }).readable).toBe(false);
        }),
        { numRuns: 200 },
      );
    }
  });

  it("with the content and its commitment together is still noticed", () => {
    const envelope = seal(master, contextOf(1), "86.5");
    const swapped = { ...envelope, keyCommitment: "0".repeat(64) };
    expect(read(swapped)).toEqual({ readable: false, why: "commitment" });
  });

  it("by swapping two firms' envelopes, or replaying an older revision, gives no content", () => {
    const [first, second] = [seal(master, contextOf(1), "86.5"), seal(master, contextOf(2), "99")];
    expect(read(second, 1)).toEqual({ readable: false, why: "evidence" });
    expect(read({ ...second, sealedUnder: first.sealedUnder }, 1).readable).toBe(false);
    expect(unseal(master, own(1), expected(1, 2), first)).toEqual({ readable: false, why: "context" });
    expect(read({ ...first, wrappedKey: second.wrappedKey }, 1)).toEqual({ readable: false, why: "key" });
  });
});

describe("receipts and the root", () => {
  const statement = {
    requestId: id("preq", 1),
    requestNumber: "CG-2026-000001",
    requestVersion: 1,
    quoteId: id("quot", 1),
    revision: 1,
  } as const;
  const seed = new Uint8Array(randomBytes(32));
  const signed = signReceipt(seed, {
    ...statement,
    sequence: 7,
    commitment: "ab",
    receivedAt: "2026-07-09T23:59:59.999Z",
    chainHead: "cd",
  } as never);

  it("cannot be altered or signed by another", () => {
    expect(isGenuine(signed, seed)).toBe(true);
    expect(isGenuine({ ...signed, sequence: 6 }, seed)).toBe(false);
    expect(isGenuine({ ...signed, commitment: "ac" }, seed)).toBe(false);
    expect(isGenuine(signReceipt(new Uint8Array(randomBytes(32)), signed), seed)).toBe(false);
  });

  it("changes with every quote added, dropped, altered or renumbered, and not with the order of reading", () => {
    const leaves = [1, 2, 3, 4, 5].map((sequence) => ({ sequence, commitment: `c${sequence}` }));
    const root = merkleRoot(leaves);
    expect(merkleRoot([...leaves].reverse())).toBe(root);
    const others = [
      leaves.slice(1),
      [...leaves, { sequence: 6, commitment: "c6" }],
      leaves.map((leaf) => (leaf.sequence === 3 ? { ...leaf, commitment: "x" } : leaf)),
      leaves.map((leaf) => (leaf.sequence === 5 ? { ...leaf, sequence: 9 } : leaf)),
      [],
    ].map(merkleRoot);
    expect(new Set([root, ...others]).size).toBe(6);
  });
});
