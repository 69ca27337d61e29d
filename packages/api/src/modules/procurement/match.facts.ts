import { createHash } from "node:crypto";
import {
  type Bar,
  type Candidate,
  type LineNeed,
  type MatchNeed,
  type Narrowing,
  narrowingOf,
  openSlot,
  type RequestTerms,
  type Supply,
  statementOf,
  type TownFigures,
} from "@jizhen/domain-procurement";
import type { LocalDate, OrgId } from "@jizhen/kernel";
import { type FamilyCode, familyOf, requirementsOf } from "@jizhen/spec";
import type { ReadTx, Tx } from "../../platform/tx.ts";
import { memberFacts, related } from "../town/public.ts";
import { offeredSupplies } from "../trade/public.ts";
import { type CapabilityRow, capabilityColumns, type KeptCapability } from "./capability.store.ts";

export type AnyTx = Tx | ReadTx;
/** Views have named statements, use cases plain ones; matching reads the same in both. */
const ask = <R extends object>(tx: AnyTx, name: string, sql: string, params: readonly unknown[]): Promise<R[]> =>
  "db" in tx ? tx.query<R>(sql, [...params]) : tx.query<R>(name, sql, [...params]);

type Asked = Pick<RequestTerms, "lines" | "firmDate"> & { readonly delivery: Pick<RequestTerms["delivery"], "regionCode"> };

/** What a request asks of makers, on the day it is matched. */
export const needOf = ({ lines, firmDate, delivery }: Asked, on: LocalDate): MatchNeed => ({
  on,
  firmDate,
  place: delivery.regionCode,
  lines: lines.map(
    (line): LineNeed => ({
      lineNo: line.lineNo,
      family: line.spec.family,
      requirements: requirementsOf(line.spec).map((one) => ({ ...one, equivalents: one.equivalents || line.equivalentGrades })),
      quantity: line.quantity,
      wantedDate: line.wantedDate,
    }),
  ),
});

/** One statement for each shape of question, so that the planner sees plain equalities on the covering index. */
export function narrowingSql({ slots, size }: Narrowing): {
  readonly name: string;
  readonly sql: string;
  readonly params: readonly unknown[];
} {
  const params: unknown[] = [];
  const put = (value: unknown): string => `$${params.push(value) + 2}`;
  const asked = slots.flatMap((key, at) => (key === null ? [] : [`slot${at + 1} in (${put(key)}, '${openSlot}')`]));
  const sized = size === null ? [] : [`size_low <= ${put(size.high)}::int and size_high >= ${put(size.low)}::int`];
  const shape = `${slots.map((key) => (key === null ? "-" : "x")).join("")}${size === null ? "-" : "x"}`;
  const where = ["town_id = $1", "family = $2", ...asked, ...sized].join(" and ");
  return { name: `procurement.match.narrow.${shape}`, sql: `select distinct source from supply_slot where ${where}`, params };
}

/** Which lines each source may fit; it may keep too many and never loses one (the domain function decides). */
export async function narrow(tx: AnyTx, need: MatchNeed): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const asked = new Map<string, Promise<readonly { source: string }[]>>();
  // Questions that differ are asked together, so that they travel together; lines that ask the same share one answer.
  const answers = need.lines.map(({ lineNo, ...line }) => {
    const { name, sql, params } = narrowingSql(narrowingOf({ lineNo, ...line }, familyOf(line.family)));
    const question = JSON.stringify([name, line.family, ...params]);
    const answer = asked.get(question) ?? ask<{ source: string }>(tx, name, sql, [tx.by.townId, line.family, ...params]);
    asked.set(question, answer);
    return answer.then((rows) => ({ lineNo, rows }));
  });
  const found = new Map<string, Set<number>>();
  for (const { lineNo, rows } of await Promise.all(answers)) {
    for (const { source } of rows) {
      const lines = found.get(source) ?? new Set();
      found.set(source, lines.add(lineNo));
    }
  }
  return found;
}

const capabilitySql = (where: string) =>
  `select ${capabilityColumns} from capability c where c.town_id = $1 and c.status in ('declared', 'verified') and ${where} order by c.id`;

/** A capability as it stood at a revision, as matching sees it. */
export function supplyOf(row: CapabilityRow): { readonly orgId: OrgId; readonly supply: Supply } {
  // Parsed when it was written: parsing ten thousand statements again for each request would cost more than matching them.
  const { statement: content, verification } = row.content as KeptCapability;
  const { id, revision } = row;
  const documents = content.documents.map(({ fileId, ...document }, at) => ({
    ...document,
    onFile: fileId !== null,
    accredited: verification?.accredited.includes(at) ?? false,
  }));
  const { leadDays, free, works, validTo } = content;
  const verified = verification?.attributes ?? [];
  return {
    orgId: row.organisationId as OrgId,
    supply: { source: id, revision, statement: statementOf(content), documents, verified, leadDays, free, works, validTo },
  };
}

