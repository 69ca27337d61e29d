import { openShared } from "@jizhen/db";
import type { Permission, Role } from "@jizhen/domain-town";
import { cardJson, type Identity, type SignedIn, standing, standingKey, type Workspace } from "./actor.ts";
import type { Services } from "./services.ts";

type Row = {
  townId: string;
  townSlug: string;
  townKind: "town" | "province";
  townState: string;
  townNameZh: string;
  townNameEn: string;
  townPack: string;
  administrationId: string | null;
  organisationId: string;
  organisationNameZh: string;
  organisationNameEn: string | null;
  homeTown: string | null;
  demo: boolean;
  roles: Role[];
  cards: { state: Workspace["membership"]; visiting: boolean; hostTown: string }[];
};

export type WorkspaceRow = {
  readonly key: string;
  readonly town: {
    readonly id: string;
    readonly slug: string;
    readonly kind: "town" | "province";
    readonly state: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly pack: string;
  };
  readonly organisation: { readonly id: string; readonly nameZh: string; readonly nameEn: string | null };
  readonly roles: readonly Role[];
  readonly membership: Workspace["membership"];
  readonly visiting: boolean;
  readonly permissions: readonly Permission[];
  /** What the live stream is told when it is opened, so that it can say at once that this answer is no longer true. */
  readonly standing: string;
  /** The town or the organisation is invented: screens carry the ribbon 演示数据. */
  readonly demo: boolean;
};

export type Me = {
  readonly person: Omit<SignedIn, "sessionId"> | null;
  readonly workspaces: readonly WorkspaceRow[];
  /** The workspace this request named, if it is one of them. */
  readonly current: WorkspaceRow | null;
};

const workspacesSql = `
  select t.id as "townId", t.slug as "townSlug", t.kind as "townKind", t.state as "townState", t.name_zh as "townNameZh", t.name_en as "townNameEn",
         t.pack as "townPack", t.administration_id as "administrationId", o.id as "organisationId", o.name_zh as "organisationNameZh",
         o.name_en as "organisationNameEn", o.home_town as "homeTown", (t.demo or o.demo) as demo, seat.roles, coalesce(cards.list, '[]') as cards
    from seat
    join organisation o on o.id = seat.organisation_id
    left join lateral (select json_agg(${cardJson}) as list,
                              array_agg(c.host_town) as hosts
                         from membership_card c where c.organisation_id = o.id) cards on true
    join town t on t.id = any(cards.hosts) or t.administration_id = o.id or t.id = o.home_town
   where seat.person_id = $1 and seat.state = 'active'
   order by (t.id = o.home_town) desc, o.id, t.slug`;

/** Who signed in, and everywhere they can act. */
export async function viewMe(services: Services, { person, workspace }: Identity): Promise<Me> {
  if (!person) return { person: null, workspaces: [], current: null };
  const rows = await openShared(services.database).read((tx) => tx.query<Row>("platform.workspaces", workspacesSql, [person.personId]));
  const workspaces = rows.map(toWorkspace);
  const key = workspace ? `${workspace.actor.townId}/${workspace.actor.orgId}` : null;
  const { sessionId: _, ...shown } = person;
  return { person: shown, workspaces, current: workspaces.find((row) => row.key === key) ?? null };
}

function toWorkspace(row: Row): WorkspaceRow {
  const { roles, membership, visiting, permissions } = standing({ ...row, cards: row.cards as Parameters<typeof standing>[0]["cards"] });
  const found = { roles, membership, visiting, permissions: [...permissions] };
  return {
    ...found,
    standing: standingKey({ ...found, town: { state: row.townState } }),
    key: `${row.townId}/${row.organisationId}`,
    town: {
      id: row.townId,
      slug: row.townSlug,
      kind: row.townKind,
      state: row.townState,
      nameZh: row.townNameZh,
      nameEn: row.townNameEn,
      pack: row.townPack,
    },
    organisation: { id: row.organisationId, nameZh: row.organisationNameZh, nameEn: row.organisationNameEn },
    demo: row.demo,
  };
}
