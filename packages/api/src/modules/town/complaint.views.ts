import {
  type Complaint,
  type ComplaintAnswer,
  type ComplaintId,
  type ComplaintMatter,
  type ComplaintSide,
  type ComplaintState,
  complaintActions,
  type complaints,
  dueOn,
  isOverdue,
  type Permission,
  sideOf,
} from "@jizhen/domain-town";
import { type FileId, type LocalDate, localDateAt, type OrgId } from "@jizhen/kernel";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import type { StoredFile } from "../../platform/files.ts";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { townFor } from "../../trpc/context.ts";
import { aboveFor, spaceOf } from "./complaint.places.ts";
import { type ComplaintRow, toComplaint } from "./complaint.store.ts";

const columns = `town_id as "townId", id, origin_town as "originTown", number, state, about, complainant_id as "complainantId",
  respondent_id as "respondentId", matter, title, text, name_shown as "nameShown", files, filed_by as "filedBy", filed_at as "filedAt",
  accept_by as "acceptBy", earlier, declined_by as "declinedBy", declined_at as "declinedAt", reason, accepted_by as "acceptedBy",
  accepted_at as "acceptedAt", answer_by as "answerBy", extension, hearing, answer, reopen_by as "reopenBy", closed_at as "closedAt",
  closed_how as "closedHow", due_on as "dueOn", version`;

export const DeskFilter = z.strictObject({
  /** `open` waits for the administration, `answered` for the complainant. */
  state: z.enum(["open", "overdue", "answered", "ended"]).default("open"),
  page: z.int().min(1).max(10_000).default(1),
});
export const complaintPageSize = 20;

type Named = { readonly nameZh: string; readonly nameEn: string | null };
export type ComplaintLine = {
  readonly id: ComplaintId;
  readonly number: string;
  readonly state: ComplaintState;
  readonly side: ComplaintSide;
  readonly matter: ComplaintMatter;
  readonly title: string;
  readonly about: Complaint["about"];
  readonly filedAt: Date;
  readonly dueOn: LocalDate | null;
  readonly overdue: boolean;
  /** Null where the reader may not know who complained. */
  readonly complainant: Named | null;
  readonly respondent: Named;
};

async function namesOf(tx: ReadTx, complaints: readonly Complaint[]): Promise<(id: OrgId) => Named> {
  const ids = [...new Set(complaints.flatMap(({ complainantId, respondentId }) => [complainantId, respondentId]))];
  const rows = await tx.query<Named & { id: string }>(
    "town.complaint.names",
    `select id, name_zh as "nameZh", name_en as "nameEn" from organisation where id = any($1)`,
    [ids],
  );
  const found = new Map(rows.map(({ id, ...names }) => [id, names]));
  return (id) => found.get(id) ?? { nameZh: id, nameEn: null };
}

/** The other side learns the name only where the complainant agreed. */
const mayKnow = (complaint: Complaint, side: ComplaintSide): boolean => side !== "respondent" || complaint.nameShown;

function lineOf(complaint: Complaint, side: ComplaintSide, today: LocalDate, nameOf: (id: OrgId) => Named): ComplaintLine {
  const { id, number, state, matter, title, about, filedAt, complainantId, respondentId } = complaint;
  const complainant = mayKnow(complaint, side) ? nameOf(complainantId) : null;
  const overdue = isOverdue(complaint, today);
  return {
    id,
    number,
    state,
    side,
    matter,
    title,
    about,
    filedAt,
    dueOn: dueOn(complaint),
    overdue,
    complainant,
    respondent: nameOf(respondentId),
  };
}

/** Whoever sits in one of the parties does not meet it at the desk, where both names stand. */
const unconcerned = (person: string) => `not exists (
    select 1 from seat s where s.person_id = ${person} and s.state = 'active' and s.organisation_id in (complainant_id, respondent_id))`;

const wanted = `town_id = $1 and ${unconcerned("$4")} and case $2
    when 'open' then state in ('filed', 'accepted', 'hearing', 'reopened')
    when 'overdue' then state in ('filed', 'accepted', 'hearing', 'reopened') and due_on < $3
    when 'answered' then state = 'answered' else state in ('declined', 'closed') end`;

export type DeskPage = {
  readonly rows: readonly (ComplaintLine & { readonly actions: readonly complaints.ComplaintStep[] })[];
  readonly total: number;
  readonly pageSize: number;
  readonly counts: { readonly open: number; readonly overdue: number };
};

