import {
  type EnergyEffect,
  energyEffect,
  findEdition,
  type Gap,
  gapsOf,
  type Measured,
  Metered,
  type Permission,
  UpgradeKind,
  type UpgradePlan,
  type UpgradeProject,
  type UpgradeState,
  upgradeActions,
  type upgrades,
} from "@jizhen/domain-town";
import { type FileId, localDateAt, minor, type OrgId } from "@jizhen/kernel";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import type { StoredFile } from "../../platform/files.ts";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { toUpgrade, type UpgradeRow } from "./upgrade.store.ts";

const columns = `town_id as "townId", id, organisation_id as "organisationId", number, state, kind, plan, proposed_by as "proposedBy",
  proposed_at as "proposedAt", baseline, baseline_seen_by as "baselineSeenBy", approved_by as "approvedBy", approved_at as "approvedAt",
  started_at as "startedAt", returned, effect, verified_by as "verifiedBy", verified_at as "verifiedAt", closed_at as "closedAt",
  stopped_by as "stoppedBy", stopped_at as "stoppedAt", reason, version`;

type Named = { readonly nameZh: string; readonly nameEn: string | null };
type Result = { readonly level: number | null; readonly score: string | null; readonly metered: Metered | null };
export type UpgradeLine = {
  readonly id: UpgradeProject["id"];
  readonly number: string;
  readonly state: UpgradeState;
  readonly kind: UpgradeKind;
  readonly title: string;
  readonly proposedAt: Date;
  readonly before: Result;
  readonly after: Result;
  readonly saving: EnergyEffect | null;
};

const resultOf = (measured: Measured | null): Result => ({
  level: measured?.assessed?.level ?? null,
  score: measured?.assessed?.score ?? null,
  metered: measured?.metered ?? null,
});
const savingOf = (before: Metered | null, after: Metered | null): EnergyEffect | null =>
  before === null || after === null ? null : energyEffect(before, after);
const baselineOf = (project: UpgradeProject): Measured | null => ("baseline" in project ? project.baseline : null);
const effectOf = (project: UpgradeProject): Measured | null => ("effect" in project ? project.effect : null);

function lineOf(project: UpgradeProject): UpgradeLine {
  const { id, number, state, plan, proposedAt } = project;
  const [before, after] = [resultOf(baselineOf(project)), resultOf(effectOf(project))];
  const saving = savingOf(before.metered, after.metered);
  return { id, number, state, kind: plan.kind, title: plan.title, proposedAt, before, after, saving };
}

export type OwnUpgrades = {
  readonly rows: readonly UpgradeLine[];
  /** The firm's own digital level as it last told it, and what is missing; null where it never did. */
  readonly level: {
    readonly edition: string;
    readonly score: string;
    readonly level: number;
    readonly at: Date;
    readonly verified: boolean;
    readonly gaps: readonly Gap[];
  } | null;
};

const ownSql = `select ${columns} from upgrade_project where town_id = $1 and organisation_id = $2 order by proposed_at desc, id limit 100`;

export async function listOwnUpgrades(tx: ReadTx): Promise<OwnUpgrades> {
  const rows = await tx.query<UpgradeRow>("town.upgrade.mine", ownSql, [tx.by.townId, tx.by.orgId]);
  const projects = rows.map(toUpgrade);
  const told = projects.flatMap((project) => {
    const verified = project.state === "verified" || project.state === "closed";
    return [
      { measured: effectOf(project), verified },
      { measured: baselineOf(project), verified: "baselineSeenBy" in project && project.baselineSeenBy !== null },
    ].flatMap(({ measured, verified: seen }) => (measured?.assessed ? [{ measured, assessed: measured.assessed, verified: seen }] : []));
  });
  const [newest] = told.sort((a, b) => b.measured.at.getTime() - a.measured.at.getTime());
  const edition = newest ? findEdition(newest.assessed.edition) : null;
  const level =
    newest && edition
      ? { ...newest.assessed, at: newest.measured.at, verified: newest.verified, gaps: gapsOf(edition, newest.measured.input.answers) }
      : null;
  return { rows: projects.map(lineOf), level };
}

