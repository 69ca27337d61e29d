import { openShared } from "@jizhen/db";
import { type MembershipKind, PolicyContent, type PolicyForm, type PolicyId, TownSlug } from "@jizhen/domain-town";
import { localDateAt, TownId } from "@jizhen/kernel";
import { PackCode, packOf } from "@jizhen/spec";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import { platformActor, type ReadTx } from "../../platform/tx.ts";
import { townFor } from "../../trpc/context.ts";
import { type OpenRequest, publicRequests } from "../procurement/public.ts";
import { type PolicyPage, readPolicy } from "./policy.views.ts";
import { type PortalFigure, publishedFigures } from "./portal.figures.views.ts";
import { findTownCard, type TownCard } from "./town.views.ts";

export const PortalInput = z.strictObject({ slug: TownSlug });

export type PortalMember = {
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly kinds: readonly MembershipKind[];
  readonly introductionZh: string;
  readonly introductionEn: string | null;
};
export type PortalPolicy = {
  readonly id: PolicyId;
  readonly form: PolicyForm;
  readonly number: string;
  readonly titleZh: string;
  readonly titleEn: string | null;
  readonly publishedOn: string;
  readonly deadline: string | null;
};

/** Instants and dates as text: the page reads them without the query layer. */
export type Portal = {
  readonly town: Pick<TownCard, "id" | "slug" | "nameZh" | "nameEn" | "cityZh" | "cityEn" | "pack" | "state" | "demo" | "kindsAccepted">;
  /** False: named by the province, and nothing is shown of it; nothing is not zero. */
  readonly connected: boolean;
  /** Named here: the public page carries no pack. */
  readonly families: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  /** What the province published of this town last, as it was published. */
  readonly figures: readonly PortalFigure[];
  readonly members: readonly PortalMember[];
  readonly requests: readonly (Omit<OpenRequest, "closesAt"> & { readonly closesAt: string })[];
  readonly policies: readonly PortalPolicy[];
};

/** A town of this address that is not merely prepared. */
async function townAt(services: Services, slug: string): Promise<{ card: TownCard; connected: boolean }> {
  const sql = "select id, connected from town where slug = $1 and kind = 'town' and state <> 'prepared'";
  const [row] = await openShared(services.database).read((tx) =>
    tx.query<{ id: string; connected: boolean }>("town.portal.town", sql, [slug]),
  );
  const card = row ? await findTownCard(services, TownId.parse(row.id)) : null;
  return row && card ? { card, connected: row.connected } : refuse({ kind: "not_found", code: "town.town.unknown" });
}

export async function readPortal(services: Services, { slug }: z.infer<typeof PortalInput>): Promise<Portal> {
  const { card, connected } = await townAt(services, slug);
  const { id, nameZh, nameEn, cityZh, cityEn, pack, state, demo, kindsAccepted } = card;
  const town = { id, slug, nameZh, nameEn, cityZh, cityEn, pack, state, demo, kindsAccepted };
  if (!connected) return { town, connected, families: [], figures: [], members: [], requests: [], policies: [] };
  const figures = await publishedFigures(services, id);
  return townFor(services, platformActor(id), null).read(async (tx) => ({
    town,
    connected,
    figures,
    families: packOf(PackCode.parse(pack)).families.map(({ code, names }) => ({ code, zh: names.zh, en: names.en })),
    members: await listShown(tx),
    requests: (await publicRequests(tx)).map(({ closesAt, ...rest }) => ({ ...rest, closesAt: closesAt.toISOString() })),
    policies: await listPublished(tx),
  }));
}

/** Who agreed to be shown and is active now: a suspension takes a firm down with the same commit. */
const shownSql = `
  select o.name_zh as "nameZh", o.name_en as "nameEn", array_agg(c.kind) as kinds, l.introduction_zh as "introductionZh",
         l.introduction_en as "introductionEn"
    from portal_listing l join organisation o on o.id = l.organisation_id
    join membership_card c on c.organisation_id = l.organisation_id and c.host_town = l.town_id and c.state = 'active' and not c.visiting
   where l.town_id = $1 and l.hidden_at is null
     and not exists (select 1 from membership_card s where s.organisation_id = l.organisation_id and s.host_town = l.town_id and s.state = 'suspended')
   group by o.id, l.introduction_zh, l.introduction_en, l.shown_at order by l.shown_at, o.id limit 60`;

const listShown = (tx: ReadTx): Promise<PortalMember[]> => tx.query<PortalMember>("town.portal.members", shownSql, [tx.by.townId]);

type Published = { id: PolicyId; form: PolicyForm; number: string; content: unknown; publishedAt: Date };

async function listPublished(tx: ReadTx): Promise<PortalPolicy[]> {
  const rows = await tx.query<Published>(
    "town.portal.policies",
    `select id, form, number, content, published_at as "publishedAt" from policy
      where town_id = $1 and state = 'published' and (content->>'validUntil' is null or content->>'validUntil' >= $2)
      order by published_at desc, id limit 30`,
    [tx.by.townId, localDateAt(tx.at)],
  );
  return rows.map(({ content, publishedAt, ...rest }) => {
    const { titleZh, titleEn, deadline } = PolicyContent.parse(content);
    return { ...rest, titleZh, titleEn, deadline, publishedOn: localDateAt(publishedAt) };
  });
}

/** A policy or notice as everybody may read it. */
export async function readPublicPolicy(services: Services, slug: string, policyId: PolicyId): Promise<PolicyPage> {
  const { card } = await townAt(services, slug);
  return townFor(services, platformActor(card.id), null).read((tx) => readPolicy(tx, policyId));
}

export type OwnListing = { readonly shown: boolean; readonly introductionZh: string; readonly introductionEn: string | null };

/** One's own firm on the public page, as it stands. */
export async function ownListing(tx: ReadTx): Promise<OwnListing> {
  const [row] = await tx.query<OwnListing>(
    "town.portal.own",
    `select hidden_at is null as shown, introduction_zh as "introductionZh", introduction_en as "introductionEn" from portal_listing
      where town_id = $1 and organisation_id = $2`,
    [tx.by.townId, tx.by.orgId],
  );
  return row ?? { shown: false, introductionZh: "", introductionEn: null };
}
