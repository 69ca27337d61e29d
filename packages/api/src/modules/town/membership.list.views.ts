import { ApplicantKind, Grade, type MembershipKind, type MembershipState } from "@jizhen/domain-town";
import { localDateAt } from "@jizhen/kernel";
import * as z from "zod";
import { type Conditions, conditionsFrom } from "../../platform/conditions.ts";
import { searchQuery } from "../../platform/search-query.ts";
import { everyRow } from "../../platform/sheets/every-row.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { gradesJoin, holdsGrade } from "./document.views.ts";

const filter = {
  /** `open` is what waits for the administration: applied and under review. */
  state: z.enum(["open", "all", "applied", "under_review", "active", "suspended", "left", "rejected", "withdrawn"]).default("open"),
  kind: ApplicantKind.nullable().default(null),
  /** Held today by an accepted document. */
  grade: Grade.nullable().default(null),
  warned: z.boolean().default(false),
  text: z.string().trim().max(80).default(""),
};
export const MembershipFilter = z.strictObject({
  ...filter,
  sort: z.enum(["oldest", "newest", "name"]).default("oldest"),
  /** The `next` of the page before. */
  after: z
    .strictObject({ at: z.date(), name: z.string().max(200), id: z.string().max(40) })
    .nullable()
    .default(null),
  limit: z.int().min(1).max(100).default(30),
});
export type MembershipFilter = z.infer<typeof MembershipFilter>;
export const MembershipExportFilter = z.strictObject(filter);

export type MembershipLine = {
  readonly id: string;
  readonly organisationId: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly number: string;
  readonly kind: MembershipKind;
  readonly state: MembershipState;
  readonly visiting: boolean;
  readonly codeWarned: boolean;
  readonly waitingFor: "applicant" | null;
  readonly suspendedUntil: Date | null;
  readonly appliedAt: Date;
  readonly takenUpBy: string | null;
  readonly grades: readonly Grade[] | null;
};

const line = `m.id, m.organisation_id as "organisationId", m.name_zh as "nameZh", m.file->>'nameEn' as "nameEn", m.file->>'number' as number,
  m.kind, m.state, m.visiting, m.code_warned as "codeWarned", m.waiting_for as "waitingFor", m.suspended_until as "suspendedUntil",
  m.applied_at as "appliedAt"`;

/** What the file of the list holds beside the line of the screen. */
export type MembershipRow = MembershipLine & {
  readonly address: string | null;
  readonly legalRepresentative: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly mainProducts: string | null;
  readonly decidedAt: Date | null;
};

const wholeLine = `, m.file->>'address' as address, m.file->>'legalRepresentative' as "legalRepresentative", m.file->'contact'->>'name' as "contactName",
  m.file->'contact'->>'phone' as "contactPhone", m.file->>'mainProducts' as "mainProducts", m.decided_at as "decidedAt"`;

function conditionsOf(
  { state, kind, grade, warned, text }: z.infer<typeof MembershipExportFilter>,
  { by: { townId }, at: now }: ReadTx,
): Conditions {
  const asked = conditionsFrom(["m.town_id = $1", "m.kind <> 'administration'"], [townId]);
  if (state === "open") asked.add("open", "m.state in ('applied', 'under_review')");
  else if (state !== "all") asked.add("state", `m.state = ${asked.put(state)}`);
  if (kind !== null) asked.add("kind", `m.kind = ${asked.put(kind)}`);
  if (grade !== null) asked.add("grade", holdsGrade(asked.put(grade), asked.put(localDateAt(now))));
  if (warned) asked.add("warned", "m.code_warned");
  // The town is one of the words: what every town's names hold is then looked up in one town's rows.
  if (text !== "") asked.search(`m.search @@ ${asked.put(`'${townId}' & ${searchQuery(text, { beginnings: true }) ?? "'-'"}`)}::tsquery`);
  return asked;
}

type Sort = MembershipFilter["sort"];
type Place = NonNullable<MembershipFilter["after"]>;

const ordered = (at: string, name: string): Record<Sort, string> => ({
  oldest: `m.${at}, m.id`,
  newest: `m.${at} desc, m.id desc`,
  name: `m.${name}, m.id`,
});
const orders = ordered("applied_at", "name_zh");
const outerOrders = ordered('"appliedAt"', '"nameZh"');

