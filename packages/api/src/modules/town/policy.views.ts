import {
  type Concern,
  concernOf,
  type EligibilityRule,
  type MemberProfile,
  type Policy,
  PolicyContent,
  PolicyForm,
  type PolicyId,
  type policies,
  policyActionsOn,
  type Reasoned,
  readRules,
} from "@jizhen/domain-town";
import { type LocalDate, localDateAt, type OrgId, OrgId as OrgIdSchema } from "@jizhen/kernel";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { ReadTx, Tx } from "../../platform/tx.ts";
import { familiesOf } from "../procurement/public.ts";
import { ask } from "./ask.ts";
import { type PolicyRow, toPolicy } from "./policy.store.ts";
import type { RulesToTest } from "./policy.usecases.ts";

const columns = `id, town_id as "townId", form, number, state, content, written_by as "writtenBy", created_at as "createdAt", revision,
  published_by as "publishedBy", published_at as "publishedAt", amendment, amended_by as "amendedBy", withdrawn_at as "withdrawnAt", reason, version`;

export const PolicyFilter = z.strictObject({
  form: PolicyForm.nullable().default(null),
  state: z.enum(["draft", "published", "withdrawn"]).nullable().default(null),
});

export type PolicyLine = { readonly policy: Policy; readonly actions: readonly policies.PolicyStep[] };

/** The administration's desk: drafts first, then the newest. */
export async function listPolicies(
  tx: ReadTx,
  { permissions }: Workspace,
  { form, state }: z.infer<typeof PolicyFilter>,
): Promise<PolicyLine[]> {
  const rows = await tx.query<PolicyRow>(
    "town.policy.list",
    `select ${columns} from policy where town_id = $1 and ($2::text is null or form = $2) and ($3::text is null or state = $3)
      order by state = 'draft' desc, coalesce(published_at, created_at) desc, id limit 200`,
    [tx.by.townId, form, state],
  );
  return rows.map(toPolicy).map((policy) => ({ policy, actions: policyActionsOn(policy, tx.by, permissions) }));
}

export type PolicyPage = {
  readonly id: PolicyId;
  readonly form: PolicyForm;
  readonly number: string;
  readonly state: "published" | "withdrawn";
  readonly reason: string | null;
  readonly revisions: readonly { readonly revision: number; readonly at: Date; readonly content: PolicyContent }[];
};

/** A policy as everybody may read it, with every revision that was published, newest first. A draft does not exist here. */
export async function readPolicy(tx: ReadTx, policyId: PolicyId): Promise<PolicyPage> {
  const [row] = await tx.query<PolicyRow>(
    "town.policy.read",
    `select ${columns} from policy where town_id = $1 and id = $2 and state <> 'draft'`,
    [tx.by.townId, policyId],
  );
  const policy = row ? toPolicy(row) : refuse({ kind: "not_found", code: "town.policy.unknown" });
  if (policy.state === "draft") return refuse({ kind: "not_found", code: "town.policy.unknown" });
  const revisions = await tx.query<{ revision: number; at: Date; content: unknown }>(
    "town.policy.revisions",
    "select revision, at, content from policy_revision where town_id = $1 and policy_id = $2 order by revision desc limit 100",
    [tx.by.townId, policyId],
  );
  return {
    id: policy.id,
    form: policy.form,
    number: policy.number,
    state: policy.state,
    reason: policy.state === "withdrawn" ? policy.reason : null,
    revisions: revisions.map(({ content, ...rest }) => ({ ...rest, content: PolicyContent.parse(content) })),
  };
}

type Profiled = { organisationId: OrgId; profile: MemberProfile };
type ProfileRow = {
  id: string;
  kinds: string[];
  regionCode: string | null;
  since: Date | null;
  visiting: boolean;
  employees: number | null;
};

const profilesSql = `
  select o.id, o.region_code as "regionCode", array_agg(m.kind) as kinds, min(m.decided_at) as since, bool_and(m.visiting) as visiting,
         (select max(r.employees) from roll_entry r where r.town_id = $1 and r.organisation_id = o.id) as employees
    from membership m join organisation o on o.id = m.organisation_id
   where m.town_id = $1 and m.state = 'active' and m.kind <> 'administration' and ($2::text is null or o.id = $2)
   group by o.id, o.region_code order by o.id limit 5000`;

/** What this town knows of its members, as far as eligibility rules ask; employees are those of its roll. */
export async function profilesOf(tx: ReadTx | Tx, only: OrgId | null): Promise<Profiled[]> {
  const rows = await ask<ProfileRow>(tx, "town.policy.profiles", profilesSql, [tx.by.townId, only]);
  const families = await familiesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, kinds, regionCode, since, visiting, employees }) => {
    const memberSince: LocalDate | null = since === null ? null : localDateAt(since);
    const profile: MemberProfile = { kinds, regionCode, memberSince, visiting, families: families.get(id) ?? null, employees };
    return { organisationId: OrgIdSchema.parse(id), profile };
  });
}

export type RulesTested = Readonly<Record<Concern, number>> & { readonly members: number };

/** Before anything is published: how many of today's members these rules would concern. */
export async function testRules(tx: ReadTx, input: z.infer<typeof RulesToTest>): Promise<RulesTested> {
  const rules: EligibilityRule[] = orRefuse(readRules(input.rules));
  const found = (await profilesOf(tx, null)).map(({ profile }) => concernOf(rules, profile).concern);
  const count = (concern: Concern) => found.filter((one) => one === concern).length;
  return { members: found.length, concerns: count("concerns"), perhaps: count("perhaps"), not: count("not") };
}

export type OwnPolicy = {
  readonly id: PolicyId;
  readonly form: PolicyForm;
  readonly number: string;
  readonly publishedAt: Date;
  readonly content: Pick<PolicyContent, "titleZh" | "titleEn" | "validFrom" | "validUntil" | "deadline">;
  readonly concern: Concern;
  readonly reasons: readonly Reasoned[];
};

const currentSql = `select ${columns} from policy where town_id = $1 and state = 'published' and (content->>'validUntil' is null or content->>'validUntil' >= $2)
  order by published_at desc, id limit 200`;

/** Published and still valid, with what each says to this firm and why; those that concern it first, the nearest deadline before all. */
export async function listOwn(tx: ReadTx): Promise<OwnPolicy[]> {
  const [mine] = await profilesOf(tx, tx.by.orgId);
  const rows = await tx.query<PolicyRow>("town.policy.current", currentSql, [tx.by.townId, localDateAt(tx.at)]);
  const own = rows.map(toPolicy).flatMap((policy): OwnPolicy[] => {
    if (policy.state !== "published") return [];
    const { id, form, number, publishedAt, content } = policy;
    const { titleZh, titleEn, validFrom, validUntil, deadline } = content;
    const judged = mine ? concernOf(content.rules, mine.profile) : { concern: "perhaps" as const, reasons: [] };
    return [{ id, form, number, publishedAt, content: { titleZh, titleEn, validFrom, validUntil, deadline }, ...judged }];
  });
  const rank: Record<Concern, number> = { concerns: 0, perhaps: 1, not: 2 };
  const late = "9999-12-31";
  return own.sort((a, b) => rank[a.concern] - rank[b.concern] || (a.content.deadline ?? late).localeCompare(b.content.deadline ?? late));
}
