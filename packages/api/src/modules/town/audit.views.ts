import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import type { ReadTx } from "../../platform/tx.ts";

export const AuditFilter = z.strictObject({
  subject: z.string().trim().max(60).default(""),
  /** The sequence number to read on from, downwards; null starts at the newest. */
  before: z.int().positive().nullable().default(null),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export type AuditLine = {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly subject: string;
  /** Null where the reader may know the organisation, not the person. */
  readonly person: string | null;
  readonly organisation: string | null;
  readonly organisationEn: string | null;
  readonly facts: unknown;
};

const size = 50;
const columns = `a.seq::int as seq, a.at, a.action, a.subject, p.name as person, o.name_zh as organisation, o.name_en as "organisationEn", a.facts`;
const from = "audit_entry a left join person p on p.id = a.person_id left join organisation o on o.id = a.organisation_id";

/** The whole history of one record, for those who administer it. */
export const entriesAbout = (tx: ReadTx, subject: string): Promise<AuditLine[]> =>
  tx.query<AuditLine>(
    "town.audit.about",
    `select ${columns} from ${from} where a.town_id = $1 and a.subject = $2 order by a.seq desc limit 100`,
    [tx.by.townId, subject],
  );

const wholeSql = `select ${columns} from ${from}
  where a.town_id = $1 and ($2 = '' or a.subject = $2) and ($3::bigint is null or a.seq < $3::bigint) order by a.seq desc limit ${size + 1}`;

/** What one's own people did, and every act of the administration on one's own membership, seats and file. */
const ownSql = `
  with mine as (
    select id from membership where town_id = $1 and organisation_id = $4
    union all select id from seat where organisation_id = $4
    union all select id from invitation where organisation_id = $4
    union all select id from member_document where town_id = $1 and organisation_id = $4
    union all select id from measure where town_id = $1 and organisation_id = $4
    union all select $4)
  select a.seq::int as seq, a.at, a.action, a.subject, case when a.organisation_id = $4 then p.name end as person,
         o.name_zh as organisation, o.name_en as "organisationEn", a.facts
    from ${from}
   where a.town_id = $1 and (a.organisation_id = $4 or a.subject in (select id from mine))
     and ($2 = '' or a.subject = $2) and ($3::bigint is null or a.seq < $3::bigint)
   order by a.seq desc limit ${size + 1}`;

export type AuditPage = { readonly rows: readonly AuditLine[]; readonly next: number | null };

/** The administration reads its town's log; a firm reads what concerns the firm. */
export async function listAudit(tx: ReadTx, { roles }: Workspace, { subject, before }: AuditFilter): Promise<AuditPage> {
  const administers = roles.includes("town_administrator") || roles.includes("province_officer");
  const rows = administers
    ? await tx.query<AuditLine>("town.audit.whole", wholeSql, [tx.by.townId, subject, before])
    : await tx.query<AuditLine>("town.audit.own", ownSql, [tx.by.townId, subject, before, tx.by.orgId]);
  const page = rows.slice(0, size);
  return { rows: page, next: rows.length > size ? (page.at(-1)?.seq ?? null) : null };
}
