import { setTimeout as pause } from "node:timers/promises";
import { askIdentity, type Context } from "../trpc/context.ts";
import type { Workspace } from "./actor.ts";
import { mayHear } from "./live.ts";

/** How soon a stream notices that its person signed out, lost a seat or was suspended. */
const recheckMs = 3_000;

/** Everything of a workspace that decides what may be heard; when it changes, the stream ends and the screen begins anew. */
const standingOf = (workspace: Workspace | null): string =>
  workspace === null ? "" : [workspace.membership, workspace.town.state, ...workspace.roles, workspace.permissions.size].join(" ");

/** Topics to read again, each once however often it was hinted at meanwhile. "*" is everything; "platform.session" comes before an end. */
export async function* hintsFor(ctx: Context, workspace: Workspace, signal: AbortSignal, resumed: boolean): AsyncGenerator<string> {
  const topics = new Set<string>(resumed ? ["*"] : []);
  const bell = makeBell();
  const unsubscribe = ctx.services.live.subscribe((hint) => {
    if (hint !== "missed" && !mayHear(hint, workspace.actor)) return;
    topics.add(hint === "missed" ? "*" : hint.topic);
    bell.ring();
  });
  const ended = new AbortController();
  const stop = AbortSignal.any([signal, ended.signal, ctx.services.live.ending]);
  stop.addEventListener("abort", bell.ring, { once: true });
  void keepChecking(ctx, standingOf(workspace), ended, stop);
  try {
    while (!stop.aborted) {
      const waiting = [...topics];
      topics.clear();
      yield* waiting;
      if (topics.size === 0 && !stop.aborted) await bell.rung();
    }
    if (ended.signal.aborted && !signal.aborted) yield "platform.session";
  } finally {
    unsubscribe();
    ended.abort();
  }
}

async function keepChecking(ctx: Context, standing: string, ended: AbortController, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await pause(recheckMs, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return;
    // A database that does not answer is no reason to believe the old answer.
    const now = await askIdentity(ctx.services.database, ctx).catch(() => null);
    if (now === null || standingOf(now.workspace) !== standing) ended.abort();
  }
}

/** A bell that keeps one ring for somebody who is not yet listening. */
function makeBell() {
  let ring = () => {};
  let next = new Promise<void>((resolve) => (ring = resolve));
  return {
    ring: () => ring(),
    rung: async () => {
      await next;
      next = new Promise<void>((resolve) => (ring = resolve));
    },
  };
}
