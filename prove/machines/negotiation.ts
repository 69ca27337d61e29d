import { lineOf, published, someContent, someTerms } from "../../packages/api/src/modules/procurement/story.fixtures.ts";
import type { NegotiationStatus, RequestId } from "../../packages/domain-procurement/src/index.ts";
import { UnitPrice } from "../../packages/kernel/src/index.ts";
import { procurement as procurementInvariants } from "../support/invariants/procurement.ts";
import type { Driver, Ground, Verdict } from "../support/machine.ts";
import { around, barred, type Check, movesOf, stays, took } from "../support/moves.ts";
import { anywhere, type Thing } from "../support/one-thing.ts";

/** The one round with a supplier of a quick enquiry, and what stands around it. */
type Model = {
  readonly status: NegotiationStatus | null;
  readonly quote: "submitted" | "stale" | "withdrawn" | "opened" | "void";
  readonly request: "quoting" | "opened" | "unsuccessful";
  /** The close has passed, whether or not the timer has looked yet. */
  readonly late: boolean;
};
type Real = Thing & { readonly ground: Ground; quoteId: string; revision: number; requestVersion: number; closesAt: Date };
const machine = "procurement.negotiation";

const about = ({ id }: Real) => ({ requestId: id as RequestId });
const buyer = ({ ground: { world } }: Real) => world.as(world.buyer).procurement;
const supplier = ({ ground: { world } }: Real) => world.as(world.seller).procurement;
const asking = (real: Real, price = "80", revision = real.revision) => ({
  ...about(real),
  quoteId: real.quoteId as never,
  revision,
  wish: { targets: [{ lineNo: 1, price: UnitPrice.parse(price) }], text: "" },
});
const submission = (real: Real) => ({
  ...about(real),
  requestVersion: real.requestVersion,
  content: someContent(["86.5", "120"]),
  confirm: true,
});

const move = movesOf<Model, Real>(machine, ({ status }) => status);
const marketOver: Check<Model> = [({ request }) => request !== "quoting", "procurement.request.wrong_status"];
const closed: Check<Model> = [({ late }) => late, "procurement.request.closed"];
const noQuote: Check<Model> = [({ quote }) => quote !== "submitted", "procurement.quote.wrong_status"];
const isOpen = ({ request, late }: Model) => request === "quoting" && !late;
const ended = (model: Model): Model => {
  if (model.quote === "withdrawn") return { ...model, request: "unsuccessful", late: false };
  return {
    ...model,
    ...(model.quote === "stale" ? { request: "unsuccessful", quote: "void" } : { request: "opened", quote: "opened" }),
    late: false,
  };
};

