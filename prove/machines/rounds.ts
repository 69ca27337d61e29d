import { OrderId } from "../../packages/domain-trade/src/index.ts";
import type { Ground } from "../support/machine.ts";

/** Three firms that quote; each line has its ranking, best first, of those whose quote takes part. */
export type Firm = "supplier" | "secondSupplier" | "thirdSupplier";
type Ranking = readonly Firm[];

/** Which round gave a line to whom; null when that firm did not take its order. */
type Line = { readonly holder: Firm | null; readonly round: number };
export type Rounds = {
  readonly ranking: readonly Ranking[];
  readonly lines: readonly Line[];
  readonly gone: readonly Firm[];
  readonly rounds: number;
};

export const firstRound = (ranking: readonly Ranking[]): Rounds => ({
  ranking,
  lines: ranking.map(([best]) => ({ holder: best ?? null, round: 1 })),
  gone: [],
  rounds: 1,
});

const nextFor = ({ ranking, gone }: Rounds, index: number): Firm | undefined => ranking[index]?.find((firm) => !gone.includes(firm));

/** A firm does not take the order it was given last: its lines of that round are free. It is over when nobody holds a line and nobody is next for these. */
export function refused(before: Rounds, firm: Firm): { readonly rounds: Rounds; readonly over: boolean } | null {
  const round = Math.max(0, ...before.lines.filter(({ holder }) => holder === firm).map((line) => line.round));
  if (round === 0) return null;
  const lines = before.lines.map((line) => (line.holder === firm && line.round === round ? { ...line, holder: null } : line));
  const rounds = { ...before, lines, gone: [...before.gone, firm] };
  return { rounds, over: lines.every(({ holder }) => holder === null) && replaced(rounds, round) === null };
}

/** The oldest round with a free line. */
export const vacantRound = ({ lines }: Rounds): number | null =>
  lines.filter(({ holder }) => holder === null).sort((a, b) => a.round - b.round)[0]?.round ?? null;

/** The next best takes what is free of one round; null when nobody is left. */
export function replaced(before: Rounds, round: number): Rounds | null {
  const lines = before.lines.map((line, index): Line => {
    const next = line.holder === null && line.round === round ? nextFor(before, index) : undefined;
    return next === undefined ? line : { holder: next, round: before.rounds + 1 };
  });
  return lines.every((line, index) => line === before.lines[index]) ? null : { ...before, lines, rounds: before.rounds + 1 };
}

export const linesOf = ({ lines }: Rounds, firm: Firm): number => lines.filter(({ holder }) => holder === firm).length;

export const awardOfRound = async ({ sql }: Ground, requestId: string, round: number): Promise<string> => {
  const [row] = await sql<{ id: string }>("select id from award where request_id = $1 and round = $2", [requestId, round]);
  return row?.id ?? "";
};

/** The firm turns down the order of its latest round, and what follows from that has happened. */
export async function refuseLatest({ world, sql }: Ground, requestId: string, firm: Firm): Promise<void> {
  await world.drain();
  const [order] = await sql<{ id: string; version: number }>(
    `select o.id, o.version from purchase_order o join award a on (a.town_id, a.id) = (o.town_id, o.source_award_id)
      where o.request_id = $1 and o.supplier_id = $2 and o.status = 'issued' order by a.round desc limit 1`,
    [requestId, world[firm].actor.orgId],
  );
  const reason = { code: "no_capacity" as const, text: "产能已满" };
  await world.as(world[firm]).trade.order.refuse({ orderId: OrderId.parse(order?.id), version: order?.version ?? 0, reason });
  await world.drain();
}
