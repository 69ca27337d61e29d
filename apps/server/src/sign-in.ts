import type { Services } from "@jizhen/api";
import type { Context } from "hono";
import { refusePlainly } from "./refusals.ts";

/** So many wrong passwords for one account, from whatever addresses, until the window ends; an address alone is stopped sooner. */
const mostFailures = 20;
const windowMinutes = 15;
const path = "/auth/sign-in/email";

type SignIn = { readonly services: Services; readonly mac: (text: string) => string; readonly oldToken: string | null };

/**
 * Lets a sign-in through unless its account is being guessed at. Unknown accounts are counted alike, so that a lock tells
 * nothing. Counted before the try, for many guesses at once must not all find the door open.
 */
export async function guardSignIn(c: Context, { services, mac, oldToken }: SignIn, next: () => Promise<Response>): Promise<Response> {
  if (c.req.path !== path || c.req.method !== "POST") return next();
  const account = mac(`sign-in ${await emailOf(c)}`);
  const seconds = await countTry(services, account);
  if (seconds > 0) {
    c.header("retry-after", String(seconds));
    return refusePlainly(c, { kind: "too_many", code: "platform.too_many_requests", params: { seconds } });
  }
  const answer = await next();
  if (answer.status === 200) {
    await services.database.pool.query("delete from sign_in_failure where account_mac = $1", [account]);
    // Whoever signs in begins anew: a token that somebody else laid into this browser, or an older one of its own, ends here.
    if (oldToken !== null) await services.database.pool.query("delete from session where token = $1", [oldToken]);
  }
  return answer;
}

/** Hono keeps what was read of a body, and gives it to sign-in again. */
async function emailOf(c: Context): Promise<string> {
  const body = (await c.req.json().catch(() => null)) as { email?: unknown } | null;
  return typeof body?.email === "string" ? body.email.trim().toLowerCase() : "";
}

async function countTry({ database }: Services, account: string): Promise<number> {
  const { rows } = await database.pool.query<{ failures: number; seconds: number }>(
    `insert into sign_in_failure as f (account_mac, failures, since) values ($1, 1, jizhen_clock())
     on conflict (account_mac) do update set
       failures = case when f.since < jizhen_clock() - make_interval(mins => $2) then 1 else least(f.failures + 1, 1000000) end,
       since = case when f.since < jizhen_clock() - make_interval(mins => $2) then jizhen_clock() else f.since end
     returning failures, ceil(extract(epoch from since + make_interval(mins => $2) - jizhen_clock()))::int as seconds`,
    [account, windowMinutes],
  );
  const [row] = rows;
  return row !== undefined && row.failures > mostFailures ? Math.max(1, row.seconds) : 0;
}
