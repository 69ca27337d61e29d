import { Prisma } from "@jizhen/db";
import { Complaint, type ComplaintEvent, type ComplaintId, type ComplaintState, dueOn, type Permission } from "@jizhen/domain-town";
import type { Decision } from "@jizhen/kernel";
import { record, type SystemAction } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import { dated } from "./dated.ts";
import { hintSides } from "./town.hints.ts";

const absent = {
  declinedBy: null,
  declinedAt: null,
  reason: null,
  acceptedBy: null,
  acceptedAt: null,
  answerBy: null,
  extension: Prisma.DbNull,
  hearing: Prisma.DbNull,
  answer: Prisma.DbNull,
  reopenBy: null,
  closedAt: null,
  closedHow: null,
};
const taken = ["acceptedBy", "acceptedAt", "answerBy", "extension"];
const answered = [...taken, "hearing", "answer", "reopenBy"];
const fieldsOf: Record<ComplaintState, readonly string[]> = {
  filed: [],
  declined: ["declinedBy", "declinedAt", "reason"],
  accepted: taken,
  hearing: [...taken, "hearing"],
  answered,
  reopened: [],
  closed: [...answered, "closedAt", "closedHow"],
};

export type ComplaintRow = Readonly<Record<string, unknown>> & { readonly state: string };

/** The row is flat and nullable; the domain is not. */
export function toComplaint({ dueOn: _due, ...row }: ComplaintRow): Complaint {
  const kept = fieldsOf[row.state as ComplaintState];
  return Complaint.parse(dated(Object.fromEntries(Object.entries(row).filter(([name]) => !(name in absent) || kept.includes(name)))));
}

export async function getComplaint(tx: Tx, id: ComplaintId): Promise<Complaint> {
  const row = await tx.db.complaint.findUnique({ where: { townId_id: { townId: tx.by.townId, id } } });
  return row ? toComplaint(row) : refuse({ kind: "not_found", code: "town.complaint.unknown" });
}

/** A complaint as its table takes it. */
export const complaintColumns = (complaint: Complaint) => {
  const { earlier, extension = null, hearing = null, answer = null, ...rest } = { ...complaint } as Complaint & Record<string, unknown>;
  const document = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));
  return {
    ...absent,
    ...rest,
    dueOn: dueOn(complaint),
    earlier: document(earlier),
    extension: document(extension),
    hearing: document(hearing),
    answer: document(answer),
  };
};

export type Kept = { readonly id: ComplaintId; readonly version: number; readonly state: ComplaintState };

export async function create(tx: Tx, { next, events }: Decision<Complaint, ComplaintEvent>): Promise<Kept> {
  await tx.db.complaint.create({ data: complaintColumns(next) });
  await finish(tx, "town.complaint.file", next, events, null);
  return { id: next.id, version: next.version, state: next.state };
}

/** The only way to change a complaint: state, history and announcements move together or not at all. */
export async function commit(
  tx: Tx,
  action: Permission | SystemAction,
  before: Complaint,
  { next, events }: Decision<Complaint, ComplaintEvent>,
): Promise<Kept> {
  const { id, townId, version, ...fields } = complaintColumns(next);
  const { count } = await tx.db.complaint.updateMany({
    where: { townId, id, version: before.version },
    data: { ...fields, version: version + 1 },
  });
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await finish(tx, action, next, events, before.state);
  return { id: next.id, version: version + 1, state: next.state };
}

/** Neither log nor hint names a party: who complained of whom stands in the record alone. */
async function finish(
  tx: Tx,
  action: Permission | SystemAction,
  complaint: Complaint,
  events: readonly ComplaintEvent[],
  from: ComplaintState | null,
): Promise<void> {
  const { id, state, number, complainantId, respondentId } = complaint;
  await record(tx, action, id, { number, from, state });
  await publish(tx, events);
  const knowing = "hearing" in complaint || complaint.earlier !== null ? [complainantId, respondentId] : [complainantId];
  await hintSides(tx, `town.complaint:${id}`, knowing);
}
