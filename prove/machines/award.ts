import { bestChoice, published, quote } from "../../packages/api/src/modules/procurement/story.fixtures.ts";
import { newId } from "../../packages/db/src/ids.ts";
import type { AwardPartStatus, AwardStatus } from "../../packages/domain-procurement/src/index.ts";
import { procurement as procurementInvariants } from "../support/invariants/procurement.ts";
import type { Driver, Ground, Verdict } from "../support/machine.ts";
import { andThen, around, barred, type Check, movesOf, stays, took } from "../support/moves.ts";
import { anywhere, type Thing } from "../support/one-thing.ts";
import { type Firm, refuseOrderOf } from "./rounds.ts";

/** The first round of an award over two lines, each won by another firm, the other being next. */
type Model = {
  readonly status: AwardStatus;
  readonly parts: readonly [AwardPartStatus, AwardPartStatus];
  /** Lines with an objection that waits for its answer, the oldest first. */
  readonly open: readonly number[];
  /** The standstill has passed, whether or not the timer has looked yet. */
  readonly over: boolean;
};
type Real = Thing & { readonly ground: Ground; readonly requestId: string; objectionId: string };
const machine = "procurement.award";

const buyer = ({ ground: { world } }: Real) => world.as(world.buyer).procurement.award;
const round = ({ id }: Real) => ({ awardId: id as never });
const answer = (real: Real, outcome: "upheld" | "dismissed") => ({
  ...round(real),
  objectionId: (real.objectionId || newId("objn")) as never,
  outcome,
  answer: "已复核",
});

const moved = (model: Model, step: string, to: AwardStatus, more: Partial<Model> = {}): Verdict<Model> => ({
  next: { ...model, ...more, status: to },
  took: [took(machine, model.status, step, to)],
});
const move = movesOf<Model, Real>(machine, ({ status }) => status);
const withPart = ({ parts }: Model, lineNo: number, status: AwardPartStatus): Model["parts"] => [
  lineNo === 1 ? status : parts[0],
  lineNo === 2 ? status : parts[1],
];
const isStanding = (status: AwardPartStatus) => status === "standstill";
const isVacant = (status: AwardPartStatus) => status === "refused" || status === "overturned";

/** Best first; the third firm prices the first line only. */
const ranking: readonly (readonly Firm[])[] = [
  ["secondSupplier", "supplier", "thirdSupplier"],
  ["supplier", "secondSupplier"],
];

/** Whoever had a line and has it no more is never next, for any line. */
function vacantWithNext({ parts }: Model): number[] {
  const isGone = (firm: Firm) => parts.some((part, index) => ranking[index]?.[0] === firm && (isVacant(part) || part === "replaced"));
  return [1, 2].filter((lineNo) => isVacant(parts[lineNo - 1] ?? "final") && ranking[lineNo - 1]?.some((firm) => !isGone(firm)));
}

const notStanding: Check<Model> = [({ status }) => status !== "standstill", "procurement.award.wrong_status"];

/** The award stands as soon as its time is over and nothing is open. */
const finalised = (model: Model): Verdict<Model> => {
  if (model.status !== "standstill" || !model.over || model.open.length > 0) return stays(model);
  const parts = model.parts.map((part) => (isStanding(part) ? "final" : part)) as unknown as Model["parts"];
  return moved(model, "finalise", "final", { parts });
};

const object = (lineNo: 1 | 2, by: Firm) =>
  move(
    "object",
    [
      notStanding,
      [({ over }) => over, "procurement.award.standstill_over"],
      [({ parts }) => !isStanding(parts[lineNo - 1] ?? "final"), "procurement.award.line_unknown"],
    ],
    (model) => moved(model, "object", "standstill", { open: [...model.open, lineNo] }),
    (real) => real.ground.world.as(real.ground.world[by]).procurement.award.object({ ...round(real), lineNo, text: "请复核" }),
    `object to line ${lineNo}`,
  );

const settle = (outcome: "upheld" | "dismissed") =>
  move(
    "settle",
    [notStanding, [({ open }) => open.length === 0, "procurement.award.objection_unknown"]],
    (model) => {
      const [lineNo = 0, ...open] = model.open;
      const isUpheld = outcome === "upheld" && isStanding(model.parts[lineNo - 1] ?? "final");
      const parts = isUpheld ? withPart(model, lineNo, "overturned") : model.parts;
      const isLeft = parts.some(isStanding);
      return andThen(moved(model, "settle", isLeft ? "standstill" : "overturned", { open, parts }), finalised);
    },
    (real) => buyer(real).settle(answer(real, outcome)),
    `settle, ${outcome}`,
  );

/** The firm does not take the order that this round gave it. */
const notTaken = (lineNo: 1 | 2, firm: Firm) =>
  around<Model, Real>(
    `${firm} refuses its order`,
    ({ status, parts }) => status === "final" && parts[lineNo - 1] === "final",
    (model) => moved(model, "refuse", "final", { parts: withPart(model, lineNo, "refused") }),
    ({ requestId, ground }) => refuseOrderOf(ground, requestId, firm, 1),
  );

