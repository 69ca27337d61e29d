import {
  bestChoice,
  lineOf,
  published,
  quote as send,
  someContent,
  someTerms,
} from "../../packages/api/src/modules/procurement/story.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { newId } from "../../packages/db/src/ids.ts";
import type { QuoteStatus, RequestId } from "../../packages/domain-procurement/src/index.ts";
import { LocalDate } from "../../packages/kernel/src/index.ts";
import { procurement as procurementInvariants } from "../support/invariants/procurement.ts";
import type { Driver, Ground } from "../support/machine.ts";
import { andThen, around, barred, type Check, movesOf, stays } from "../support/moves.ts";
import { anywhere, type Thing } from "../support/one-thing.ts";
import { type Model, machine, moved, type Place, quoting, ranking, settled, takenIn, unsealed, vacant } from "./quote-model.ts";
import { awardOfRound, type Firm, firstRound, refused, refuseOrderOf, replaced } from "./rounds.ts";

type Real = Thing & {
  readonly ground: Ground;
  quoteId: string;
  requestVersion: number;
  changes: number;
  /** The pieces that the first line asks for since its last change. */
  pieces: number;
  prolonged: number;
  closesAt: Date;
};

const prices: Readonly<Record<Place, readonly string[]>> = { both: ["80", "80"], one: ["80", "120"], none: ["120", "120"] };

const about = ({ id }: Real) => ({ requestId: id as RequestId });
const seen = (real: Real) => ({ ...about(real), version: real.version });
const judged = (real: Real) => ({ ...about(real), quoteId: (real.quoteId || newId("quot")) as never });
const as = ({ ground: { world } }: Real, who: Someone) => world.as(who).procurement;
const buyer = (real: Real) => as(real, real.ground.world.buyer);
const supplier = (real: Real) => as(real, real.ground.world.supplier);
const submission = (real: Real, place: Place) => ({
  ...about(real),
  requestVersion: real.requestVersion,
  content: someContent(prices[place]),
  confirm: true,
});
const meeting = { requirement: "PN16", lineNo: null, text: "" };

const move = movesOf<Model, Real>(machine, ({ status }) => status);
const notIn =
  (...statuses: readonly QuoteStatus[]) =>
  ({ status }: Model) =>
    status !== null && !statuses.includes(status);

const marketOver: Check<Model> = [({ request }) => request !== "quoting", "procurement.request.wrong_status"];
const closed: Check<Model> = [({ late }) => late, "procurement.request.closed"];
const none: Check<Model> = [({ status }) => status === null, "procurement.quote.unknown"];
const wrong = "procurement.quote.wrong_status";
const notOpened: Check<Model> = [({ request }) => request !== "opened", "procurement.request.wrong_status"];

const submit = (place: Place, name: string) =>
  move(
    "submit",
    [marketOver, closed],
    (model) => moved(model, "submit", "submitted", { place }),
    (real) => as(real, real.ground.world.seller).quote.submit(submission(real, place)),
    name,
  );

const amend = (name: string, pieces: (real: Real) => number, stale: QuoteStatus, others: (real: Real) => Promise<unknown>) =>
  around<Model, Real>(
    name,
    quoting,
    (model) => {
      if (model.status === "submitted") return moved(model, "followAmendment", stale);
      return model.status === "stale" ? moved(model, "followAmendment", "stale") : stays(model);
    },
    async (real) => {
      real.changes += 1;
      real.pieces = pieces(real);
      const terms = someTerms({ lines: [lineOf(1, `${real.pieces}`), lineOf(2)], note: `${real.changes}` });
      await buyer(real).request.amend({ ...seen(real), terms, closesAt: real.closesAt });
      await others(real);
    },
  );
/** The other two look again at once. */
const reconfirmed = async (real: Real) => {
  const { secondSupplier, thirdSupplier } = real.ground.world;
  for (const who of [secondSupplier, thirdSupplier])
    await as(real, who).quote.reconfirm({ ...about(real), requestVersion: real.requestVersion + 1 });
};

const notTaken = (firm: Firm) =>
  around<Model, Real>(
    `${firm} refuses its order`,
    ({ request, rounds }) => request === "awarded" && rounds !== null && refused(rounds, firm) !== null,
    (model) => {
      const after = model.rounds && refused(model.rounds, firm);
      return after ? settled({ ...model, request: after.over ? "unsuccessful" : "awarded" }, after.rounds) : stays(model);
    },
    ({ id, ground }, { rounds }) => refuseOrderOf(ground, id, firm, (rounds && refused(rounds, firm)?.round) ?? 0),
  );
