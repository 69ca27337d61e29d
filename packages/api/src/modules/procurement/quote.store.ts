import {
  type OpenedQuote,
  Quote,
  QuoteContent,
  type QuoteId,
  type QuoteIn,
  Receipt,
  type RequestId,
  type RequestIn,
  SealContext,
} from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import { type Json, LocalDate, type OrgId } from "@jizhen/kernel";
import { type AnyTx, ask } from "../../platform/ask.ts";
import { record, type SystemAction } from "../../platform/audit.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import { type Envelope, toJson } from "../../platform/seal.ts";
import { signReceipt } from "../../platform/seal-proof.ts";
import type { ReadTx, Tx } from "../../platform/tx.ts";
import { memberFacts } from "../town/public.ts";

export const quoteColumns = `q.id, q.town_id as "townId", q.request_id as "requestId", q.supplier_id as "supplierId", q.status, q.revision,
  q.request_version as "requestVersion", q.void_reason as "voidReason", q.judgement, q.prolonged_until as "prolongedUntil",
  q.created_at as "createdAt", q.submitted_at as "submittedAt", q.version`;

export type QuoteRow = Readonly<Record<string, unknown>> & { readonly id: string; readonly draft: Record<string, unknown> | null };
export const toQuote = (row: Readonly<Record<string, unknown>>): Quote => Quote.parse(row);

/** The firm's own quote, locked: it has one for each request. */
export async function lockOwn(tx: Tx, requestId: RequestId): Promise<{ quote: Quote; draft: Record<string, unknown> | null } | null> {
  const sql = `select ${quoteColumns}, q.draft from quote q where q.town_id = $1 and q.request_id = $2 and q.supplier_id = $3 for update`;
  const [row] = await tx.query<QuoteRow>(sql, [tx.by.townId, requestId, tx.by.orgId]);
  return row ? { quote: toQuote(row), draft: row.draft } : null;
}

/** P8: starts a firm's one quote; of several at once the first stays and the others find it. */
export async function startOnce(tx: Tx, quote: QuoteIn<"draft">): Promise<void> {
  await tx.query(
    `insert into quote (town_id, id, request_id, supplier_id, status, revision, request_version, created_at, version)
     values ($1, $2, $3, $4, 'draft', 0, $5::int, $6::timestamptz, 0) on conflict (town_id, request_id, supplier_id) do nothing`,
    [tx.by.townId, quote.id, quote.requestId, quote.supplierId, quote.requestVersion, quote.createdAt.toISOString()],
  );
}

type Changed = { readonly before: Quote; readonly next: Quote };

