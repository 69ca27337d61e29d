import type { World } from "../../packages/api/src/testing/index.ts";

export type Target = {
  /** The quote whose live envelope is altered; it has an older revision. */
  readonly quoteId: string;
  /** An honest quote of another request. */
  readonly otherQuoteId: string;
  /** Draws a whole number below this. */
  readonly below: (end: number) => number;
};

const envelope = "ciphertext, nonce, wrapped_key, sealed_under, key_commitment, commitment, receipt";
const mine = "where quote_id = $1 and live";

async function flipBit(world: World, column: "ciphertext" | "nonce" | "wrapped_key", { quoteId, below }: Target): Promise<void> {
  const [row] = await world.asOwner<{ bits: number }>(`select octet_length(${column}) * 8 as bits from quote_revision ${mine}`, [quoteId]);
  const bit = below(row?.bits ?? 0);
  await world.asOwner(`update quote_revision set ${column} = set_bit(${column}, $2, 1 - get_bit(${column}, $2)) ${mine}`, [quoteId, bit]);
}

/** Another digit in place of one of a text of hexadecimal digits. */
async function otherDigit(world: World, text: string, write: (changed: string) => string, { quoteId, below }: Target): Promise<void> {
  const [row] = await world.asOwner<{ text: string }>(`select ${text} as text from quote_revision ${mine}`, [quoteId]);
  const before = row?.text ?? "";
  const at = below(before.length);
  const digit = ((Number.parseInt(before.charAt(at), 16) + 1 + below(15)) % 16).toString(16);
  await world.asOwner(`update quote_revision set ${write("$2")} ${mine}`, [quoteId, before.slice(0, at) + digit + before.slice(at + 1)]);
}

/** Everything that one who writes in the database may do to an envelope; each must leave that quote void and every other as it is. */
export const alterations: Readonly<Record<string, (world: World, target: Target) => Promise<unknown>>> = {
  "a bit of the content": (world, target) => flipBit(world, "ciphertext", target),
  "a bit of the nonce": (world, target) => flipBit(world, "nonce", target),
  "a bit of the wrapped key": (world, target) => flipBit(world, "wrapped_key", target),
  "a digit of the key's commitment": (world, target) =>
    otherDigit(world, "key_commitment", (changed) => `key_commitment = ${changed}`, target),
  "a digit of the envelope's commitment": (world, target) =>
    otherDigit(world, "commitment", (changed) => `commitment = ${changed}`, target),
  "a digit of the receipt's signature": (world, target) =>
    otherDigit(
      world,
      "receipt->>'signature'",
      (changed) => `receipt = jsonb_set(receipt, '{signature}', to_jsonb(${changed}::text))`,
      target,
    ),
  "content cut short": (world, { quoteId, below }) =>
    world.asOwner(
      `update quote_revision set ciphertext = substring(ciphertext for (octet_length(ciphertext) - 1 - $2::int % (octet_length(ciphertext) - 1))) ${mine}`,
      [quoteId, below(1_000_000)],
    ),
  "an earlier close stated": (world, { quoteId }) =>
    world.asOwner(
      `update quote_revision set sealed_under = jsonb_set(sealed_under, '{closesAt}', to_jsonb('2026-01-01T00:00:00.000Z'::text)) ${mine}`,
      [quoteId],
    ),
  "another firm stated": (world, { quoteId }) =>
    world.asOwner(
      `update quote_revision set sealed_under = jsonb_set(sealed_under, '{supplierId}', to_jsonb('org_00000000000000000000000000'::text)) ${mine}`,
      [quoteId],
    ),
  "another place in the order": (world, { quoteId }) =>
    world.asOwner(`update quote_revision set sequence = sequence + 1000000000 ${mine}`, [quoteId]),
  "the older revision in place of the last": (world, { quoteId }) =>
    world.asOwner(
      `update quote_revision a set (${envelope}) = (select ${envelope} from quote_revision b where b.quote_id = $1 and b.revision = 1) where a.quote_id = $1 and a.live`,
      [quoteId],
    ),
  "the older revision called the live one": async (world, { quoteId }) => {
    await world.asOwner(`update quote_revision set live = false ${mine}`, [quoteId]);
    await world.asOwner("update quote_revision set live = true where quote_id = $1 and revision = 1", [quoteId]);
  },
  "another request's envelope": (world, { quoteId, otherQuoteId }) =>
    world.asOwner(
      `update quote_revision a set (${envelope}) = (select ${envelope} from quote_revision b where b.quote_id = $2 and b.live) where a.quote_id = $1 and a.live`,
      [quoteId, otherQuoteId],
    ),
};