/** The desk: what is owed soonest comes first. */
export async function listDesk(tx: ReadTx, { permissions }: Workspace, { state, page }: z.infer<typeof DeskFilter>): Promise<DeskPage> {
  const today = localDateAt(tx.at);
  const where = [tx.by.townId, state, today, tx.by.personId];
  const rows = await tx.query<ComplaintRow>(
    "town.complaint.desk",
    `select ${columns} from complaint where ${wanted} order by due_on nulls last, filed_at desc, id limit $5::int offset $6::int`,
    [...where, complaintPageSize, (page - 1) * complaintPageSize],
  );
  const [count] = await tx.query<{ total: number }>(
    "town.complaint.desk_count",
    `select count(*)::int as total from complaint where ${wanted}`,
    where,
  );
  const [counts] = await tx.query<{ open: number; overdue: number }>(
    "town.complaint.desk_counts",
    `select count(*)::int as open, count(*) filter (where due_on < $2)::int as overdue from complaint
      where town_id = $1 and ${unconcerned("$3")} and state in ('filed', 'accepted', 'hearing', 'reopened')`,
    [tx.by.townId, today, tx.by.personId],
  );
  const complaints = rows.map(toComplaint);
  const nameOf = await namesOf(tx, complaints);
  return {
    rows: complaints.map((complaint) => ({
      ...lineOf(complaint, "desk", today, nameOf),
      actions: complaintActions(complaint, tx.by, permissions),
    })),
    total: count?.total ?? 0,
    pageSize: complaintPageSize,
    counts: counts ?? { open: 0, overdue: 0 },
  };
}

const oursSql = `select ${columns} from complaint where town_id = $1 and (complainant_id = $2 or respondent_id = $2) order by filed_at desc, id limit 200`;

const oursIn = async (tx: ReadTx, may: ReadonlySet<Permission>): Promise<ComplaintLine[]> => {
  const rows = await tx.query<ComplaintRow>("town.complaint.ours", oursSql, [tx.by.townId, tx.by.orgId]);
  const seen = rows.map(toComplaint).flatMap((complaint) => {
    const side = sideOf(complaint, tx.by, may);
    return side === null ? [] : [{ complaint, side }];
  });
  const nameOf = await namesOf(
    tx,
    seen.map(({ complaint }) => complaint),
  );
  return seen.map(({ complaint, side }) => lineOf(complaint, side, localDateAt(tx.at), nameOf));
};

/** What this organisation filed, and what is said about it: here, and before the province. */
export async function listOurs(tx: ReadTx, { permissions, town }: Workspace): Promise<ComplaintLine[]> {
  const here = await oursIn(tx, permissions);
  if (town.kind === "province") return here;
  const above = await (await aboveFor(tx.services, tx.by)).read((up) => oursIn(up, permissions));
  const origin = above.filter((line) => !here.some(({ id }) => id === line.id));
  return [...here, ...origin].sort((a, b) => b.filedAt.getTime() - a.filedAt.getTime());
}

type Answered = Omit<ComplaintAnswer, "by">;
export type ComplaintFile = Pick<StoredFile, "id" | "name" | "mediaType" | "size">;
export type ComplaintPage = ComplaintLine & {
  readonly version: number;
  readonly text: string;
  readonly nameShown: boolean;
  readonly files: readonly ComplaintFile[];
  readonly filesWithheld: boolean;
  readonly reason: string | null;
  readonly extension: { readonly reason: string; readonly at: Date; readonly before: LocalDate } | null;
  readonly hearing: { readonly question: string; readonly at: Date; readonly stateBy: LocalDate } | null;
  /** The other side's own words: for itself and the desk. */
  readonly statement: { readonly text: string; readonly at: Date } | null;
  readonly answer: Answered | null;
  readonly earlier: { readonly answer: Answered; readonly reason: string; readonly at: Date } | null;
  readonly closedHow: "satisfied" | "lapsed" | null;
  readonly actions: readonly complaints.ComplaintStep[];
};

const withoutBy = ({ by: _by, ...rest }: ComplaintAnswer): Answered => rest;

async function filesOf(tx: ReadTx, ids: readonly FileId[]): Promise<ComplaintFile[]> {
  return tx.query<ComplaintFile>(
    "town.complaint.files",
    `select id, name, media_type as "mediaType", size from stored_file where town_id = $1 and id = any($2) order by id`,
    [tx.by.townId, [...ids]],
  );
}