async function write(tx: Tx, { before, next }: Changed): Promise<void> {
  const changed = await tx.query(
    `update quote set status = $4, revision = $5::int, request_version = $6::int, submitted_at = coalesce($7::timestamptz, submitted_at),
        void_reason = $8, judgement = $9::jsonb, prolonged_until = $10::date, version = version + 1
      where town_id = $1 and id = $2 and version = $3::int returning id`,
    [
      tx.by.townId,
      next.id,
      before.version,
      next.status,
      next.revision,
      next.requestVersion,
      "submittedAt" in next ? next.submittedAt.toISOString() : null,
      next.status === "void" ? next.voidReason : null,
      "judgement" in next && next.judgement ? JSON.stringify(next.judgement) : null,
      "prolongedUntil" in next ? next.prolongedUntil : null,
    ],
  );
  if (changed.length === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
}

/** One firm's quote: state and history together. No price is in the facts, the hint or the answer. */
export async function commit<Next extends Quote>(
  tx: Tx,
  action: Permission | SystemAction,
  before: Quote,
  next: Next,
  facts: Json = {},
): Promise<Next> {
  await write(tx, { before, next });
  await record(tx, action, next.id, { from: before.status, to: next.status, requestId: next.requestId, facts });
  hint(tx, { organisationId: next.supplierId }, `procurement.quote:${next.requestId}`);
  return { ...next, version: before.version + 1 };
}

/** All quotes of one request at once (amendment, freeze, opening, award): one entry in the chain names them all. */
export async function commitAll(
  tx: Tx,
  action: Permission | SystemAction,
  requestId: RequestId,
  changes: readonly Changed[],
  facts: Json = {},
): Promise<void> {
  if (changes.length === 0) return;
  for (const change of changes) await write(tx, change);
  await record(tx, action, requestId, { quotes: changes.map(({ before, next }) => [next.id, before.status, next.status]), facts });
  for (const supplier of new Set(changes.map(({ next }) => next.supplierId))) {
    hint(tx, { organisationId: supplier }, `procurement.quote:${requestId}`);
  }
}

/** Keeps the working copy, sealed; who saved is on record, what was saved is not. */
export async function keepDraft(tx: Tx, action: Permission, quote: Quote, envelope: Envelope): Promise<void> {
  await tx.query("update quote set draft = $3::jsonb, version = version + 1 where town_id = $1 and id = $2", [
    tx.by.townId,
    quote.id,
    JSON.stringify(toJson(envelope)),
  ]);
  await record(tx, action, quote.id, { requestId: quote.requestId, draft: envelope.commitment });
}

/** A submission: the older revision is put away, the new one stored sealed with its signed receipt, the draft emptied. */
export async function commitSubmission(
  tx: Tx,
  action: "procurement.quote.submit" | "procurement.quote.reconfirm",
  before: Quote,
  next: QuoteIn<"submitted">,
  envelope: Envelope & { wrappedKey: Uint8Array },
  requestNumber: string,
): Promise<Receipt> {
  hint(tx, { organisationId: next.supplierId }, `procurement.quote:${next.requestId}`);
  const [, sequence] = await Promise.all([write(tx, { before, next }), makeRoom(tx, next.id)]);
  const { id: quoteId, requestId, requestVersion, revision, submittedAt } = next;
  const { commitment } = envelope;
  const receivedAt = submittedAt.toISOString();
  let receipt: Receipt | null = null;
  await record(tx, action, quoteId, { requestId, revision, sequence, commitment }, (chainHead) => {
    const received = { requestId, requestNumber, requestVersion, quoteId, revision, sequence, commitment, receivedAt, chainHead };
    receipt = signReceipt(tx.services.keys.receiptSigning, received);
    insertRevision(tx, next, envelope, receipt);
  });
  return receipt ?? Promise.reject(new Error("what is recorded has its receipt"));
}

function insertRevision(tx: Tx, next: QuoteIn<"submitted">, envelope: Envelope & { wrappedKey: Uint8Array }, receipt: Receipt): void {
  const { sealedUnder, keyCommitment, commitment } = envelope;
  tx.send(
    `insert into quote_revision (town_id, quote_id, revision, request_id, supplier_id, request_version, sequence, live, ciphertext, wrapped_key, nonce,
        sealed_under, key_commitment, commitment, submitted_by, submitted_at, receipt)
     values ($1, $2, $3::int, $4, $5, $6::int, $7::bigint, true, $8::bytea, $9::bytea, $10::bytea, $11::jsonb, $12, $13, $14, $15::timestamptz, $16::jsonb)`,
    [
      tx.by.townId,
      next.id,
      next.revision,
      next.requestId,
      next.supplierId,
      next.requestVersion,
      receipt.sequence,
      Buffer.from(envelope.ciphertext),
      Buffer.from(envelope.wrappedKey),
      Buffer.from(envelope.nonce),
      JSON.stringify(sealedUnder),
      keyCommitment,
      commitment,
      tx.by.personId,
      next.submittedAt.toISOString(),
      JSON.stringify(receipt),
    ],
  );
}

/** Puts away the revision and the working copy before, and draws the number of the next, all in one step. */
async function makeRoom(tx: Tx, quoteId: QuoteId): Promise<number> {
  const [drawn] = await tx.query<{ sequence: number }>(
    `with copy as (update quote set draft = null where town_id = $1 and id = $2),
          before as (update quote_revision set live = false where town_id = $1 and quote_id = $2 and live)
     select nextval(pg_get_serial_sequence('quote_revision', 'sequence')) as sequence`,
    [tx.by.townId, quoteId],
  );
  if (!drawn) throw new Error("a sequence gives numbers");
  return drawn.sequence;
}

/** The revision that counted until now stays as a record and is never read again. */
export const putAway = (tx: Tx, quoteId: QuoteId) =>
  tx.query("update quote_revision set live = false where town_id = $1 and quote_id = $2 and live", [tx.by.townId, quoteId]);

export type Revision = {
  readonly quoteId: QuoteId;
  readonly revision: number;
  readonly requestId: RequestId;
  readonly supplierId: OrgId;
  readonly requestVersion: number;
  readonly sequence: number;
  readonly envelope: Envelope;
  readonly receipt: Receipt;
  readonly content: QuoteContent | null;
};

const revisionColumns = `v.quote_id as "quoteId", v.revision, v.request_id as "requestId", v.supplier_id as "supplierId", v.request_version as "requestVersion",
  v.sequence, v.ciphertext, v.wrapped_key as "wrappedKey", v.nonce, v.sealed_under as "sealedUnder", v.key_commitment as "keyCommitment",
  v.commitment, v.receipt, v.content`;

type RevisionRow = Omit<Revision, "envelope" | "receipt" | "content"> & {
  ciphertext: Buffer;
  wrappedKey: Buffer | null;
  nonce: Buffer;
  sealedUnder: unknown;
  keyCommitment: string;
  commitment: string;
  receipt: unknown;
  content: unknown;
};

function toRevision(row: RevisionRow): Revision {
  const { ciphertext, wrappedKey, nonce, sealedUnder, keyCommitment, commitment, receipt, content, ...rest } = row;
  return {
    ...rest,
    envelope: {
      sealedUnder: SealContext.parse(sealedUnder),
      ciphertext: new Uint8Array(ciphertext),
      wrappedKey: wrappedKey === null ? null : new Uint8Array(wrappedKey),
      nonce: new Uint8Array(nonce),
      keyCommitment,
      commitment,
    },
    receipt: Receipt.parse(receipt),
    content: content === null ? null : QuoteContent.parse(content),
  };
}

/** The revisions that count, of one request, in order of receipt. */
export async function liveRevisions(tx: AnyTx, requestId: RequestId): Promise<Revision[]> {
  const sql = `select ${revisionColumns} from quote_revision v where v.town_id = $1 and v.request_id = $2 and v.live order by v.sequence`;
  return (await ask<RevisionRow>(tx, "procurement.quote.live", sql, [tx.by.townId, requestId])).map(toRevision);
}

export async function liveRevision(tx: AnyTx, quoteId: QuoteId): Promise<Revision | null> {
  const sql = `select ${revisionColumns} from quote_revision v where v.town_id = $1 and v.quote_id = $2 and v.live`;
  const [row] = await ask<RevisionRow>(tx, "procurement.quote.live_one", sql, [tx.by.townId, quoteId]);
  return row ? toRevision(row) : null;
}

export async function quotesOf(tx: AnyTx, requestId: RequestId): Promise<Quote[]> {
  const sql = `select ${quoteColumns} from quote q where q.town_id = $1 and q.request_id = $2 order by q.id`;
  return (await ask<Record<string, unknown>>(tx, "procurement.quote.of_request", sql, [tx.by.townId, requestId])).map(toQuote);
}

/** Written once, in the opening transaction, and never before. */
export const writeContent = (tx: Tx, { quoteId, revision }: Revision, content: QuoteContent) =>
  tx.query("update quote_revision set content = $4::jsonb where town_id = $1 and quote_id = $2 and revision = $3::int", [
    tx.by.townId,
    quoteId,
    revision,
    JSON.stringify(content),
  ]);

/** A request called off takes the keys of its unopened quotes with it: nobody will ever read them. */
export const dropKeys = (tx: Tx, requestId: RequestId) =>
  tx.query(
    "update quote_revision set wrapped_key = null where town_id = $1 and request_id = $2 and content is null and wrapped_key is not null",
    [tx.by.townId, requestId],
  );

const readable = ["opened", "rejected", "won", "part_won", "lost"] as const;

/** Takes an opened request rather than its id: prices cannot be asked for before the opening. */
export async function openedQuotes(tx: Tx | ReadTx, request: RequestIn<"opened" | "awarded" | "unsuccessful">): Promise<OpenedQuote[]> {
  const [quotes, revisions] = [await quotesOf(tx, request.id), await liveRevisions(tx, request.id)];
  const facts = await memberFacts(
    tx,
    quotes.map(({ supplierId }) => supplierId),
  );
  return revisions.flatMap(({ quoteId, revision, sequence, content }): OpenedQuote[] => {
    const quote = quotes.find(({ id }) => id === quoteId);
    const status = readable.find((one) => one === quote?.status);
    if (!quote || !status || !content || !("judgement" in quote)) return [];
    const { id, supplierId, requestVersion, judgement, prolongedUntil } = quote;
    const validUntil = LocalDate.parse(prolongedUntil ?? content.validUntil);
    const country = facts.get(supplierId)?.country ?? "CN";
    return [{ state: "opened", id, supplierId, country, revision, requestVersion, sequence, status, judgement, validUntil, content }];
  });
}
