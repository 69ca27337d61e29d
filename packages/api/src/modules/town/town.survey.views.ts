import { openShared } from "@jizhen/db";
import { type InvitationId, listedTowns, prefectureEn, type Town, type TownState, towns } from "@jizhen/domain-town";
import type { Services } from "../../platform/services.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { tokenOf } from "./invitation.store.ts";
import { type TownRow, toTown, townColumns } from "./town.store.ts";
import { townHere } from "./town.views.ts";

export type SurveyedTown = Omit<Town, "rules" | "state"> & {
  readonly cityEn: string | null;
  readonly state: TownState;
  readonly reason: string | null;
  readonly members: number;
  readonly administrators: number;
  readonly invited: readonly { readonly email: string; readonly path: string; readonly expiresAt: Date }[];
  readonly actions: readonly towns.TownStep[];
};
type ListedLine = (typeof listedTowns)[number] & { readonly cityEn: string | null };
type Counted = TownRow & { members: number; administrators: number };
type Invited = { id: InvitationId; organisationId: string; email: string; expiresAt: Date };

const surveySql = `
  select ${townColumns},
         (select count(distinct c.organisation_id)::int from membership_card c where c.host_town = t.id and c.state = 'active' and c.kind = 'firm' and not c.visiting) as members,
         (select count(*)::int from seat s where s.organisation_id = t.administration_id and s.state = 'active' and 'town_administrator' = any(s.roles)) as administrators
    from town t where t.kind = 'town' order by t.state = 'closed', t.connected desc, t.county_code nulls last, t.id`;

/** The province's towns with their state, who governs them, and those that are listed and do not stand here yet. */
export async function surveyTowns(tx: ReadTx): Promise<{ towns: SurveyedTown[]; listed: readonly ListedLine[] }> {
  const rows = await tx.query<Counted>("town.town.survey", surveySql, []);
  const invited = await tx.query<Invited>(
    "town.town.invited",
    `select i.id, i.organisation_id as "organisationId", i.email, i.expires_at as "expiresAt" from invitation i
      join town t on t.administration_id = i.organisation_id and t.state = 'prepared'
     where i.state = 'sent' and i.expires_at > $1::timestamptz order by i.sent_at limit 500`,
    [tx.at.toISOString()],
  );
  const found = rows.map(({ members, administrators, ...row }): SurveyedTown => {
    const { rules: _, ...town } = toTown(row);
    const links = invited.filter(({ organisationId }) => organisationId === town.administrationId);
    return {
      ...town,
      cityEn: prefectureEn(town.cityZh),
      reason: "reason" in town ? town.reason : null,
      members,
      administrators,
      invited: links.map(({ id, email, expiresAt }) => ({ email, expiresAt, path: `/invitations/${tokenOf(tx.services, id)}` })),
      actions: towns.stepsOn(town.state),
    };
  });
  const unknown = listedTowns.filter(({ slug }) => found.every((town) => town.slug !== slug));
  return { towns: found, listed: unknown.map((town) => ({ ...town, cityEn: prefectureEn(town.cityZh) })) };
}

/** The town's own rules for its settings page. */
export const readSettings = async (tx: ReadTx): Promise<Pick<Town, "nameZh" | "nameEn" | "rules" | "version" | "state">> => {
  const { nameZh, nameEn, rules, version, state } = await townHere(tx);
  return { nameZh, nameEn, rules, version, state };
};

export type DirectoryTown = {
  readonly slug: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly cityZh: string;
  readonly cityEn: string | null;
  readonly category: string;
  /** `not_connected` is no zero: the town is named by the province and shows nothing here. */
  readonly state: "open" | "paused" | "closed" | "not_connected";
  readonly demo: boolean;
};

const directorySql = `select slug, name_zh as "nameZh", name_en as "nameEn", city_zh as "cityZh", category, demo,
    case when connected then state else 'not_connected' end as state
  from town where kind = 'town' and state <> 'prepared' order by connected desc, county_code nulls last, id`;

/** What everybody may know: which towns there are, and which of them have joined. */
export const listDirectory = (services: Services): Promise<DirectoryTown[]> =>
  openShared(services.database).read(async (tx) => {
    const rows = await tx.query<Omit<DirectoryTown, "cityEn">>("town.town.directory", directorySql, []);
    const here = rows.map((town): DirectoryTown => ({ ...town, cityEn: prefectureEn(town.cityZh) }));
    const others = listedTowns.filter(({ slug }) => here.every((town) => town.slug !== slug));
    return [
      ...here,
      ...others.map(({ slug, nameZh, nameEn, cityZh, category }): DirectoryTown => {
        return { slug, nameZh, nameEn, cityZh, cityEn: prefectureEn(cityZh), category, state: "not_connected", demo: false };
      }),
    ];
  });
