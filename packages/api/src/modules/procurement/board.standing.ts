import type { Bar, Candidate, Supply, TownFigures } from "@jizhen/domain-procurement";
import type { OrgId } from "@jizhen/kernel";
import type { FamilyCode } from "@jizhen/spec";
import { memoryOf } from "../../platform/remember.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { type MemberFacts, memberFacts, related } from "../town/public.ts";
import { offeredKey } from "../trade/public.ts";
import { suppliesBy, townFigures } from "./match.facts.ts";

/** My firm before many requests at once: asked in four statements that travel together, however many buyers there are. */
export type MyStanding = {
  /** Changes whenever my statements or my offers on sale do. */
  readonly key: string;
  readonly invitations30: number;
  /** Of the buyers and of my own firm. */
  readonly facts: ReadonlyMap<OrgId, MemberFacts>;
  barOf(buyerId: OrgId): Bar | null;
  candidate(buyerId: OrgId): Promise<Candidate>;
};

type Mine = { key: string | null; invitations30: number; blockedBy: OrgId[] };

const mineSql = `
  select (select md5(string_agg(id || ' ' || xmin::text, ',' order by id)) from capability
           where town_id = $1 and organisation_id = $2 and status in ('declared', 'verified')) as key,
         (select count(*)::int from request_invitation where town_id = $1 and supplier_id = $2 and at > $3::timestamptz - interval '30 days') as "invitations30",
         array(select buyer_id from supplier_block where town_id = $1 and supplier_id = $2 and buyer_id = any($4::text[])) as "blockedBy"`;

export async function standingTowards(tx: ReadTx, buyers: readonly OrgId[]): Promise<MyStanding> {
  const me = tx.by.orgId;
  const others = [...new Set(buyers)];
  // To be one party with somebody is mutual, so that one question from my side tells it of all buyers.
  const [[mine], offered, facts, conflicts] = await Promise.all([
    tx.query<Mine>("procurement.request.board.mine", mineSql, [tx.by.townId, me, tx.at.toISOString(), others]),
    offeredKey(tx, me),
    memberFacts(tx, [me, ...others]),
    related(tx, me, others),
  ]);
  if (!mine) throw new Error("a firm has a standing");
  const key = `${mine.key ?? "none"}/${offered}`;
  const barOf = (buyerId: OrgId): Bar | null => {
    if (buyerId === me) return "own_request";
    if (facts.get(me)?.state !== "active") return "not_active";
    if (conflicts.has(buyerId)) return "conflict";
    return mine.blockedBy.includes(buyerId) ? "blocked" : null;
  };
  const { invitations30 } = mine;
  const candidate = async (buyerId: OrgId): Promise<Candidate> => ({
    orgId: me,
    supplies: await ownSupplies(tx, key),
    record: { finished: 0, onTime: 0, claims: 0 },
    invitations30,
    tie: "",
    bar: barOf(buyerId),
  });
  return { key, invitations30, facts, barOf, candidate };
}

/** Few, because a firm's catalogue can be large. */
const suppliesOf = memoryOf<readonly Supply[]>(50);

async function ownSupplies(tx: ReadTx, key: string): Promise<readonly Supply[]> {
  const memory = suppliesOf(tx.services);
  const name = `${tx.by.townId} ${tx.by.orgId} ${key}`;
  const known = memory.find(name);
  return known ?? memory.keep(name, (await suppliesBy(tx, { orgId: tx.by.orgId })).get(tx.by.orgId) ?? []);
}

const minute = 60_000;
const figuresOfTown = memoryOf<TownFigures>(1_000);

/**
 * The town's median reads every firm of the families, so a screen takes that of its minute by the database's clock; the run that
 * invites counts anew.
 */
export async function figuresThisMinute(tx: ReadTx, families: readonly FamilyCode[]): Promise<TownFigures> {
  const memory = figuresOfTown(tx.services);
  const key = `${tx.by.townId} ${families.join(" ")} ${Math.floor(tx.at.getTime() / minute)}`;
  return memory.find(key) ?? memory.keep(key, (await townFigures(tx, families)).figures);
}
