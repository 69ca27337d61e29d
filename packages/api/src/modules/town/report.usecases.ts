import { reports as life, MissingReason, Quarter, Report, type ReportApproved, type ReportDecided, ReportId } from "@jizhen/domain-town";
import { OrgId } from "@jizhen/kernel";
import * as z from "zod";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import { platformActor, type Tx } from "../../platform/tx.ts";
import { townFor } from "../../trpc/context.ts";
import { allDefinitions } from "./indicator.store.ts";
import { computeFigures } from "./report.figures.ts";
import * as store from "./report.store.ts";
import { coverageOf, figuresOf } from "./report.views.ts";

const on = { reportId: ReportId, version: z.int().min(0) };
export const OnReport = z.strictObject(on);
export const SubmitReport = z.strictObject({
  quarter: Quarter,
  version: z.int().min(0),
  missing: z.array(z.strictObject({ organisationId: OrgId, reason: MissingReason })).max(2_000),
});
export const WithReason = z.strictObject({ ...on, reason: z.string().trim().min(4).max(300) });

type Moved = ReturnType<typeof store.commit>;

async function load(tx: Tx, { reportId, version }: z.infer<typeof OnReport>): Promise<Report> {
  const report = await store.getReport(tx, reportId);
  if (report.version !== version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  return report;
}
const who = (tx: Tx) => ({ by: tx.by.personId, at: tx.at });

/** Hands the quarter in: coverage is counted and the figures are computed under the report's lock, from what was checked. */
export async function submitReport(tx: Tx, input: z.infer<typeof SubmitReport>): Moved {
  await store.reportOf(tx, tx.by.townId, input.quarter);
  await store.lockReport(tx, input.quarter);
  const report = await store.reportOf(tx, tx.by.townId, input.quarter);
  if (report.version !== input.version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  const open = orRefuse(life.insistState(report, "open"));
  const reasons = new Map(input.missing.map(({ organisationId, reason }) => [organisationId, reason]));
  const decision = orRefuse(life.submit(open, await coverageOf(tx, input.quarter), reasons, tx));
  await store.fileFigures(tx, decision.next, await computeFigures(tx, await allDefinitions(tx), input.quarter, open.revision));
  return store.commit(tx, "town.report.submit", open, decision);
}

export async function approveReport(tx: Tx, input: z.infer<typeof OnReport>): Moved {
  const submitted = orRefuse(life.insistState(await load(tx, input), "submitted"));
  const figures = await figuresOf(tx, submitted);
  return store.commit(tx, "town.report.approve", submitted, orRefuse(life.approve(submitted, figures, tx)));
}

export async function returnReport(tx: Tx, { reason, ...on }: z.infer<typeof WithReason>): Moved {
  const submitted = orRefuse(life.insistState(await load(tx, on), "submitted"));
  return store.commit(tx, "town.report.return", submitted, life.giveBack(submitted, reason));
}

export async function acceptReport(tx: Tx, input: z.infer<typeof OnReport>): Moved {
  const approved = orRefuse(life.insistState(await load(tx, input), "approved"));
  return store.commit(tx, "town.report.accept", approved, life.accept(approved, who(tx)));
}

export async function lockReport(tx: Tx, input: z.infer<typeof OnReport>): Moved {
  const accepted = orRefuse(life.insistState(await load(tx, input), "accepted"));
  return store.commit(tx, "town.report.lock", accepted, life.lock(accepted, who(tx)));
}

export async function sendBackReport(tx: Tx, { reason, ...on }: z.infer<typeof WithReason>): Moved {
  const held = orRefuse(life.insistState(await load(tx, on), "approved", "accepted"));
  return store.commit(tx, "town.report.sendBack", held, life.sendBack(held, reason));
}

export async function reopenReport(tx: Tx, { reason, ...on }: z.infer<typeof WithReason>): Moved {
  const locked = orRefuse(life.insistState(await load(tx, on), "locked", "published"));
  return store.commit(tx, "town.report.reopen", locked, life.reopen(locked, reason));
}

/** Heard from a town: its approved report is copied into the province's own space, sums only. Heard twice, it changes nothing. */
export async function receiveReport(tx: Tx, event: z.infer<typeof ReportApproved>): Promise<void> {
  const [province] = await tx.query<{ id: Report["townId"] }>(
    "select id from town where kind = 'province' order by created_at limit 1",
    [],
  );
  if (!province) return;
  await townFor(tx.services, platformActor(province.id), null).write(async (there) => {
    const held = await store.reportOf(there, event.townId, event.quarter);
    if (held.state !== "open" || event.submission <= held.submission) return;
    const next = Report.parse({
      ...held,
      state: "approved",
      revision: event.revision,
      submission: event.submission,
      expected: event.expected,
      checked: event.checked,
      submittedBy: event.submittedBy,
      submittedAt: new Date(event.submittedAt),
      approvedBy: event.approvedBy,
      approvedAt: new Date(event.approvedAt),
    });
    await store.fileFigures(there, next, event.figures);
    await store.commit(there, "system.town.report.receive", held, { next, events: [] });
  });
}

/** Heard from the province: the town's own report stands where it stands above. What is announced was announced there already. */
export async function followDecision(tx: Tx, event: z.infer<typeof ReportDecided>): Promise<void> {
  await townFor(tx.services, platformActor(event.townId), null).write(async (there) => {
    const report = await store.findReport(there, event.townId, event.quarter);
    const next = report && life.follow(report, event);
    if (report && next) await store.commit(there, "system.town.report.follow", report, { next, events: [] });
  });
}
