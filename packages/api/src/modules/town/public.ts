import type { MembershipKind, MembershipState, Permission, TownRules } from "@jizhen/domain-town";
import { permissionsOf, type Role } from "@jizhen/domain-town";
import type { OrgId, PersonId } from "@jizhen/kernel";
import { type AnyTx, ask } from "./ask.ts";
import { rulesHere } from "./town.views.ts";

/** What other functions may know of an organisation in this town. */
export type MemberFacts = {
  readonly organisationId: OrgId;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly country: string;
  readonly number: string;
  readonly regionCode: string | null;
  readonly demo: boolean;
  /** The best standing of its memberships here; a visitor whose home is not active counts as suspended. `none`: not of this town. */
  readonly state: MembershipState | "none";
  /** Kinds under which it is active here. */
  readonly kinds: readonly MembershipKind[];
  readonly visiting: boolean;
};

type Card = { kind: MembershipKind; state: MembershipState; visiting: boolean };
type Row = Omit<MemberFacts, "state" | "kinds" | "visiting"> & { cards: Card[] | null };

const factsSql = `
  select o.id as "organisationId", o.name_zh as "nameZh", o.name_en as "nameEn", o.country, o.number, o.region_code as "regionCode", o.demo,
         (select json_agg(json_build_object('kind', c.kind, 'visiting', c.visiting, 'state',
                   case when c.visiting and c.state = 'active' and not exists (
                          select 1 from membership_card h where h.organisation_id = o.id and h.host_town = o.home_town
                             and not h.visiting and h.state = 'active')
                        then 'suspended' else c.state end))
            from membership_card c where c.organisation_id = o.id and c.host_town = $1) as cards
    from organisation o where o.id = any($2)`;

const ranks: Record<MembershipState, number> = { active: 0, suspended: 1, under_review: 2, applied: 3, left: 4, withdrawn: 5, rejected: 6 };

/** Names, number and standing of organisations, by id; unknown ids are absent. */
export async function memberFacts(tx: AnyTx, organisationIds: readonly OrgId[]): Promise<ReadonlyMap<OrgId, MemberFacts>> {
  const rows = await ask<Row>(tx, "town.public.facts", factsSql, [tx.by.townId, organisationIds]);
  return new Map(
    rows.map(({ cards, ...row }): [OrgId, MemberFacts] => {
      const here = [...(cards ?? [])].sort((a, b) => ranks[a.state] - ranks[b.state]);
      const kinds = here.filter(({ state }) => state === "active").map(({ kind }) => kind);
      return [row.organisationId, { ...row, state: here[0]?.state ?? "none", kinds, visiting: here[0]?.visiting ?? false }];
    }),
  );
}

export type Relation = "same_organisation" | "shared_person" | "same_representative";

const relatedSql = `
  select distinct on (o.id) o.id as "organisationId", r.relation from organisation o
    cross join lateral (
      select 'same_organisation' as relation, 0 as rank where o.id = $2
      union all select 'shared_person', 1 from seat a join seat b on b.person_id = a.person_id
                 where a.organisation_id = $2 and b.organisation_id = o.id and a.state = 'active' and b.state = 'active' and a.organisation_id <> b.organisation_id
      union all select 'same_representative', 2 from membership a join membership b on b.town_id = a.town_id
                   and b.file->>'legalRepresentative' = a.file->>'legalRepresentative'
                 where a.town_id = $1 and a.organisation_id = $2 and b.organisation_id = o.id and a.organisation_id <> b.organisation_id
                   and a.file->>'legalRepresentative' <> '') r
   where o.id = any($3) order by o.id, r.rank`;

/** Conflicts of interest: which of these organisations share a person or a legal representative with this one. */
export async function related(tx: AnyTx, organisationId: OrgId, others: readonly OrgId[]): Promise<ReadonlyMap<OrgId, Relation>> {
  type Found = { organisationId: OrgId; relation: Relation };
  const rows = await ask<Found>(tx, "town.public.related", relatedSql, [tx.by.townId, organisationId, others]);
  return new Map(rows.map(({ organisationId: id, relation }) => [id, relation]));
}

/** What this town has decided for its market. */
export const townRules = (tx: AnyTx): Promise<TownRules> => rulesHere(tx);

/** People of an organisation whose roles give a permission. @public */
export async function roleHolders(tx: AnyTx, organisationId: OrgId, permission: Permission): Promise<PersonId[]> {
  type Seat = { personId: PersonId; roles: Role[] };
  const sql = `select person_id as "personId", roles from seat where organisation_id = $1 and state = 'active' order by opened_at`;
  const seats = await ask<Seat>(tx, "town.public.holders", sql, [organisationId]);
  return seats.filter(({ roles }) => permissionsOf(roles, false).has(permission)).map(({ personId }) => personId);
}