/** Supplies by firm: those found by narrowing, or all in force of these families, or one firm's own. */
export async function suppliesBy(
  tx: AnyTx,
  which:
    | { readonly sources: readonly string[] }
    | { readonly families: readonly FamilyCode[]; readonly most: number }
    | { readonly orgId: OrgId },
): Promise<ReadonlyMap<OrgId, readonly Supply[]>> {
  const [name, where, params]: [string, string, unknown[]] =
    "sources" in which
      ? ["sources", "c.id = any($2::text[])", [which.sources]]
      : "families" in which
        ? [
            "families",
            "c.family = any($2::text[]) and c.id in (select x.id from capability x where x.town_id = $1 and x.family = any($2::text[]) and x.status in ('declared', 'verified') order by x.id limit $3::int)",
            [which.families, which.most],
          ]
        : ["own", "c.organisation_id = $2", [which.orgId]];
  const rows = await ask<CapabilityRow>(tx, `procurement.match.supplies.${name}`, capabilitySql(where), [tx.by.townId, ...params]);
  const byFirm = new Map<OrgId, Supply[]>();
  const add = (orgId: OrgId, supply: Supply): void => {
    const held = byFirm.get(orgId);
    if (held) held.push(supply);
    else byFirm.set(orgId, [supply]);
  };
  for (const row of rows) {
    const { orgId, supply } = supplyOf(row);
    add(orgId, supply);
  }
  for (const { orgId, ...offered } of await offeredSupplies(tx, which)) {
    const supply: Supply = { ...offered, documents: [], verified: [], free: null, works: null };
    add(orgId, supply);
  }
  return byFirm;
}

/** Chosen by nobody: between equals the order is the hash of request and firm. */
export const tieOf = (requestId: string, orgId: string): string => createHash("sha256").update(requestId).update(orgId).digest("hex");

type Count = { organisationId: OrgId; count: number };

/** Invitations of the last 30 days by firm, and their median over all firms with a supply in these families. */
export async function townFigures(
  tx: AnyTx,
  families: readonly FamilyCode[],
): Promise<{ figures: TownFigures; invitations: ReadonlyMap<string, number> }> {
  const rows = await ask<Count>(
    tx,
    "procurement.match.asked",
    `select s.organisation_id as "organisationId", coalesce(i.count, 0)::int as count
       from (select distinct organisation_id from supply_slot where town_id = $1 and family = any($2::text[])) s
       left join (select supplier_id, count(*) as count from request_invitation where town_id = $1 and at > $3::timestamptz - interval '30 days' group by supplier_id) i
         on i.supplier_id = s.organisation_id order by 2`,
    [tx.by.townId, families, tx.at.toISOString()],
  );
  const medianInvitations = rows[Math.floor((rows.length - 1) / 2)]?.count ?? 0;
  // No order of this town is finished before goods are received: until then every firm stands at one half, so nobody gains by it.
  const figures: TownFigures = { onTime: { n: 1, d: 2 }, claims: { n: 0, d: 1 }, medianInvitations };
  return { figures, invitations: new Map(rows.map(({ organisationId, count }) => [organisationId, count])) };
}

/** Firms with the facts of the run; who may not take part is kept with the reason, for its own eyes. */
export async function candidatesOf(
  tx: AnyTx,
  about: { readonly requestId: string; readonly buyerId: OrgId },
  supplies: ReadonlyMap<OrgId, readonly Supply[]>,
  invitations: ReadonlyMap<string, number>,
): Promise<readonly Candidate[]> {
  const firms = [...supplies.keys()];
  const [members, conflicts, blocked] = await Promise.all([
    memberFacts(tx, firms),
    related(tx, about.buyerId, firms),
    ask<{ supplierId: string }>(
      tx,
      "procurement.match.blocked",
      `select supplier_id as "supplierId" from supplier_block where town_id = $1 and buyer_id = $2 and supplier_id = any($3::text[])`,
      [tx.by.townId, about.buyerId, firms],
    ),
  ]);
  const isBlocked = new Set(blocked.map(({ supplierId }) => supplierId));
  const barOf = (orgId: OrgId): Bar | null => {
    if (orgId === about.buyerId) return "own_request";
    if (members.get(orgId)?.state !== "active") return "not_active";
    if (conflicts.has(orgId)) return "conflict";
    return isBlocked.has(orgId) ? "blocked" : null;
  };
  return firms.map((orgId) => ({
    orgId,
    supplies: supplies.get(orgId) ?? [],
    record: { finished: 0, onTime: 0, claims: 0 },
    invitations30: invitations.get(orgId) ?? 0,
    tie: tieOf(about.requestId, orgId),
    bar: barOf(orgId),
  }));
}