export type UpgradeFile = Pick<StoredFile, "id" | "name" | "mediaType" | "size">;
export type StepLine = {
  readonly step: number;
  readonly doneOn: string;
  readonly spend: number;
  readonly text: string;
  readonly files: readonly UpgradeFile[];
  readonly at: Date;
};
type Told = Pick<Measured, "formula" | "input" | "assessed" | "metered" | "at"> & { readonly files: readonly UpgradeFile[] };
export type UpgradePage = UpgradeLine & {
  readonly version: number;
  readonly organisation: Named;
  readonly own: boolean;
  readonly plan: UpgradePlan;
  readonly baseline: (Told & { readonly seen: boolean; readonly frozen: boolean }) | null;
  readonly effect: (Told & { readonly verified: boolean }) | null;
  readonly gaps: readonly Gap[];
  readonly steps: readonly StepLine[];
  readonly spent: number;
  readonly startedAt: Date | null;
  readonly returned: string | null;
  readonly stopped: { readonly reason: string; readonly at: Date } | null;
  readonly actions: readonly upgrades.UpgradeStep[];
};

type StepRow = Omit<StepLine, "files" | "spend"> & { readonly spend: string; readonly files: readonly FileId[] };
const stepsSql = `select step, done_on as "doneOn", spend::text as spend, text, files, at from upgrade_step
  where town_id = $1 and project_id = $2 order by id limit 200`;

async function filesOf(tx: ReadTx, ids: readonly FileId[]): Promise<Map<string, UpgradeFile>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<UpgradeFile>(
    "town.upgrade.files",
    `select id, name, media_type as "mediaType", size from stored_file where town_id = $1 and id = any($2)`,
    [tx.by.townId, [...ids]],
  );
  return new Map(rows.map((file) => [file.id, file]));
}

function gapsIn(measured: Measured | null): Gap[] {
  const edition = measured?.assessed ? findEdition(measured.assessed.edition) : null;
  return measured && edition ? gapsOf(edition, measured.input.answers) : [];
}

export async function readUpgrade(tx: ReadTx, { permissions }: Workspace, id: UpgradeProject["id"]): Promise<UpgradePage> {
  const [row] = await tx.query<UpgradeRow>("town.upgrade.get", `select ${columns} from upgrade_project where town_id = $1 and id = $2`, [
    tx.by.townId,
    id,
  ]);
  const project = row ? toUpgrade(row) : refuse({ kind: "not_found", code: "town.upgrade.unknown" });
  const own = project.organisationId === tx.by.orgId;
  if (!own && !permissions.has("town.upgrade.review")) return refuse({ kind: "not_found", code: "town.upgrade.unknown" });
  const [organisation = { nameZh: project.organisationId, nameEn: null }] = await tx.query<Named>(
    "town.upgrade.organisation",
    `select name_zh as "nameZh", name_en as "nameEn" from organisation where id = $1`,
    [project.organisationId],
  );
  const steps = await tx.query<StepRow>("town.upgrade.steps", stepsSql, [tx.by.townId, id]);
  const [baseline, effect] = [baselineOf(project), effectOf(project)];
  const ids = [...(baseline?.input.files ?? []), ...(effect?.input.files ?? []), ...steps.flatMap(({ files }) => files)];
  const found = await filesOf(tx, ids);
  const named = (some: readonly FileId[]) => some.flatMap((one) => found.get(one) ?? []);
  const told = ({ by: _by, ...rest }: Measured): Told => ({ ...rest, files: named(rest.input.files) });
  const { state, version, plan } = project;
  return {
    ...lineOf(project),
    version,
    organisation,
    own,
    plan,
    baseline:
      baseline === null
        ? null
        : {
            ...told(baseline),
            seen: !("baselineSeenBy" in project) || project.baselineSeenBy !== null,
            frozen: state !== "baselined" && state !== "stopped",
          },
    effect: effect === null ? null : { ...told(effect), verified: state === "verified" || state === "closed" },
    gaps: gapsIn(effect ?? baseline),
    steps: steps.map(({ files, spend, ...step }) => ({ ...step, spend: Number(spend), files: named(files) })),
    spent: minor(steps.reduce((sum, { spend }) => sum + BigInt(spend), 0n)),
    startedAt: "startedAt" in project ? project.startedAt : null,
    returned: "returned" in project ? project.returned : null,
    stopped: project.state === "stopped" ? { reason: project.reason, at: project.stoppedAt } : null,
    actions: upgradeActions(project, tx.by, permissions),
  };
}

export const BoardFilter = z.strictObject({
  /** `none`: a manufacturer without any project. */
  state: z
    .enum(["none", "proposed", "baselined", "approved", "running", "measured", "verified", "closed", "stopped"])
    .nullable()
    .default(null),
  kind: UpgradeKind.nullable().default(null),
  text: z.string().trim().max(80).default(""),
  page: z.int().min(1).max(10_000).default(1),
});
export const boardPageSize = 20;

