import { setTimeout as pause } from "node:timers/promises";
import { askIdentity, type Context } from "../trpc/context.ts";
import { standingKey, type Workspace } from "./actor.ts";
import { mayHear } from "./live.ts";

/** The second line for what nobody hinted at: how soon a stream notices by itself that its person signed out, lost a seat or was suspended. */
const recheckMs = 3_000;

/** The word on which a screen asks anew who it is for. */
const session = "platform.session";

export type Opening = {
  /** The standing by which the screen was drawn, as `session.me` told it; null when it does not say. */
  readonly drawnFor: string | null;
  /** Taken up again after a break, in which hints may have been lost. */
  readonly resumed: boolean;
};

/**
 * Topics to read again, each once however often it was hinted at meanwhile; "*" is everything. "platform.session" comes at once when the
 * screen was drawn for another standing, with the commit that changes the standing, and as the last word before an end.
 */
export async function* hintsFor(ctx: Context, workspace: Workspace, signal: AbortSignal, opening: Opening): AsyncGenerator<string> {
  const standing = standingKey(workspace);
  const topics = new Set<string>(opening.resumed ? ["*"] : []);
  if (opening.drawnFor !== null && opening.drawnFor !== standing) topics.add(session);
  const bell = makeBell();
  const unsubscribe = ctx.services.live.subscribe((hint) => {
    if (hint !== "missed" && !mayHear(hint, workspace.actor)) return;
    topics.add(hint === "missed" ? "*" : hint.topic);
    bell.ring();
  });
  const ended = new AbortController();
  const stop = AbortSignal.any([signal, ended.signal, ctx.services.live.ending]);
  stop.addEventListener("abort", bell.ring, { once: true });
  void keepChecking(ctx, standing, ended, stop);
  try {
    // Between the look that let the stream in and the first hint it can hear, everything may have changed.
    if (!(await stands(ctx, standing))) ended.abort();
    while (!stop.aborted) {
      const waiting = inTurn(topics);
      topics.clear();
      for (const topic of waiting) {
        yield topic;
        // The hint came with the commit; whatever else is waiting may already be none of this person's business.
        if (topic === session && !(await stands(ctx, standing))) return;
      }
      if (topics.size === 0 && !stop.aborted) await bell.rung();
    }
    if (ended.signal.aborted && !signal.aborted) yield session;
  } finally {
    unsubscribe();
    ended.abort();
  }
}

/** Who one is comes before what there is to read. */
const inTurn = (topics: ReadonlySet<string>): string[] => [...topics].sort((a, b) => Number(b === session) - Number(a === session));

/** A database that does not answer is no reason to believe the old answer. */
async function stands(ctx: Context, standing: string): Promise<boolean> {
  const now = await askIdentity(ctx.services.database, ctx).catch(() => null);
  return now?.workspace !== null && now?.workspace !== undefined && standingKey(now.workspace) === standing;
}

async function keepChecking(ctx: Context, standing: string, ended: AbortController, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await pause(recheckMs, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return;
    if (!(await stands(ctx, standing))) ended.abort();
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
