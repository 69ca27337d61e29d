import { type Contribution, figures } from "@jizhen/domain-town";
import { ratios } from "@jizhen/kernel";
import { type AnyTx, ask } from "./ask.ts";

type Row = { readonly from: string; readonly record: string; readonly amount: string };
type Asked = { readonly name: string; readonly sql: string; readonly params: (from: string, until: string) => readonly unknown[] };

const columns = `organisation_id as "from", id as record`;
const atEnd = (_from: string, until: string) => [until];
const within = (from: string, until: string) => [from, until];

const running: Asked = {
  name: "running",
  sql: `select ${columns}, '1' as amount from upgrade_project where town_id = $1 and started_at < $2::timestamptz
    and (verified_at is null or verified_at >= $2::timestamptz) and (stopped_at is null or stopped_at >= $2::timestamptz) order by id`,
  params: atEnd,
};

const verifiedIn = `from upgrade_project where town_id = $1 and verified_at >= $2::timestamptz and verified_at < $3::timestamptz`;
const verified: Asked = { name: "verified", sql: `select ${columns}, '1' as amount ${verifiedIn} order by id`, params: within };

/** A baseline counts from its approval, an effect from its verification: what nobody looked at is the firm's own word. */
const levelsSql = `
  select distinct on (organisation_id) organisation_id, id, (measured->'assessed'->>'level')::int as level from (
    select organisation_id, id, baseline as measured, approved_at as at from upgrade_project where town_id = $1 and approved_at < $2::timestamptz
    union all
    select organisation_id, id, effect, verified_at from upgrade_project where town_id = $1 and verified_at < $2::timestamptz) told
   where jsonb_typeof(measured->'assessed') = 'object' order by organisation_id, at desc, id desc`;
const assessed: Asked = { name: "assessed", sql: `select ${columns}, '1' as amount from (${levelsSql}) newest order by id`, params: atEnd };
const atLevel = (level: number): Asked => ({
  name: "at_level",
  sql: `select ${columns}, '1' as amount from (${levelsSql}) newest where level = $3::int order by id`,
  params: (_from, until) => [until, level],
});

/** What was metered after an upgrade counts when it is verified; pieces and cubic metres have no sum with tonnes. */
const metered = (field: "kgce" | "kgCo2e" | "output"): Asked => ({
  name: `metered_${field}`,
  sql: `select ${columns}, effect->'metered'->>'${field}' as amount ${verifiedIn} and effect->'metered'->>'outputUnit' = 'TNE' order by id`,
  params: within,
});

const askedFor: Readonly<Record<string, Asked>> = {
  upgrades_running: running,
  upgrades_verified: verified,
  firms_assessed: assessed,
  ...Object.fromEntries([1, 2, 3, 4].map((level) => [`digital_firms_${level}`, atLevel(level)])),
  upgrade_energy: metered("kgce"),
  upgrade_co2: metered("kgCo2e"),
  upgrade_output: metered("output"),
};

/** The upgrade projects behind a figure of this town; null when the figure is none of theirs. */
export async function upgradesBehind(tx: AnyTx, key: string, from: Date, until: Date): Promise<Contribution[] | null> {
  const asked = askedFor[key];
  if (asked === undefined) return null;
  const { name, sql, params } = asked;
  const rows = await ask<Row>(tx, `town.figures.upgrade_${name}`, sql, [tx.by.townId, ...params(from.toISOString(), until.toISOString())]);
  return rows.map(({ amount, ...row }) => ({ ...row, amount: figures.decimal(ratios.parseRatio(amount) ?? ratios.ratio(0)) }));
}
