import { firstQuarter, instantsOf, isOver, type Quarter, quarterPlus } from "../../packages/domain-town/src/index.ts";
import type { Ground } from "./machine.ts";

/** A quarter that no run has reported yet; when the past is used up, time goes on until it is over. */
export async function anUnreportedQuarter({ world, sql }: Ground): Promise<Quarter> {
  const [row] = await sql<{ used: number; now: Date }>(
    "select count(distinct quarter)::int as used, jizhen_clock() as now from report where reporting_town = $1",
    [world.dingxiang.id],
  );
  const quarter = quarterPlus(firstQuarter, row?.used ?? 0);
  const now = row?.now ?? new Date(0);
  if (!isOver(quarter, now)) await world.later({ seconds: Math.ceil((instantsOf(quarter).until.getTime() - now.getTime()) / 1_000) + 1 });
  return quarter;
}