export const negotiation: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const request = await published(ground.world, { sealing: "none" });
    const real = { ...request, ground, quoteId: "", revision: 1, requestVersion: 1 };
    await supplier(real).quote.submit(submission(real));
    return { model: { status: null, quote: "submitted", request: "quoting", late: false }, real };
  },
  moves: [
    move(
      "ask",
      [marketOver, noQuote, closed, [({ status }) => status !== null, "procurement.negotiation.round_used"]],
      (model) => stays({ ...model, status: "asked" }),
      (real) => buyer(real).negotiation.ask(asking(real)),
    ),
    move(
      "keep",
      [
        [({ status }) => status === null, "procurement.negotiation.unknown"],
        marketOver,
        closed,
        [({ status }) => status !== "asked", "procurement.negotiation.answered"],
        noQuote,
      ],
      (model) => ({ next: { ...model, status: "kept" }, took: [took(machine, "asked", "keep", "kept")] }),
      (real) => supplier(real).negotiation.keep(about(real)),
    ),
    around(
      "submit",
      isOpen,
      (model): Verdict<Model> => {
        const next = { ...model, quote: "submitted" } as const;
        if (model.status !== "asked") return stays(next);
        return { next: { ...next, status: "requoted" }, took: [took(machine, "asked", "requote", "requoted")] };
      },
      (real) => supplier(real).quote.submit(submission(real)),
    ),
    around(
      "reconfirm",
      (model) => isOpen(model) && model.quote === "stale",
      (model) => stays({ ...model, quote: "submitted" }),
      (real) => supplier(real).quote.reconfirm({ ...about(real), requestVersion: real.requestVersion }),
    ),
    around(
      "withdraw the quote",
      (model) => isOpen(model) && model.quote !== "withdrawn",
      (model) => stays({ ...model, quote: "withdrawn" }),
      (real) => supplier(real).quote.withdraw(about(real)),
    ),
    around(
      "the demand changes",
      isOpen,
      (model) => stays(model.quote === "submitted" ? { ...model, quote: "stale" } : model),
      async (real) => {
        const { version, requestVersion, closesAt } = real;
        const terms = someTerms({ sealing: "none", lines: [lineOf(1, `${200 + requestVersion}`), lineOf(2)] });
        await buyer(real).request.amend({ ...about(real), version, closesAt, terms });
      },
    ),
    around(
      "the close passes",
      isOpen,
      (model) => stays({ ...model, late: true }),
      ({ ground: { world } }) => world.later({ hours: 49 }),
    ),
    around(
      "timers",
      ({ late }) => late,
      (model) => stays(ended(model)),
      ({ ground: { world } }) => world.drain(),
    ),
    around(
      "the buyer has seen enough",
      ({ request }) => request === "quoting",
      (model) => stays(ended(model)),
      (real) => buyer(real).request.freeze({ ...about(real), version: real.version }),
    ),
    barred(
      "ask for no better a price",
      (model) => {
        if (model.request !== "quoting") return marketOver[1];
        if (model.quote !== "submitted") return noQuote[1];
        return model.late ? closed[1] : "procurement.negotiation.not_below";
      },
      (real) => buyer(real).negotiation.ask(asking(real, "86.5")),
    ),
    barred(
      "ask about a quote that has moved on",
      (model) => {
        if (model.request !== "quoting") return marketOver[1];
        return model.quote === "submitted" ? "platform.changed_meanwhile" : noQuote[1];
      },
      (real) => buyer(real).negotiation.ask(asking(real, "80", real.revision + 1)),
    ),
    barred("ask by another firm than the buyer", "procurement.request.not_yours", (real) =>
      real.ground.world.as(real.ground.world.rival).procurement.negotiation.ask(asking(real)),
    ),
    barred("keep by a firm that was not asked", "procurement.negotiation.unknown", (real) =>
      real.ground.world.as(real.ground.world.secondSupplier).procurement.negotiation.keep(about(real)),
    ),
  ],
  tours: [
    ["submit", "ask", "the demand changes", "reconfirm", "withdraw the quote", "submit", "the close passes", "timers"],
    ["ask", "keep", "submit", "the close passes", "the buyer has seen enough"],
    ["ask", "the close passes", "timers"],
    ["ask", "withdraw the quote", "the buyer has seen enough"],
    ["the demand changes", "the close passes", "timers"],
  ],
  cases: [],
  statuses: (model) => model,
  read: async (real) => {
    const [row] = await real.ground.sql<Row>(
      `select n.status, q.status as quote, r.status as request, r.status = 'quoting' and jizhen_clock() >= r.closes_at as late, r.version,
         r.request_version as "requestVersion", r.closes_at as "closesAt", q.id as "quoteId", q.revision, md5(concat(r::text, q::text, n::text)) as digest
       from purchase_request r join quote q on (q.town_id, q.request_id) = (r.town_id, r.id)
         left join quote_negotiation n on (n.town_id, n.quote_id) = (q.town_id, q.id) where r.id = $1`,
      [real.id],
    );
    if (!row) throw new Error(`${real.id} is gone`);
    const { status, quote, request, late, digest, ...rest } = row;
    Object.assign(real, rest);
    return { statuses: { status, quote, request, late }, digest };
  },
  violations: ({ ground }) => anywhere(ground, procurementInvariants),
};

type Row = Pick<Real, "version" | "quoteId" | "revision" | "requestVersion" | "closesAt"> & {
  readonly status: string | null;
  readonly quote: string;
  readonly request: string;
  readonly late: boolean;
  readonly digest: string;
};
