import type { QuoteStatus, RequestStatus } from "../../packages/domain-procurement/src/index.ts";
import type { Verdict } from "../support/machine.ts";
import { stays, took } from "../support/moves.ts";
import { type Firm, linesOf, type Rounds, vacantRound } from "./rounds.ts";

/** Where the first supplier's prices stand beside those of the two others: best on each line, on the first, on none. */
export type Place = "both" | "one" | "none";
/** What the model knows of a quote and of the request around it. */
export type Model = {
  readonly status: QuoteStatus | null;
  readonly request: RequestStatus;
  /** The close has passed, whether or not the timer has looked yet. */
  readonly late: boolean;
  readonly place: Place;
  readonly keyLost: boolean;
  readonly rounds: Rounds | null;
};
export const machine = "procurement.quote";

export const moved = (model: Model, step: string, to: QuoteStatus, more: Partial<Model> = {}): Verdict<Model> => ({
  next: { ...model, ...more, status: to },
  took: [took(machine, model.status ?? "draft", step, to)],
});
export const quoting = ({ request, late }: Model) => request === "quoting" && !late;

/** The close takes in what stands; what was not confirmed again is void. */
export const takenIn = (model: Model): Verdict<Model> => {
  const next = { ...model, request: "frozen", late: false } as const;
  if (model.status === "submitted") return moved(next, "takeIn", "sealed_in");
  return model.status === "stale" ? moved(next, "takeIn", "void") : stays(next);
};
export const unsealed = (model: Model): Verdict<Model> => {
  const next = { ...model, request: "opened" } as const;
  return model.status === "sealed_in" ? moved(next, "unseal", model.keyLost ? "void" : "opened") : stays(next);
};
/** What the lines that stand make of a quote that took part. */
export const settled = (model: Model, rounds: Rounds): Verdict<Model> => {
  if (!["opened", "won", "part_won", "lost"].includes(model.status ?? "")) return stays({ ...model, rounds });
  const won = linesOf(rounds, "supplier");
  const status = won === 0 ? "lost" : won === 2 ? "won" : "part_won";
  return status === model.status ? stays({ ...model, rounds }) : moved(model, "settle", status, { rounds });
};
/** Who is best on each line, as the quotes of the three stand. */
export const ranking = ({ status, place }: Model): Rounds["ranking"] => {
  const others: readonly (readonly Firm[])[] = [["secondSupplier"], ["thirdSupplier", "secondSupplier"]];
  if (status !== "opened") return others;
  const best = [place !== "none", place === "both"];
  return others.map((firms, index) => (best[index] ? ["supplier", ...firms] : [...firms, "supplier"]));
};

export const vacant = ({ request, rounds }: Model) => (request === "awarded" && rounds !== null ? vacantRound(rounds) : null);
