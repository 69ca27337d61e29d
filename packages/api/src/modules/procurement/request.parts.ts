import { negotiationActionsOn, type PurchaseRequest, Question, type RequestId } from "@jizhen/domain-procurement";
import type { Permission } from "@jizhen/domain-town";
import { LocalDate, type OrgId } from "@jizhen/kernel";
import { quickEvidence } from "../../platform/seal-evidence.ts";
import type { Leaf } from "../../platform/seal-proof.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { memberFacts } from "../town/public.ts";
import { roundsOf } from "./negotiation.store.ts";
import { type Round, roundShown } from "./negotiation.views.ts";
import { readRevision } from "./quote.seals.ts";
import { liveRevisions, openedQuotes, quotesOf } from "./quote.store.ts";
import { changesOf } from "./request.changes.ts";

/** Questions with their answers; callers take out who asked. */
export async function questionsOf(tx: ReadTx, requestId: RequestId): Promise<Question[]> {
  const sql = `select id, request_id as "requestId", asker_id as "askerId", text, asked_at as "askedAt", answer, answered_by as "answeredBy",
      answered_at as "answeredAt", version from request_question where town_id = $1 and request_id = $2 order by id limit 500`;
  return (await tx.query<object>("procurement.request.questions", sql, [tx.by.townId, requestId])).map((row) => Question.parse(row));
}

type VersionRow = { requestVersion: number; material: boolean; at: Date; hash: string; terms: unknown };

/** Newest first, each with what it changed against the one before. */
export async function versionsOf(tx: ReadTx, requestId: RequestId) {
  const rows = await tx.query<VersionRow>(
    "procurement.request.versions",
    `select request_version as "requestVersion", material, at, hash, terms from request_version where town_id = $1 and request_id = $2 order by request_version desc limit 100`,
    [tx.by.townId, requestId],
  );
  const changes = changesOf(rows);
  return rows.map(({ terms: _terms, ...version }) => ({
    ...version,
    ...(changes.get(version.requestVersion) ?? { changedLines: [], changedTerms: [] }),
  }));
}

/** For the buyer only: whom it asked, and why the match found them. */
export async function invitations(tx: ReadTx, requestId: RequestId) {
  type Row = { supplierId: OrgId; via: string; lines: number[]; score: number | null; at: Date };
  const sql = `select supplier_id as "supplierId", via, lines, score, at from request_invitation where town_id = $1 and request_id = $2
    order by score desc nulls last, supplier_id limit 500`;
  const rows = await tx.query<Row>("procurement.request.invitations", sql, [tx.by.townId, requestId]);
  const facts = await memberFacts(
    tx,
    rows.map(({ supplierId }) => supplierId),
  );
  return rows.map((row) => ({
    ...row,
    nameZh: facts.get(row.supplierId)?.nameZh ?? "",
    nameEn: facts.get(row.supplierId)?.nameEn ?? null,
  }));
}

const hidesCount = ({ status, terms }: PurchaseRequest): boolean =>
  status === "draft" || (status === "quoting" && terms.sealing !== "none" && !terms.showCount);

/** How many quotes count. Until the freeze a sealed request tells it only if that was promised. */
export async function countOfQuotes(tx: ReadTx, request: PurchaseRequest): Promise<number | null> {
  if (hidesCount(request)) return null;
  const sql = `select count(*) as n from quote where town_id = $1 and request_id = $2 and status not in ('draft', 'withdrawn', 'void')`;
  const [row] = await tx.query<{ n: number }>("procurement.request.count", sql, [tx.by.townId, request.id]);
  return row?.n ?? 0;
}

/** Quotes in the clear: after the opening, or of a quick enquiry as they come. A sealed request has none before. */
export async function openQuotes(tx: ReadTx, request: PurchaseRequest, may: ReadonlySet<Permission>) {
  const found = await readableQuotes(tx, request);
  const rounds = request.terms.sealing === "none" && found.length > 0 ? await roundsOf(tx, request.id) : [];
  const facts = await memberFacts(
    tx,
    found.map(({ supplierId }) => supplierId),
  );
  return found.map((quote) => {
    const { nameZh = "", nameEn = null, demo = false } = facts.get(quote.supplierId) ?? {};
    const round = rounds.find(({ quoteId }) => quoteId === quote.id) ?? null;
    const actions = negotiationActionsOn({ negotiation: round, quote: quote.status, request }, "buyer", tx.at);
    const negotiation: Round | null = round && roundShown(round);
    const mayAsk = actions.includes("ask") && may.has("procurement.negotiation.ask");
    return { ...quote, supplier: { nameZh, nameEn, demo }, negotiation, mayAsk };
  });
}

async function readableQuotes(tx: ReadTx, request: PurchaseRequest) {
  if (request.status === "opened" || request.status === "awarded" || (request.status === "unsuccessful" && request.openedAt !== null)) {
    return openedQuotes(tx, request);
  }
  if (request.status !== "quoting" || request.terms.sealing !== "none") return [];
  const evidence = await quickEvidence(tx, request.id);
  if (evidence === null) return [];
  const [quotes, revisions] = [await quotesOf(tx, request.id), await liveRevisions(tx, request.id)];
  return revisions.flatMap((revision) => {
    const quote = quotes.find(({ id, status }) => id === revision.quoteId && (status === "submitted" || status === "stale"));
    const content = quote ? readRevision(tx, evidence, tx.by.townId, revision) : null;
    if (!quote || !content) return [];
    const { id, supplierId, requestVersion, status } = quote;
    const { sequence, revision: number } = revision;
    return [
      {
        state: "opened" as const,
        id,
        supplierId,
        revision: number,
        requestVersion,
        sequence,
        status,
        judgement: null,
        validUntil: LocalDate.parse(content.validUntil),
        content,
      },
    ];
  });
}

/** The list of commitments and its root, recorded at the freeze: what anybody with a receipt can check. */
export async function afterFreeze(tx: ReadTx, request: PurchaseRequest) {
  type Row = {
    root: string;
    commitments: Leaf[];
    frozenAt: Date;
    openedAt: Date | null;
    outcome: { opened: number; voided: number } | null;
  };
  const sql = `select root, commitments, frozen_at as "frozenAt", opened_at as "openedAt", outcome from opening where town_id = $1 and request_id = $2`;
  const [row] = await tx.query<Row>("procurement.request.opening", sql, [tx.by.townId, request.id]);
  return row ?? null;
}
