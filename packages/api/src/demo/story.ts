import type { RequestId, RequestTerms } from "@jizhen/domain-procurement";
import { localDateAt, millisecondsIn, plus } from "@jizhen/kernel";
import type { Platform } from "../platform/start.ts";
import { appRouter } from "../root.ts";
import { contextOf } from "../trpc/context.ts";
import { callerOf } from "../trpc/procedures.ts";
import type { LaidTown } from "./cast.ts";
import type { Chance } from "./chance.ts";
import { type Goods, goodsOf, statementOf } from "./goods.ts";
import type { Player } from "./rows.ts";
import { demandOf, offerOn, saleOf } from "./terms.ts";

const callAs = callerOf(appRouter);
export type Say = (who: Player) => ReturnType<typeof callAs>;

/** Calls the same procedures as a browser does, through the same guards. */
export const speaker =
  ({ services }: Platform): Say =>
  (who) =>
    callAs(contextOf({ services, token: who.token, workspaceKey: who.workspace, idempotencyKey: null }));

/** Something that happens at an instant; `settles` does what followed from it before the story goes on. */
export type Step = { readonly at: Date; readonly settles: boolean; readonly run: () => Promise<void> };

/** How a request of the demo ends; a town shows all of them. */
const endings = [
  "open",
  "awarded",
  "open",
  "confirmed",
  "opened",
  "open",
  "confirmed",
  "frozen",
  "refused",
  "awarded",
  "draft",
  "confirmed",
  "unsuccessful",
  "open",
  "cancelled",
  "replaced",
] as const;
type Ending = (typeof endings)[number];

const { day, hour } = millisecondsIn;

/** Every town has this many firms at most that state what they make: enough for every screen, and a first start that stays short. */
const mostSellers = 24;

/** Everything that happens in one town, each step with its instant; the steps of all towns are played in order of time. */
export function storyOf(laid: LaidTown, say: Say, now: Date, luck: Chance): Step[] {
  const goods = goodsOf[laid.town.pack];
  if (goods === undefined) return [];
  const [buyers, sellers] = [laid.firms.slice(0, 8), laid.firms.slice(8, 8 + mostSellers)];
  return [
    ...sellers.map(
      (seller): Step => ({ at: plus(now, -60 * day), settles: false, run: () => declare(say, laid, seller, goods, luck, now) }),
    ),
    ...Array.from(
      { length: Math.min(6, sellers.length) },
      (_, index): Step => ({ at: plus(now, -50 * day), settles: index === 5, run: () => verify(say, laid, index) }),
    ),
    ...sellers
      .slice(0, 10)
      .map((seller): Step => ({ at: plus(now, -40 * day), settles: false, run: () => putOnSale(say, laid, seller, goods, luck, now) })),
    ...Array.from({ length: laid.population.requests }, (_, index) => {
      // The first buyer and the first seller have sign-in links: they meet every ending.
      const buyer = index % 3 === 0 ? buyers[0] : buyers[1 + (index % 7)];
      return buyer === undefined
        ? []
        : requestSteps({ say, laid, goods, luck, now, buyer, sellers, ending: endings[index % endings.length] ?? "open" });
    }).flat(),
  ];
}

async function declare(say: Say, { town }: LaidTown, seller: Player, goods: Goods, luck: Chance, now: Date): Promise<void> {
  const works = luck.whole(5) === 0 ? null : town.countyCode;
  const statement = statementOf(town.pack, goods, works, luck, localDateAt(plus(now, 300 * day)));
  const procedures = say(seller).procurement.capability;
  const { id, version } = await procedures.save({ seen: null, content: { ...statement, pack: `${town.pack}@1.0.0` } });
  await procedures.declare({ id, version });
}

async function verify(say: Say, { administrator, town }: LaidTown, index: number): Promise<void> {
  const procedures = say(administrator).procurement.capability;
  const { rows } = await procedures.review({});
  const waiting = rows[index];
  if (waiting === undefined) return;
  const attributes = town.pack === "flange" ? ["type", "material"] : ["type"];
  await procedures.verify({ id: waiting.id, version: waiting.version, attributes, accredited: [], note: "现场核实（演示）" });
}

