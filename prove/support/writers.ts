import { isDeepStrictEqual } from "node:util";
import { newId } from "../../packages/db/src/ids.ts";
import { outcomeOf } from "./callers.ts";
import type { Deployment } from "./deployment.ts";
import type { Ledger } from "./ledger.ts";
import * as story from "./story.ts";

export type Tally = {
  /** Steps that the ledger knows of. */
  acknowledged: number;
  /** Calls that had no verdict: cut off, timed out, or nobody was there. */
  unanswered: number;
  /** Steps sent once more under their key after the answer, which gave the same answer. */
  repeated: number;
};

export type Writers = {
  readonly tally: Readonly<Tally>;
  /** Resolves when so many more steps have been acknowledged; rejects when a writer has failed or nothing goes on. */
  readonly more: (count: number) => Promise<void>;
  /** Ends after the step each writer is at. */
  readonly stop: () => Promise<void>;
};

const patienceMs = 90_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

type Step = <T>(
  kind: string,
  at: number,
  call: (settings: { at: number; key: string }) => Promise<T>,
  idOf: (answer: T) => string,
) => Promise<T>;

/**
 * Writers that each lead one request after the other from the draft to the confirmed order, over all servers. A step without an
 * answer is repeated under its key until one comes; only then the ledger learns of it.
 */
export function keepWriting(site: Deployment, ledger: Ledger, count: number): Writers {
  const tally: Tally = { acknowledged: 0, unanswered: 0, repeated: 0 };
  const state = { going: true };
  const step: Step = async (kind, at, call, idOf) => {
    const key = newId("key");
    const giveUp = Date.now() + patienceMs;
    for (let turn = at; ; turn += 1) {
      const outcome = await outcomeOf(call({ at: turn, key }));
      if (outcome.kind === "refused") throw new Error(`${kind} was refused at try ${turn - at}: ${outcome.code}`);
      if (outcome.kind === "done") {
        ledger.note({ kind, id: idOf(outcome.value), key, answer: outcome.value });
        tally.acknowledged += 1;
        if (tally.acknowledged % 3 === 0) await repeat(kind, outcome.value, call({ at: turn + 1, key }));
        return outcome.value;
      }
      tally.unanswered += 1;
      if (Date.now() > giveUp) throw new Error(`${kind} has no answer after ${patienceMs / 1000} s: ${outcome.why}`);
      await pause(100);
    }
  };
  /** The same key at another process, as an impatient client sends it: the same answer, or none because something was just killed. */
  const repeat = async <T>(kind: string, first: T, again: Promise<T>) => {
    const outcome = await outcomeOf(again);
    if (outcome.kind === "refused") throw new Error(`a repeated ${kind} was refused: ${outcome.code}`);
    if (outcome.kind === "unanswered") return;
    if (!isDeepStrictEqual(outcome.value, first)) throw new Error(`a repeated ${kind} has another answer`);
    tally.repeated += 1;
  };
  const lead = async (n: number) => {
    for (let turn = n; state.going; turn += 1) await oneRequest(site, step, turn);
  };
  const done = Promise.all(Array.from({ length: count }, (_, n) => lead(n)));
  let failed: Error | null = null;
  done.catch((error: Error) => (failed = error));
  return {
    tally,
    more: async (wanted) => {
      const until = tally.acknowledged + wanted;
      // However slow the machine is, each next answer has its own patience.
      let [seen, giveUp] = [tally.acknowledged, Date.now() + patienceMs];
      while (tally.acknowledged < until) {
        if (failed !== null) throw failed;
        if (tally.acknowledged > seen) [seen, giveUp] = [tally.acknowledged, Date.now() + patienceMs];
        if (Date.now() > giveUp) throw new Error("the writers stand still");
        await pause(5);
      }
    },
    stop: async () => {
      state.going = false;
      await done;
    },
  };
}

const idOf = ({ id }: { id: string }) => id;

/** A quick enquiry: unsealed, so that its buyer may close it early and the whole way takes a second. */
async function oneRequest(site: Deployment, step: Step, turn: number): Promise<void> {
  const { buyer, supplier, secondSupplier } = site.people;
  const terms = story.someTerms({ sealing: "none" });
  const closesAt = new Date((await patiently(() => story.clockOf(site))).getTime() + 48 * 3_600_000);
  const request = (settings: { at: number; key: string }) => site.as(buyer, settings).procurement.request;
  const draft = await step("draft", turn, (s) => request(s).save.mutate({ seen: null, terms }), idOf);
  const about = { requestId: draft.id, version: draft.version };
  const published = await step("request", turn, (s) => request(s).publish.mutate({ ...about, closesAt, invite: [] }), idOf);
  for (const [who, price] of [
    [supplier, "86.5"],
    [secondSupplier, "80"],
  ] as const) {
    await step(
      "quote",
      turn,
      (s) => story.quote(site, who, draft.id, [price, "120"], s),
      ({ receipt }) => receipt.commitment,
    );
  }
  if (turn % 4 === 3) return; // some stay on the market, with their quotes unread
  await step("freeze", turn, (s) => request(s).freeze.mutate({ requestId: draft.id, version: published.version }), idOf);
  const choice = await patiently(() => story.bestChoice(site, draft.id, buyer, { at: turn }));
  const award = await step("award", turn, (s) => site.as(buyer, s).procurement.award.award.mutate(choice), idOf);
  const orders = await patiently(async () => insistSome(await story.ordersOf(site, award.id)));
  for (const order of orders) await step("answer", turn, (s) => story.confirm(site, order, s), idOf);
}

const insistSome = <T>(rows: readonly T[]): readonly T[] => {
  if (rows.length === 0) throw new Error("not there yet");
  return rows;
};

/** Reads have no effect: they are simply asked again. */
async function patiently<T>(read: () => Promise<T>): Promise<T> {
  const giveUp = Date.now() + patienceMs;
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (Date.now() > giveUp) throw error;
      await pause(100);
    }
  }
}
