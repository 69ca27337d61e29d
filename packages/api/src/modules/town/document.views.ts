import { type DocumentAction, DocumentId, documentActionsOn, type MemberDocument, type PaperType } from "@jizhen/domain-town";
import { LocalDate, localDateAt, plusDays } from "@jizhen/kernel";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { documentColumns, toDocument } from "./document.store.ts";
import { townHere } from "./town.views.ts";

/** Days ahead in which a last day is shown as near. */
const near = 60;

export const DocumentFilter = z.strictObject({
  which: z.enum(["waiting", "ending", "expired"]).default("waiting"),
  /** The `next` of the page before. */
  after: z
    .strictObject({ key: z.union([LocalDate, z.iso.datetime()]).refine((key) => key > "1900"), id: DocumentId })
    .nullable()
    .default(null),
  limit: z.int().min(1).max(100).default(30),
});
export type DocumentFilter = z.infer<typeof DocumentFilter>;

export type DocumentFile = { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number };
export type DocumentLine = {
  readonly document: MemberDocument;
  readonly organisation: { readonly nameZh: string; readonly nameEn: string | null; readonly number: string };
  readonly file: DocumentFile | null;
  readonly actions: readonly DocumentAction[];
};

type Row = Parameters<typeof toDocument>[0] & {
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly orgNumber: string;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly seated: boolean;
};

const line = `${documentColumns}, o.name_zh as "nameZh", o.name_en as "nameEn", o.number as "orgNumber", f.name as "fileName", f.media_type as "mediaType", f.size,
  exists (select 1 from seat s where s.person_id = $2 and s.organisation_id = d.organisation_id and s.state = 'active') as seated`;
const from = `member_document d join organisation o on o.id = d.organisation_id
  left join stored_file f on f.town_id = d.town_id and f.id = d.file`;

function toLine(tx: ReadTx, { permissions }: Workspace, row: Row): DocumentLine {
  const { nameZh, nameEn, orgNumber, fileName, mediaType, size, seated, ...rest } = row;
  const document = toDocument(rest);
  const judge = !seated || document.organisationId === tx.by.orgId;
  return {
    document,
    organisation: { nameZh, nameEn, number: orgNumber },
    file: fileName === null ? null : { id: document.file, name: fileName, mediaType: mediaType ?? "", size: size ?? 0 },
    actions: judge ? documentActionsOn(document, tx.by, permissions) : [],
  };
}

const newestFirst = `select ${line} from ${from} where d.town_id = $1 and d.organisation_id = $3 order by d.id desc limit 200`;

/** The papers and grades of one organisation, newest first; those of one's own, or for the firm's file. */
export async function documentsOf(tx: ReadTx, workspace: Workspace, organisationId: string): Promise<DocumentLine[]> {
  const rows = await tx.query<Row>("town.document.of", newestFirst, [tx.by.townId, tx.by.personId, organisationId]);
  return rows.map((row) => toLine(tx, workspace, row));
}

/** One paper, for whoever judges it. */
export async function getDocument(tx: ReadTx, workspace: Workspace, id: DocumentId): Promise<DocumentLine> {
  const sql = `select ${line} from ${from} where d.town_id = $1 and d.id = $3`;
  const [row] = await tx.query<Row>("town.document.get", sql, [tx.by.townId, tx.by.personId, id]);
  return row ? toLine(tx, workspace, row) : refuse({ kind: "not_found", code: "town.document.unknown" });
}

export type OwnDocuments = {
  readonly lines: readonly DocumentLine[];
  /** Papers whose end stops new publications in this town. */
  readonly required: readonly PaperType[];
  /** Those of them that have ended. */
  readonly ended: readonly PaperType[];
  readonly today: LocalDate;
};

export async function listOwnDocuments(tx: ReadTx, workspace: Workspace): Promise<OwnDocuments> {
  const lines = await documentsOf(tx, workspace, tx.by.orgId);
  const required = (await townHere(tx)).rules.documentsRequired;
  const today = localDateAt(tx.at);
  const over = ({ document: { type, state, validUntil } }: DocumentLine, wanted: PaperType) =>
    type === wanted && (state === "expired" || (state === "accepted" && validUntil !== null && validUntil < today));
  return { lines, required, ended: required.filter((type) => lines.some((one) => over(one, type))), today };
}

type Which = { readonly where: string; readonly key: string; readonly type: string };
const whiches: Record<DocumentFilter["which"], Which> = {
  waiting: { where: "d.state = 'uploaded' and $3::date is not null", key: "d.uploaded_at", type: "timestamptz" },
  ending: { where: "d.state = 'accepted' and d.valid_until <= $3::date", key: "d.valid_until", type: "date" },
  expired: { where: "d.state = 'expired' and $3::date is not null", key: "d.valid_until", type: "date" },
};

export type DocumentPage = { readonly rows: readonly DocumentLine[]; readonly next: DocumentFilter["after"] };

/** The reviewers' desk: what waits longest first, or what ends soonest. */
export async function listDocuments(tx: ReadTx, workspace: Workspace, { which, after, limit }: DocumentFilter): Promise<DocumentPage> {
  const { where, key, type } = whiches[which];
  const params: unknown[] = [tx.by.townId, tx.by.personId, plusDays(localDateAt(tx.at), near)];
  const put = (value: unknown) => `$${params.push(value)}`;
  const beyond = after === null ? "" : ` and (${key}, d.id) > (${put(after.key)}::${type}, ${put(after.id)})`;
  const rows = await tx.query<Row>(
    `town.document.desk.${which}.${after ? "on" : "first"}`,
    `select ${line} from ${from} where d.town_id = $1 and ${where}${beyond} order by ${key}, d.id limit ${put(limit + 1)}::int`,
    params,
  );
  const page = rows.slice(0, limit).map((row) => toLine(tx, workspace, row));
  const last = page.at(-1)?.document;
  const keyOf = (document: MemberDocument) => (which === "waiting" ? document.uploadedAt.toISOString() : (document.validUntil ?? ""));
  return { rows: page, next: rows.length > limit && last ? { key: keyOf(last), id: last.id } : null };
}

/** Grades that count today, for a list of members: joined beside each line `m`. */
export const gradesJoin = (today: string) =>
  `left join lateral (select array_agg(d.type order by d.type) as grades from member_document d
     where d.town_id = $1 and d.organisation_id = m."organisationId" and d.state = 'accepted' and d.valid_until >= ${today}::date
       and d.type in ('small_micro', 'above_scale', 'specialised', 'little_giant')) g on true`;

export const holdsGrade = (grade: string, today: string) =>
  `exists (select 1 from member_document d where d.town_id = m.town_id and d.organisation_id = m.organisation_id and d.type = ${grade}
     and d.state = 'accepted' and d.valid_until >= ${today}::date)`;