type BoardRow = Named & {
  readonly organisationId: OrgId;
  readonly id: UpgradeProject["id"] | null;
  readonly number: string | null;
  readonly state: UpgradeState | null;
  readonly kind: UpgradeKind | null;
  readonly title: string | null;
  readonly levelBefore: number | null;
  readonly levelAfter: number | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly steps: number;
  readonly done: number;
  readonly late: boolean;
};
export type BoardLine = Omit<BoardRow, "before" | "after"> & { readonly saving: string | null; readonly provisional: boolean };
export type UpgradeBoard = {
  readonly rows: readonly BoardLine[];
  readonly total: number;
  readonly pageSize: number;
  readonly manufacturers: number;
  readonly counts: Readonly<Partial<Record<UpgradeState | "none", number>>>;
};

/** Every manufacturer at home in this town with its newest project, or none. */
const boardSql = `
  with firms as (
    select distinct organisation_id from membership where town_id = $1 and kind = 'firm' and not visiting and state in ('active', 'suspended')),
  newest as (
    select distinct on (organisation_id) * from upgrade_project where town_id = $1 order by organisation_id, proposed_at desc, id desc),
  board as (
    select f.organisation_id, n.id, n.number, n.state, n.kind, n.plan, n.baseline, n.effect from firms f left join newest n using (organisation_id))`;
const filtered = `($2::text is null or coalesce(b.state, 'none') = $2) and ($3::text is null or b.kind = $3)
  and ($4 = '' or o.name_zh ilike $5 or o.name_en ilike $5)`;
const stages = "array['measured', 'running', 'baselined', 'approved', 'proposed', 'verified', 'closed', 'stopped']";

const listSql = `${boardSql}
  select o.id as "organisationId", o.name_zh as "nameZh", o.name_en as "nameEn", b.id, b.number, b.state, b.kind, b.plan->>'title' as title,
         (b.baseline->'assessed'->>'level')::int as "levelBefore", (b.effect->'assessed'->>'level')::int as "levelAfter",
         b.baseline->'metered' as before, b.effect->'metered' as after, coalesce(jsonb_array_length(b.plan->'steps'), 0) as steps,
         (select count(distinct s.step)::int from upgrade_step s where s.town_id = $1 and s.project_id = b.id) as done,
         b.state = 'running' and exists (
           select 1 from jsonb_array_elements(b.plan->'steps') with ordinality as p(step, nth)
            where p.step->>'dueOn' < $8 and not exists (
              select 1 from upgrade_step s where s.town_id = $1 and s.project_id = b.id and s.step = p.nth - 1)) as late
    from board b join organisation o on o.id = b.organisation_id where ${filtered}
   order by array_position(${stages}, b.state) nulls last, o.name_zh, o.id limit $6::int offset $7::int`;

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

function boardLine({ before, after, ...line }: BoardRow): BoardLine {
  const [was, is] = [before === null ? null : Metered.parse(before), after === null ? null : Metered.parse(after)];
  return { ...line, late: line.late ?? false, saving: savingOf(was, is)?.perOutput ?? null, provisional: was?.provisional ?? false };
}

export async function getUpgradeBoard(tx: ReadTx, { state, kind, text, page }: z.infer<typeof BoardFilter>): Promise<UpgradeBoard> {
  const where = [tx.by.townId, state, kind, text, likeText(text)];
  const rows = await tx.query<BoardRow>("town.upgrade.board", listSql, [
    ...where,
    boardPageSize,
    (page - 1) * boardPageSize,
    localDateAt(tx.at),
  ]);
  const [count] = await tx.query<{ total: number }>(
    "town.upgrade.board_count",
    `${boardSql} select count(*)::int as total from board b join organisation o on o.id = b.organisation_id where ${filtered}`,
    where,
  );
  const states = await tx.query<{ state: UpgradeState | "none"; count: number }>(
    "town.upgrade.board_states",
    `${boardSql} select coalesce(state, 'none') as state, count(*)::int as count from board group by 1`,
    [tx.by.townId],
  );
  return {
    rows: rows.map(boardLine),
    total: count?.total ?? 0,
    pageSize: boardPageSize,
    manufacturers: states.reduce((sum, { count: some }) => sum + some, 0),
    counts: Object.fromEntries(states.map(({ state: one, count: some }) => [one, some])),
  };
}

/** Papers of a project: for those of the town who look at baselines and effects. */
export const mayReadUpgradeFile = (_tx: ReadTx, _file: StoredFile, may: ReadonlySet<Permission>): boolean => may.has("town.upgrade.review");
