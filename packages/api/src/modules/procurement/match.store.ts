import { createHash } from "node:crypto";
import { newId } from "@jizhen/db";
import { type Candidate, type MatchNeed, type MatchResult, type RequestIn, ruleSet, type TownFigures } from "@jizhen/domain-procurement";
import { canonical } from "@jizhen/kernel";
import { record } from "../../platform/audit.ts";
import { hint } from "../../platform/live.ts";
import type { Tx } from "../../platform/tx.ts";
import { inviteOnce } from "./invitations.ts";

/** The snapshot names sources by revision: those rows never change, so the run can be done again and must give the same bytes. */
const snapshotOf = ({ need, candidates, figures }: Run) => ({
  need,
  figures,
  candidates: candidates.map(({ supplies, ...facts }) => ({
    ...facts,
    sources: supplies.map(({ source, revision }) => `${source}@${revision}`),
  })),
});

export type Run = {
  readonly need: MatchNeed;
  readonly candidates: readonly Candidate[];
  readonly figures: TownFigures;
  readonly result: MatchResult;
};

/** Keeps the run and asks the invited who were not asked before; who may be asked at all is the buyer's method. */
export async function keepRun(tx: Tx, request: RequestIn<"quoting">, run: Run): Promise<void> {
  const snapshot = snapshotOf(run);
  const hash = createHash("sha256").update(canonical(snapshot)).digest("hex");
  const id = newId("mrun");
  await tx.query(
    `insert into match_run (town_id, id, request_id, request_version, rule_set, snapshot_hash, snapshot, result, at)
     values ($1, $2, $3, $4::int, $5, $6, $7::jsonb, $8::jsonb, $9::timestamptz)`,
    [
      tx.by.townId,
      id,
      request.id,
      request.requestVersion,
      ruleSet,
      hash,
      JSON.stringify(snapshot),
      JSON.stringify(run.result),
      tx.at.toISOString(),
    ],
  );
  const { method } = request.terms;
  if (method === "open" || method === "selective") await inviteOnce(tx, request, invitationsOf(run.result));
  const { invited, candidates } = run.result;
  await record(tx, "system.procurement.match", request.id, { run: id, hash, invited: invited.length, candidates: candidates.length });
  hint(tx, { organisationId: request.buyerId }, `procurement.match:${request.id}`);
}

const invitationsOf = ({ explanations }: MatchResult) =>
  explanations.map((explanation) => ({
    supplierId: explanation.orgId,
    via: "match" as const,
    lines: explanation.fits,
    score: explanation.score,
    explanation,
  }));
