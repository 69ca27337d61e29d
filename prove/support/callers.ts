import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import { signedCookieValue } from "../../apps/server/src/session-cookie.ts";
import type { AppRouter } from "../../packages/api/src/root.ts";
import type { Someone } from "../../packages/api/src/testing/people.ts";

export type CallSettings = {
  /** The client's name for one submission; the same key gives the same answer. */
  readonly key?: string;
  readonly timeoutMs?: number;
};

/** What the web application sends with every call of this person. */
export const headersOf = (who: Someone | null, authSecret: string): Record<string, string> => ({
  "x-jizhen-client": "web",
  ...(who && { cookie: `jizhen.session=${signedCookieValue(who.token, authSecret)}`, "x-jizhen-workspace": who.workspace }),
});

/** Calls procedures over HTTP as somebody signed in; every call is one request. */
export const callerAt = (url: string, who: Someone | null, authSecret: string, { key, timeoutMs = 60_000 }: CallSettings = {}) =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        transformer: superjson,
        headers: { ...headersOf(who, authSecret), ...(key !== undefined && { "idempotency-key": key }) },
        fetch: (address, options) => fetch(address, { ...(options as RequestInit), signal: AbortSignal.timeout(timeoutMs) }),
      }),
    ],
  });

export type Caller = ReturnType<typeof callerAt>;

/** "done"; the code of the refusal; or "unanswered" when no verdict came (cut off, timed out, a fault). */
export type Outcome<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "unanswered"; readonly why: string };

export async function outcomeOf<T>(call: Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: "done", value: await call };
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    const data = error.data as { reason?: { code: string } | null } | null | undefined;
    if (data?.reason) return { kind: "refused", code: data.reason.code };
    return { kind: "unanswered", why: error.message };
  }
}

/** The outcome in one word, for tables of a race. */
export const wordOf = async (call: Promise<unknown>): Promise<string> => {
  const outcome = await outcomeOf(call);
  return outcome.kind === "refused" ? outcome.code : outcome.kind;
};

/** Lets all go in the same moment: each is prepared, waits at the barrier, and runs when the last has arrived. */
export async function atOnce<T>(count: number, work: (n: number, barrier: () => Promise<void>) => Promise<T>): Promise<T[]> {
  let [waiting, open] = [0, () => {}];
  const opened = new Promise<void>((resolve) => (open = resolve));
  const barrier = () => {
    waiting += 1;
    if (waiting === count) open();
    return opened;
  };
  return Promise.all(Array.from({ length: count }, (_, n) => work(n, barrier)));
}