async function putOnSale(say: Say, laid: LaidTown, seller: Player, goods: Goods, luck: Chance, now: Date): Promise<void> {
  const procedures = say(seller).trade.offer;
  const { id, version } = await procedures.save({ seen: null, content: saleOf(laid.town, goods, luck, localDateAt(now)) });
  await procedures.publish({ offerId: id, version });
}

type Scene = {
  readonly say: Say;
  readonly laid: LaidTown;
  readonly goods: Goods;
  readonly luck: Chance;
  readonly now: Date;
  readonly buyer: Player;
  readonly sellers: readonly Player[];
  readonly ending: Ending;
};

const isPast = (ending: Ending): boolean => !["open", "draft"].includes(ending);

/** When it was published, so that its ending lies before now: just before, where the next move is still somebody's. */
function publicationOf(ending: Ending, length: number, now: Date, luck: Chance): Date {
  if (!isPast(ending)) return plus(now, -(6 + luck.whole(30)) * hour);
  const hoursSinceClose: Partial<Record<Ending, number>> = { frozen: 3, opened: 20, awarded: 9, refused: 30 };
  return plus(now, -length * day - (hoursSinceClose[ending] ?? (3 + luck.whole(24)) * 24) * hour);
}

/** One request from its draft to its ending. */
function requestSteps(scene: Scene): Step[] {
  const { say, laid, goods, luck, now, buyer, sellers, ending } = scene;
  const length = 3 + luck.whole(4);
  const publishedAt = publicationOf(ending, length, now, luck);
  const closesAt = plus(publishedAt, length * day);
  const written = localDateAt(publishedAt);
  const demand = demandOf(laid.town, goods, luck, written, ending === "refused" || ending === "replaced" ? { awardBy: "whole" } : {});
  const bidders =
    ending === "unsuccessful"
      ? []
      : [...new Set([...(luck.whole(2) === 0 ? sellers.slice(0, 1) : []), ...luck.some(sellers, 3 + luck.whole(3))])];
  const told: { id: RequestId | null } = { id: null };
  const steps: Step[] = [
    { at: plus(publishedAt, -hour), settles: false, run: async () => void (told.id = await save(say, buyer, demand.terms)) },
  ];
  if (ending === "draft") return steps;
  const about = () => insist(told.id);
  steps.push({ at: publishedAt, settles: true, run: () => publish(say, buyer, about(), closesAt) });
  if (luck.whole(2) === 0 && bidders[0]) steps.push(...questionSteps(scene, about, publishedAt, bidders[0]));
  bidders.forEach((bidder, index) => {
    const at = plus(publishedAt, (2 + index * 3 + luck.whole(3)) * hour);
    const content = offerOn(demand, luck, written, bidder.actor.orgId);
    if (at < now)
      steps.push({
        at,
        settles: false,
        run: async () =>
          void (await say(bidder).procurement.quote.submit({ requestId: about(), requestVersion: 1, content, confirm: true })),
      });
  });
  if (ending === "cancelled") {
    steps.push({ at: plus(publishedAt, day), settles: true, run: () => cancel(say, buyer, about()) });
    return steps;
  }
  return isPast(ending) ? [...steps, ...afterClose(scene, about, closesAt)] : steps;
}

const insist = <T>(value: T | null): T => {
  if (value === null) throw new Error("the story ran out of order");
  return value;
};

async function save(say: Say, buyer: Player, terms: RequestTerms): Promise<RequestId> {
  return (await say(buyer).procurement.request.save({ seen: null, terms })).id;
}

async function publish(say: Say, buyer: Player, requestId: RequestId, closesAt: Date): Promise<void> {
  const { version } = await say(buyer).procurement.request.get({ id: requestId });
  await say(buyer).procurement.request.publish({ requestId, version: version ?? 0, closesAt, invite: [] });
}

async function cancel(say: Say, buyer: Player, requestId: RequestId): Promise<void> {
  const { version } = await say(buyer).procurement.request.get({ id: requestId });
  await say(buyer).procurement.request.cancel({
    requestId,
    version: version ?? 0,
    reasonCode: "need_gone",
    reasonText: "项目取消（演示）",
  });
}