export const award: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world } = ground;
    const { id: requestId } = await published(world, { standstillDays: 3 });
    await quote(world, world.supplier, requestId, ["86.5", "120"]);
    await quote(world, world.secondSupplier, requestId, ["80", "130"]);
    await quote(world, world.thirdSupplier, requestId, ["200", null]);
    await world.later({ hours: 49 });
    await world.as(world.buyer).procurement.request.open({ requestId });
    const { id } = await world.as(world.buyer).procurement.award.award(await bestChoice(world, requestId));
    const model = { status: "standstill", parts: ["standstill", "standstill"], open: [], over: false } as const;
    return { model, real: { id, version: 0, ground, requestId, objectionId: "" } };
  },
  moves: [
    object(1, "supplier"),
    object(2, "secondSupplier"),
    settle("upheld"),
    settle("dismissed"),
    move(
      "replace",
      [[(model) => vacantWithNext(model).length === 0, "procurement.award.nobody_left"]],
      (model) =>
        moved(model, "replace", model.status, {
          parts: vacantWithNext(model).reduce((parts, lineNo) => withPart({ ...model, parts }, lineNo, "replaced"), model.parts),
        }),
      (real) => buyer(real).replace({ ...round(real), reason: null }),
    ),
    around(
      "the standstill passes",
      ({ over }) => !over,
      (model) => stays({ ...model, over: true }),
      ({ ground: { world } }) => world.later({ days: 3 }),
    ),
    around(
      "timers",
      () => true,
      finalised,
      ({ ground: { world } }) => world.drain(),
    ),
    notTaken(1, "secondSupplier"),
    notTaken(2, "supplier"),
    barred("object by a firm that has not quoted", "procurement.award.unknown", (real) =>
      real.ground.world.as(real.ground.world.rival).procurement.award.object({ ...round(real), lineNo: 1, text: "请复核" }),
    ),
    barred("settle by a supplier", "procurement.award.unknown", (real) =>
      real.ground.world.as(real.ground.world.supplier).procurement.award.settle(answer(real, "upheld")),
    ),
    barred("replace by another firm than the buyer", "procurement.award.unknown", (real) =>
      real.ground.world.as(real.ground.world.rival).procurement.award.replace({ ...round(real), reason: null }),
    ),
  ],
  tours: [
    [
      "object to line 1",
      "settle, dismissed",
      "object to line 1",
      "object to line 1",
      "settle, upheld",
      "replace",
      "settle, upheld",
      "the standstill passes",
      "timers",
      "supplier refuses its order",
    ],
    ["object to line 1", "object to line 2", "settle, upheld", "settle, upheld", "replace", "the standstill passes", "timers"],
    ["object to line 1", "settle, upheld", "replace", "object to line 2", "settle, upheld"],
    ["object to line 2", "object to line 2", "settle, upheld", "settle, upheld", "object to line 1", "settle, upheld"],
    [
      "object to line 2",
      "the standstill passes",
      "timers",
      "settle, dismissed",
      "secondSupplier refuses its order",
      "replace",
      "supplier refuses its order",
    ],
    ["the standstill passes", "timers", "secondSupplier refuses its order", "supplier refuses its order"],
  ],
  cases: [],
  statuses: (model) => model,
  read: async (real) => {
    const [row] = await real.ground.sql<Row>(
      `select a.status, a.version, jizhen_clock() >= a.standstill_until as over, p.parts, coalesce(o.open, '{}') as open,
         coalesce(o.first, '') as "objectionId", md5(concat(a::text, p.digest, o.digest, r::text,
           (select count(*) from award l where (l.town_id, l.request_id) = (a.town_id, a.request_id)))) as digest
       from award a join purchase_request r on (r.town_id, r.id) = (a.town_id, a.request_id),
         lateral (select array_agg(status order by line_no) as parts, string_agg(md5(p::text), '' order by line_no) as digest from award_part p
           where (p.town_id, p.award_id) = (a.town_id, a.id)) p,
         lateral (select array_agg(line_no order by at, id) filter (where outcome is null) as open, (array_agg(id order by at, id) filter (where outcome is null))[1] as first,
           string_agg(md5(o::text), '' order by id) as digest from award_objection o where (o.town_id, o.award_id) = (a.town_id, a.id)) o
       where a.id = $1`,
      [real.id],
    );
    if (!row) throw new Error(`${real.id} is gone`);
    const { status, parts, open, over, version, objectionId, digest } = row;
    Object.assign(real, { version, objectionId });
    return { statuses: { status, parts, open, over }, digest };
  },
  violations: ({ ground }) => anywhere(ground, procurementInvariants),
};

type Row = {
  readonly status: string;
  readonly version: number;
  readonly over: boolean;
  readonly parts: readonly string[];
  readonly open: readonly number[];
  readonly objectionId: string;
  readonly digest: string;
};