const isConcerned = async (tx: ReadTx, { id }: Complaint): Promise<boolean> =>
  (
    await tx.query(
      "town.complaint.concerned",
      `select 1 as one from complaint where town_id = $1 and id = $2 and not ${unconcerned("$3")}`,
      [tx.by.townId, id, tx.by.personId],
    )
  ).length > 0;

async function pageIn(tx: ReadTx, may: ReadonlySet<Permission>, id: ComplaintId): Promise<ComplaintPage> {
  const [row] = await tx.query<ComplaintRow>("town.complaint.get", `select ${columns} from complaint where town_id = $1 and id = $2`, [
    tx.by.townId,
    id,
  ]);
  const complaint = row ? toComplaint(row) : refuse({ kind: "not_found", code: "town.complaint.unknown" });
  const side = sideOf(complaint, tx.by, may);
  if (side === null) return refuse({ kind: "not_found", code: "town.complaint.unknown" });
  if (side === "desk" && (await isConcerned(tx, complaint))) return refuse({ kind: "forbidden", code: "town.complaint.own_concern" });
  const open = mayKnow(complaint, side);
  const hearing = "hearing" in complaint ? complaint.hearing : null;
  const statement = hearing?.statement ?? null;
  const { earlier } = complaint;
  return {
    ...lineOf(complaint, side, localDateAt(tx.at), await namesOf(tx, [complaint])),
    version: complaint.version,
    text: complaint.text,
    nameShown: complaint.nameShown,
    files: open ? await filesOf(tx, complaint.files) : [],
    filesWithheld: !open && complaint.files.length > 0,
    reason: complaint.state === "declined" ? complaint.reason : null,
    extension: "extension" in complaint && complaint.extension !== null ? bare(complaint.extension) : null,
    hearing: hearing === null ? null : { question: hearing.question, at: hearing.at, stateBy: hearing.stateBy },
    statement: statement === null || side === "complainant" ? null : { text: statement.text, at: statement.at },
    answer: "answer" in complaint ? withoutBy(complaint.answer) : null,
    earlier: earlier === null ? null : { ...earlier, answer: withoutBy(earlier.answer) },
    closedHow: complaint.state === "closed" ? complaint.closedHow : null,
    actions: complaintActions(complaint, tx.by, may),
  };
}

const bare = ({ reason, at, before }: { reason: string; at: Date; before: LocalDate }) => ({ reason, at, before });

/** One complaint as this reader may see it; for everybody but its parties and the desk it does not exist. */
export async function readComplaint(tx: ReadTx, { permissions }: Workspace, id: ComplaintId): Promise<ComplaintPage> {
  const space = await spaceOf(tx, id);
  if (space === tx.by.townId) return pageIn(tx, permissions, id);
  return townFor(tx.services, { ...tx.by, townId: space }, null).read((up) => pageIn(up, permissions, id));
}

export const PartySearch = z.strictObject({ text: z.string().trim().min(1).max(40) });
export type Party = Named & { readonly organisationId: OrgId };

/** Members of this town by name, so that a complaint names one that is there. */
export const findParties = (tx: ReadTx, { text }: z.infer<typeof PartySearch>): Promise<Party[]> =>
  tx.query<Party>(
    "town.complaint.parties",
    `select distinct o.id as "organisationId", o.name_zh as "nameZh", o.name_en as "nameEn" from membership m join organisation o on o.id = m.organisation_id
      where m.town_id = $1 and m.state in ('active', 'suspended') and m.kind <> 'administration' and o.id <> $2
        and (o.name_zh ilike $3 or o.name_en ilike $3) order by o.name_zh, o.id limit 20`,
    [tx.by.townId, tx.by.orgId, `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`],
  );

/** Files of a complaint: for the desk that decides it, and for the other side where the complainant agreed to be named. */
export async function mayReadComplaintFile(tx: ReadTx, file: StoredFile, may: ReadonlySet<Permission>): Promise<boolean> {
  const [row] = await tx.query<ComplaintRow>("town.complaint.get", `select ${columns} from complaint where town_id = $1 and id = $2`, [
    tx.by.townId,
    file.subject,
  ]);
  if (!row) return false;
  const complaint = toComplaint(row);
  const side = sideOf(complaint, tx.by, may);
  return side !== null && mayKnow(complaint, side) && !(side === "desk" && (await isConcerned(tx, complaint)));
}