export const quote: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const request = await published(ground.world);
    await send(ground.world, ground.world.secondSupplier, request.id, ["100", "100"]);
    await send(ground.world, ground.world.thirdSupplier, request.id, [null, "90"]);
    const real = { ...request, ground, quoteId: "", requestVersion: 1, changes: 0, pieces: 200, prolonged: 0 };
    return { model: { status: null, request: "quoting", late: false, place: "both", keyLost: false, rounds: null }, real };
  },
  moves: [
    move(
      "save",
      [marketOver, closed],
      (model) => moved(model, "save", model.status ?? "draft"),
      (real) => supplier(real).quote.save({ ...about(real), content: someContent(["75", null]) }),
    ),
    submit("both", "submit"),
    submit("one", "submit the best price of one line"),
    submit("none", "submit prices that win nothing"),
    move(
      "reconfirm",
      [marketOver, none, [notIn("stale"), wrong], closed],
      (model) => moved(model, "reconfirm", "submitted"),
      (real) => supplier(real).quote.reconfirm({ ...about(real), requestVersion: real.requestVersion }),
    ),
    move(
      "withdraw",
      [marketOver, none, [notIn("submitted", "stale"), wrong], closed],
      (model) => moved(model, "withdraw", "withdrawn"),
      (real) => supplier(real).quote.withdraw(about(real)),
    ),
    move(
      "prolong",
      [
        none,
        [({ request }) => request !== "opened" && request !== "awarded", "procurement.request.wrong_status"],
        [notIn("opened", "part_won", "lost"), wrong],
      ],
      (model) => moved(model, "prolong", model.status ?? "lost"),
      (real) => {
        real.prolonged += 1;
        return supplier(real).quote.prolong({ ...about(real), until: LocalDate.parse(`${2100 + real.prolonged}-01-01`) });
      },
    ),
    move(
      "admit",
      [notOpened, none, [notIn("opened", "rejected"), wrong]],
      (model) => moved(model, "admit", "opened"),
      (real) => buyer(real).request.admit({ ...judged(real), quality: null }),
    ),
    move(
      "reject",
      [notOpened, none, [notIn("opened", "rejected"), wrong]],
      (model) => moved(model, "reject", "rejected"),
      (real) => buyer(real).request.reject({ ...judged(real), ...meeting }),
    ),
    amend("the demand changes", ({ pieces }) => pieces + 1, "stale", reconfirmed),
    amend(
      "a word of the demand changes",
      ({ pieces }) => pieces,
      "submitted",
      async () => {},
    ),
    around(
      "the close passes",
      quoting,
      (model) => stays({ ...model, late: true }),
      ({ ground: { world } }) => world.later({ hours: 49 }),
    ),
    around(
      "timers",
      ({ request, late }) => request === "quoting" && late,
      takenIn,
      ({ ground }) => ground.world.drain(),
    ),
    {
      name: "the buyer opens",
      expect: (model) => {
        if (quoting(model)) return { refused: "procurement.request.still_quoting" };
        if (model.request === "frozen") return unsealed(model);
        return model.request === "quoting" ? andThen(takenIn(model), unsealed) : { refused: "procurement.request.wrong_status" };
      },
      act: (real) => buyer(real).request.open(about(real)),
    },
    around(
      "the key of the envelope is lost",
      ({ status }) => status === "sealed_in",
      (model) => stays({ ...model, keyLost: true }),
      ({ ground, quoteId }) => ground.sql("update quote_revision set wrapped_key = null where quote_id = $1", [quoteId]),
    ),
    around(
      "the buyer calls it off",
      ({ request }) => ["quoting", "frozen", "opened"].includes(request),
      (model) => stays({ ...model, request: "cancelled", late: false }),
      (real) => buyer(real).request.cancel({ ...seen(real), reasonCode: "need_gone", reasonText: "" }),
    ),
    around(
      "the buyer awards",
      ({ request }) => request === "opened",
      (model) => settled({ ...model, request: "awarded" }, firstRound(ranking(model))),
      async (real) => buyer(real).award.award(await bestChoice(real.ground.world, real.id as RequestId)),
    ),
    notTaken("supplier"),
    notTaken("secondSupplier"),
    notTaken("thirdSupplier"),
    around(
      "the next best takes what is free",
      (model) => vacant(model) !== null,
      (model) => {
        const after = model.rounds && replaced(model.rounds, vacant(model) ?? 0);
        return after ? settled(model, after) : { refused: "procurement.award.nobody_left" };
      },
      async (real, model) => {
        const awardId = (await awardOfRound(real.ground, real.id, vacant(model) ?? 0)) as never;
        await buyer(real).award.replace({ awardId, reason: null });
      },
    ),
    barred(
      "submit for a demand that is not the one asked now",
      ({ request, late }) =>
        request !== "quoting"
          ? "procurement.request.wrong_status"
          : late
            ? "procurement.request.closed"
            : "procurement.quote.version_stale",
      (real) => supplier(real).quote.submit({ ...submission(real, "both"), requestVersion: real.requestVersion + 1 }),
    ),
    barred(
      "submit by the buyer itself",
      () => "procurement.request.own_request",
      (real) => as(real, real.ground.world.buyerOwner).quote.submit(submission(real, "both")),
    ),
    barred(
      "prolong by a firm that has not quoted",
      () => "procurement.quote.unknown",
      (real) => as(real, real.ground.world.rival).quote.prolong({ ...about(real), until: LocalDate.parse("2101-01-01") }),
    ),
    barred(
      "reject by another firm than the buyer",
      () => "procurement.request.not_yours",
      (real) => as(real, real.ground.world.rival).request.reject({ ...judged(real), ...meeting }),
    ),
  ],
  tours: [
    [
      "save",
      "save",
      "submit",
      "save",
      "a word of the demand changes",
      "the demand changes",
      "the demand changes",
      "save",
      "reconfirm",
      "withdraw",
      "save",
      "submit prices that win nothing",
      "submit",
      "the close passes",
      "timers",
      "the buyer opens",
      "admit",
      "reject",
      "reject",
      "admit",
      "prolong",
      "the buyer awards",
      "supplier refuses its order",
      "prolong",
      "the next best takes what is free",
      "secondSupplier refuses its order",
      "the next best takes what is free",
    ],
    ["submit", "the demand changes", "submit", "the demand changes", "withdraw"],
    ["submit", "the demand changes", "the close passes", "timers", "the buyer opens", "the buyer awards"],
    ["save", "the close passes", "the buyer opens"],
    ["submit", "the close passes", "timers", "the key of the envelope is lost", "the buyer opens"],
    ["submit", "the close passes", "the buyer opens", "reject", "the buyer awards"],
    ["submit", "the buyer calls it off"],
    [
      "submit the best price of one line",
      "the close passes",
      "the buyer opens",
      "the buyer awards",
      "prolong",
      "supplier refuses its order",
    ],
    [
      "submit the best price of one line",
      "the close passes",
      "the buyer opens",
      "the buyer awards",
      "thirdSupplier refuses its order",
      "the next best takes what is free",
    ],
    [
      "submit prices that win nothing",
      "the close passes",
      "the buyer opens",
      "the buyer awards",
      "secondSupplier refuses its order",
      "the next best takes what is free",
      "thirdSupplier refuses its order",
      "the next best takes what is free",
      "supplier refuses its order",
      "supplier refuses its order",
    ],
    [
      "submit prices that win nothing",
      "the close passes",
      "the buyer opens",
      "the buyer awards",
      "secondSupplier refuses its order",
      "thirdSupplier refuses its order",
      "the next best takes what is free",
    ],
  ],
  cases: [],
  statuses: ({ status, request, late }) => ({ status, request, late }),
  read: async (real) => {
    const [row] = await real.ground.sql<Row>(
      `select r.status as request, r.version, r.request_version as "requestVersion", r.closes_at as "closesAt", q.status, coalesce(q.id, '') as "quoteId",
         r.status = 'quoting' and jizhen_clock() >= r.closes_at as late, md5(concat(r::text, q::text,
           (select string_agg(md5(v::text), '' order by v.revision) from quote_revision v where v.quote_id = q.id))) as digest
       from purchase_request r left join quote q on (q.town_id, q.request_id) = (r.town_id, r.id) and q.supplier_id = $2 where r.id = $1`,
      [real.id, real.ground.world.supplier.actor.orgId],
    );
    if (!row) throw new Error(`${real.id} is gone`);
    const { status, request, late, digest, version, requestVersion, closesAt, quoteId } = row;
    Object.assign(real, { version, requestVersion, closesAt, quoteId });
    return { statuses: { status, request, late }, digest };
  },
  violations: ({ ground }) => anywhere(ground, procurementInvariants),
};

type Row = {
  readonly request: string;
  readonly version: number;
  readonly requestVersion: number;
  readonly closesAt: Date;
  readonly status: string | null;
  readonly quoteId: string;
  readonly late: boolean;
  readonly digest: string;
};