function beyond(sort: Sort, { at, name, id }: Place, put: (value: unknown) => string): string {
  if (sort === "name") return `(m.name_zh, m.id) > (${put(name)}, ${put(id)})`;
  return `(m.applied_at, m.id) ${sort === "oldest" ? ">" : "<"} (${put(at.toISOString())}::timestamptz, ${put(id)})`;
}

type Stretch = Pick<MembershipFilter, "sort" | "after" | "limit"> & { readonly whole?: boolean };

function readLines<L extends MembershipLine>(
  tx: ReadTx,
  { sort, after, limit, whole = false }: Stretch,
  { named, where, values }: Conditions,
) {
  const params = [...values];
  const put = (value: unknown) => `$${params.push(value)}`;
  const from = after === null ? "" : ` and ${beyond(sort, after, put)}`;
  return tx.query<L>(
    named(`town.membership.${whole ? "export" : "list"}.${sort}.${after ? "on" : "first"}`),
    `select m.*, p.name as "takenUpBy", g.grades
       from (select ${line}${whole ? wholeLine : ""}, m.taken_up_by from membership m where ${where()}${from} order by ${orders[sort]} limit ${put(limit)}::int) m
       left join person p on p.id = m.taken_up_by ${gradesJoin(put(localDateAt(tx.at)))} order by ${outerOrders[sort]}`,
    params,
  );
}

/** Exact up to here; beyond, `more` says so. */
const countedUpTo = 1_000;
export type Counted = { readonly rows: number; readonly more: boolean };
const counted = (rows: number): Counted => ({ rows: Math.min(rows, countedUpTo), more: rows > countedUpTo });

const tabs = ["open", "active", "suspended", "rejected"] as const;
const tabStates: Record<(typeof tabs)[number], string> = {
  open: "in ('applied', 'under_review')",
  active: "= 'active'",
  suspended: "= 'suspended'",
  rejected: "= 'rejected'",
};
const few = (where: string) => `(select count(*)::int from (select 1 from membership m where ${where} limit ${countedUpTo + 1}) few)`;
const tabsSql = `select ${tabs.map((tab) => `${few(`m.town_id = $1 and m.kind <> 'administration' and m.state ${tabStates[tab]}`)} as ${tab}`).join(", ")}`;

export type Found = { readonly count: Counted; readonly tabs: Readonly<Record<(typeof tabs)[number], Counted>> };

/** How many there are, of what is asked and in each tab whatever is searched: for the first page only. */
async function countFound(tx: ReadTx, { named, where, values }: Conditions): Promise<Found> {
  const [all, every] = await Promise.all([
    tx.query<{ rows: number }>(named("town.membership.count"), `select ${few(where())} as rows`, values),
    tx.query<Record<(typeof tabs)[number], number>>("town.membership.tabs", tabsSql, [tx.by.townId]),
  ]);
  const of = (tab: (typeof tabs)[number]) => counted(every[0]?.[tab] ?? 0);
  return {
    count: counted(all[0]?.rows ?? 0),
    tabs: { open: of("open"), active: of("active"), suspended: of("suspended"), rejected: of("rejected") },
  };
}

export type MembershipPage = {
  readonly rows: readonly MembershipLine[];
  readonly next: MembershipFilter["after"];
  /** Null on the pages after the first. */
  readonly found: Found | null;
};

const placeOf = ({ appliedAt, nameZh, id }: MembershipLine): Place => ({ at: appliedAt, name: nameZh, id });

/** The administration's list: filtered, sorted and paged by keyset on indexes. */
export async function listMemberships(tx: ReadTx, filtered: MembershipFilter): Promise<MembershipPage> {
  const { sort, after, limit } = filtered;
  const asked = conditionsOf(filtered, tx);
  const [rows, found] = await Promise.all([
    readLines(tx, { sort, after, limit: limit + 1 }, asked),
    after === null ? countFound(tx, asked) : null,
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? placeOf(last) : null, found };
}

/** The whole list, portion by portion of one snapshot: nothing is left out. */
export const everyMembership = (tx: ReadTx, filtered: z.infer<typeof MembershipExportFilter>): Promise<MembershipRow[]> => {
  const asked = conditionsOf(filtered, tx);
  return everyRow((last: MembershipRow | null, limit) =>
    readLines<MembershipRow>(tx, { sort: "name", after: last && placeOf(last), limit, whole: true }, asked),
  );
};
