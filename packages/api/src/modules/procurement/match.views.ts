import { explain, fixesOf, MatchExplanation, PurchaseRequest, type RequestId, RequestLine } from "@jizhen/domain-procurement";
import { localDateAt, type OrgId } from "@jizhen/kernel";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { memberFacts } from "../town/public.ts";
import { candidatesOf, needOf, suppliesBy, townFigures } from "./match.facts.ts";
import { requestColumns } from "./request.store.ts";

export const Draft = z.strictObject({
  lines: z.array(RequestLine).min(1).max(200),
  firmDate: z.boolean(),
  delivery: z.strictObject({
    regionCode: z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
  }),
});
/** A preview looks at this many statements at most and says "more than" beyond; the run after publication has no such bound. */
const previewMost = 1_000;

type Reason = { attribute: string; reason: string; verdict: string; count: number };

/** How many firms could supply a draft, by line, and what most often stands in the way. No names: nobody has been asked yet. */
export async function previewMatch(tx: ReadTx, draft: z.infer<typeof Draft>) {
  const need = needOf(draft, localDateAt(tx.at));
  const families = [...new Set(need.lines.map(({ family }) => family))].sort();
  const supplies = await suppliesBy(tx, { families, most: previewMost });
  const { figures, invitations } = await townFigures(tx, families);
  const candidates = await candidatesOf(tx, { requestId: "preview", buyerId: tx.by.orgId }, supplies, invitations);
  const answers = candidates.filter(({ bar }) => bar === null).map((one) => explain(one, need, figures));
  return {
    firms: answers.filter(({ verdict }) => verdict === "satisfied").length,
    toAsk: answers.filter(({ verdict }) => verdict === "unknown").length,
    looked: answers.length,
    more: [...supplies.values()].flat().length >= previewMost,
    lines: need.lines.map(({ lineNo }) => {
      const here = answers.flatMap(({ lines }) => lines.filter((line) => line.lineNo === lineNo));
      const count = (verdict: string) => here.filter((line) => line.verdict === verdict).length;
      return { lineNo, satisfied: count("satisfied"), unknown: count("unknown"), reasons: commonest(here) };
    }),
  };
}

function commonest(answers: MatchExplanation["lines"]): readonly Reason[] {
  const counted = new Map<string, Reason>();
  for (const { attribute, reason, verdict } of answers.flatMap(({ shortfalls }) => shortfalls.filter(({ hard }) => hard))) {
    const key = `${attribute} ${reason}`;
    counted.set(key, { attribute, reason, verdict, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || (a.attribute < b.attribute ? -1 : 1)).slice(0, 5);
}

type Asked = { supplierId: OrgId; via: string; lines: number[]; score: number | null; explanation: unknown; at: Date };

/** Whom the match has asked, and why, for the buyer alone. */
export async function invitedTo(tx: ReadTx, requestId: RequestId) {
  await insistBuyer(tx, requestId);
  const rows = await tx.query<Asked>(
    "procurement.match.invited",
    `select supplier_id as "supplierId", via, lines, score, explanation, at from request_invitation
      where town_id = $1 and request_id = $2 order by score desc nulls last, supplier_id limit 200`,
    [tx.by.townId, requestId],
  );
  const [run] = await tx.query<{ candidates: number; at: Date }>(
    "procurement.match.lastRun",
    `select jsonb_array_length(result->'candidates') as candidates, at from match_run where town_id = $1 and request_id = $2 order by id desc limit 1`,
    [tx.by.townId, requestId],
  );
  const names = await memberFacts(
    tx,
    rows.map(({ supplierId }) => supplierId),
  );
  return {
    matchedAt: run?.at ?? null,
    couldSupply: run?.candidates ?? 0,
    rows: rows.map(({ explanation, supplierId, ...row }) => {
      const facts = names.get(supplierId);
      const organisation = { nameZh: facts?.nameZh ?? "", nameEn: facts?.nameEn ?? null, demo: facts?.demo ?? false };
      return { ...row, supplierId, organisation, explanation: explanation === null ? null : MatchExplanation.parse(explanation) };
    }),
  };
}

async function insistBuyer(tx: ReadTx, requestId: RequestId): Promise<void> {
  const [mine] = await tx.query(
    "procurement.match.buyer",
    "select 1 as one from purchase_request where town_id = $1 and id = $2 and buyer_id = $3",
    [tx.by.townId, requestId, tx.by.orgId],
  );
  if (!mine) refuse({ kind: "not_found", code: "procurement.request.unknown" });
}

/** "Why not me": this firm against this request as it stands now, with what would suffice and the lowest invited score. No names. */
export async function explainToMe(tx: ReadTx, requestId: RequestId) {
  const request = await visibleRequest(tx, requestId);
  const need = needOf(request.terms, localDateAt(tx.at));
  const { candidate, figures } = await myStanding(tx, request, [...new Set(need.lines.map(({ family }) => family))].sort());
  const [asked] = await tx.query<{ lowest: number | null; invited: boolean }>(
    "procurement.match.lowest",
    `select (select (result->>'lowestInvitedScore')::int from match_run where town_id = $1 and request_id = $2 order by id desc limit 1) as lowest,
            exists (select 1 from request_invitation where town_id = $1 and request_id = $2 and supplier_id = $3) as invited`,
    [tx.by.townId, requestId, tx.by.orgId],
  );
  const explanation = explain(candidate, need, figures);
  return {
    requestId,
    title: request.terms.title,
    lines: request.terms.lines.map(({ lineNo, text, spec }) => ({ lineNo, text, family: spec.family })),
    // A buyer's choice not to ask a firm is the buyer's own: the firm learns that it was not asked, not by whose list.
    explanation: { ...explanation, bar: explanation.bar === "blocked" ? ("not_asked" as const) : explanation.bar },
    fixes: fixesOf(candidate, need),
    invited: asked?.invited ?? false,
    lowestInvitedScore: asked?.lowest ?? null,
  };
}

type Visible = Exclude<PurchaseRequest, { status: "draft" | "cancelled" }>;

async function visibleRequest(tx: ReadTx, requestId: RequestId): Promise<Visible> {
  const [row] = await tx.query<object>(
    "procurement.match.visible",
    `select ${requestColumns} from purchase_request r where r.town_id = $1 and r.id = $2 and r.status not in ('draft', 'cancelled') and r.buyer_id <> $3
        and (r.method = 'open' or exists (select 1 from request_invitation i where i.town_id = r.town_id and i.request_id = r.id and i.supplier_id = $3))`,
    [tx.by.townId, requestId, tx.by.orgId],
  );
  if (!row) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
  return PurchaseRequest.parse(row) as Visible;
}

/** The caller's own firm as a candidate, with the town's figures for these families. */
export async function myStanding(tx: ReadTx, about: Pick<Visible, "id" | "buyerId">, families: Parameters<typeof townFigures>[1]) {
  const mine = await suppliesBy(tx, { orgId: tx.by.orgId });
  const { figures, invitations } = await townFigures(tx, families);
  const supplies = mine.size > 0 ? mine : new Map([[tx.by.orgId, []]]);
  const [candidate] = await candidatesOf(tx, { requestId: about.id, buyerId: about.buyerId }, supplies, invitations);
  if (!candidate) throw new Error("a firm is always its own candidate");
  return { candidate, figures };
}