function questionSteps({ say, buyer, now }: Scene, about: () => RequestId, publishedAt: Date, asker: Player): Step[] {
  const [askedAt, answeredAt] = [plus(publishedAt, 70 * 60_000), plus(publishedAt, 5 * hour)];
  const ask = async () => void (await say(asker).procurement.request.ask({ requestId: about(), text: "请问可以分批交货吗？（演示）" }));
  const answer = async () => {
    const { questions } = await say(buyer).procurement.request.get({ id: about() });
    const [first] = questions;
    if (first)
      await say(buyer).procurement.request.answer({ requestId: about(), questionId: first.id, text: "可以，首批不少于一半。（演示）" });
  };
  return [{ at: askedAt, settles: false, run: ask }, ...(answeredAt < now ? [{ at: answeredAt, settles: false, run: answer }] : [])];
}

/** What happens after the close: the opening, the award, the supplier's answer to the order. */
function afterClose({ say, buyer, sellers, ending }: Scene, about: () => RequestId, closesAt: Date): Step[] {
  const after = (hours: number, run: () => Promise<void>): Step => ({ at: plus(closesAt, hours * hour), settles: true, run });
  // The close itself: the timer freezes the request.
  const frozen = after(1, async () => {});
  if (ending === "frozen" || ending === "unsuccessful") return [frozen];
  const opened = after(2, async () => void (await say(buyer).procurement.request.open({ requestId: about() })));
  if (ending === "opened") return [frozen, opened];
  const awarded = after(5, () => awardBest(say, buyer, about()));
  if (ending === "awarded") return [frozen, opened, awarded];
  const answered = after(20, () => answerOrders(say, buyer, sellers, about(), ending === "confirmed" ? "confirm" : "refuse"));
  if (ending !== "replaced") return [frozen, opened, awarded, answered];
  return [
    frozen,
    opened,
    awarded,
    answered,
    after(26, () => replace(say, buyer, about())),
    after(40, () => answerOrders(say, buyer, sellers, about(), "confirm")),
  ];
}

async function awardBest(say: Say, buyer: Player, requestId: RequestId): Promise<void> {
  const opened = await say(buyer).procurement.award.evaluate({ requestId });
  for (const { id, content } of opened.quotes) {
    // An offer that differs from what was asked wants a judgement before it can win.
    if (content.lines.some(({ deviation }) => deviation !== null))
      await say(buyer).procurement.request.admit({ requestId, quoteId: id, quality: null });
  }
  const { inputsHash, result } = await say(buyer).procurement.award.evaluate({ requestId });
  const parts = result.best?.parts.map(({ lineNo, quoteId }) => ({ lineNo, quoteId })) ?? [];
  if (parts.length > 0) await say(buyer).procurement.award.award({ requestId, inputsHash, parts, reason: "按公布规则综合最优（演示）" });
}

async function replace(say: Say, buyer: Player, requestId: RequestId): Promise<void> {
  const awards = await say(buyer).procurement.award.get({ requestId });
  const last = awards.role === "buyer" ? awards.rounds.at(-1) : undefined;
  if (last?.nextBest) await say(buyer).procurement.award.replace({ awardId: last.id, reason: "供应方拒单，按规则递补次优（演示）" });
}

/** Each supplier of the last round answers its order. */
async function answerOrders(
  say: Say,
  buyer: Player,
  sellers: readonly Player[],
  requestId: RequestId,
  answer: "confirm" | "refuse",
): Promise<void> {
  const awards = await say(buyer).procurement.award.get({ requestId });
  const last = awards.role === "buyer" ? awards.rounds.at(-1) : undefined;
  const winners = new Set<string>(last?.parts.map(({ supplierId }) => supplierId));
  for (const seller of sellers.filter(({ actor }) => winners.has(actor.orgId))) {
    const { rows } = await say(seller).trade.order.list({ side: "supplier", status: "issued" });
    for (const { id, version, actions } of rows) {
      if (!actions.includes(answer)) continue;
      if (answer === "confirm") await say(seller).trade.order.confirm({ orderId: id, version });
      else await say(seller).trade.order.refuse({ orderId: id, version, reason: { code: "no_capacity", text: "产能已满（演示）" } });
    }
  }
}
