import { type Act, err, type LocalDate, localDateAt, type OrgId, ok, type Result, type TownId } from "@jizhen/kernel";
import type { RequestRefusal } from "../request/errors.ts";
import type { RequestId, RequestIn } from "../request/model.ts";
import { insistBeforeClose } from "../request/transitions.ts";
import type { QuoteRefusal } from "./errors.ts";
import type { Judgement, Quote, QuoteContent, QuoteId, QuoteIn, QuoteStatus } from "./model.ts";
import { contentRefusal } from "./rules.ts";

type No = QuoteRefusal | RequestRefusal;
type When = Pick<Act, "at">;

/** The life of a quote as one table: what its supplier, its buyer and the request around it do, and where that leads. */
export const quoteSteps = {
  draft: { save: "draft", submit: "submitted" },
  submitted: {
    save: "submitted",
    submit: "submitted",
    withdraw: "withdrawn",
    followAmendment: ["submitted", "stale"],
    takeIn: "sealed_in",
  },
  stale: { save: "stale", submit: "submitted", reconfirm: "submitted", withdraw: "withdrawn", followAmendment: "stale", takeIn: "void" },
  withdrawn: { save: "withdrawn", submit: "submitted" },
  sealed_in: { unseal: ["opened", "void"] },
  void: {},
  opened: { admit: "opened", reject: "rejected", prolong: "opened", settle: ["won", "part_won", "lost"] },
  rejected: { admit: "opened", reject: "rejected" },
  won: { settle: ["part_won", "lost"] },
  part_won: { prolong: "part_won", settle: ["won", "lost"] },
  lost: { prolong: "lost", settle: ["won", "part_won"] },
} as const satisfies Record<QuoteStatus, Readonly<Record<string, QuoteStatus | readonly QuoteStatus[]>>>;

export function insistQuote<const S extends QuoteStatus>(quote: Quote, ...statuses: readonly S[]): Result<QuoteIn<S>, QuoteRefusal> {
  if (statuses.some((status) => status === quote.status)) return ok(quote as QuoteIn<S>);
  return err({ kind: "rule", code: "procurement.quote.wrong_status", params: { status: quote.status } });
}

type Birth = { readonly id: QuoteId; readonly townId: TownId; readonly supplierId: OrgId; readonly requestId: RequestId };

/** An empty working copy, sealed from its first save. */
export const start = (birth: Birth, request: RequestIn<"quoting">, { at }: When): QuoteIn<"draft"> => ({
  ...birth,
  status: "draft",
  revision: 0,
  requestVersion: request.requestVersion,
  createdAt: at,
  version: 0,
});

/** What may still be written by its supplier. */
export type Writable = QuoteIn<"draft" | "submitted" | "stale" | "withdrawn">;

/** Whether a working copy may be kept: the market is still open. */
export const saving = (request: RequestIn<"quoting">, { at }: When): Result<RequestIn<"quoting">, No> => insistBeforeClose(request, at);

/** Sends the next revision. `at` is read after the request's row lock: what is written here was written before the close. */
export function submit(
  quote: Writable,
  request: RequestIn<"quoting">,
  content: QuoteContent,
  requestVersion: number,
  { at }: When,
): Result<QuoteIn<"submitted">, No> {
  const open = insistBeforeClose(request, at);
  if (!open.ok) return open;
  if (requestVersion !== request.requestVersion) {
    return err({ kind: "conflict", code: "procurement.quote.version_stale", params: { current: request.requestVersion } });
  }
  const refusal = contentRefusal(content, request);
  if (refusal) return err(refusal);
  const { id, townId, requestId, supplierId, createdAt, version } = quote;
  const kept = { id, townId, requestId, supplierId, createdAt, version };
  return ok({ ...kept, status: "submitted", revision: quote.revision + 1, requestVersion, submittedAt: at });
}

export function withdraw(
  quote: QuoteIn<"submitted" | "stale">,
  request: RequestIn<"quoting">,
  { at }: When,
): Result<QuoteIn<"withdrawn">, No> {
  const open = insistBeforeClose(request, at);
  return open.ok ? ok({ ...quote, status: "withdrawn" }) : open;
}

/** The request was amended: a material change makes the quote wait for its supplier, any other takes it along. */
export function followAmendment(
  quote: QuoteIn<"submitted" | "stale">,
  requestVersion: number,
  material: boolean,
): QuoteIn<"submitted" | "stale"> {
  if (material) return { ...quote, status: "stale" };
  return quote.status === "stale" ? quote : { ...quote, requestVersion };
}

/** At the freeze a quote is in, or void because it answered an older demand. */
export const takeIn = (quote: QuoteIn<"submitted" | "stale">, requestVersion: number): QuoteIn<"sealed_in" | "void"> =>
  quote.status === "submitted" && quote.requestVersion === requestVersion
    ? { ...quote, status: "sealed_in" }
    : { ...quote, status: "void", voidReason: "stale" };

/** An envelope that does not open or match is void: nobody chooses between two contents. */
export const unseal = (quote: QuoteIn<"sealed_in">, readable: boolean): QuoteIn<"opened" | "void"> =>
  readable ? { ...quote, status: "opened", judgement: null, prolongedUntil: null } : { ...quote, status: "void", voidReason: "unreadable" };

/** The buyer's finding; it may be changed until the award. */
export const judge = (quote: QuoteIn<"opened" | "rejected">, judgement: Judgement): QuoteIn<"opened" | "rejected"> => ({
  ...quote,
  status: judgement.finding === "rejected" ? "rejected" : "opened",
  judgement,
});

/** What the award means for a quote that took part: all of what it priced, some of it, or nothing. */
export function settle(
  quote: QuoteIn<"opened" | "won" | "part_won" | "lost">,
  linesPriced: number,
  linesWon: number,
): QuoteIn<"won" | "part_won" | "lost"> {
  const status = linesWon === 0 ? "lost" : linesWon >= linesPriced ? "won" : "part_won";
  return { ...quote, status };
}

type Prolongable = QuoteIn<"opened" | "part_won" | "lost">;

/** A later validity, given after the opening so that an award or a replacement can still be made. */
export function prolong(quote: Prolongable, current: LocalDate, until: LocalDate, { at }: When): Result<Prolongable, QuoteRefusal> {
  if (until <= current || until < localDateAt(at)) {
    return err({ kind: "rule", code: "procurement.quote.validity_too_short", params: { until: current }, field: "until" });
  }
  return ok({ ...quote, prolongedUntil: until });
}
