import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSite, origin, type Site } from "../apps/server/src/http.fixtures.ts";
import type { Someone } from "../packages/api/src/testing/index.ts";
import { newId } from "../packages/db/src/ids.ts";
import { figure, isLong, size, timed } from "./support/scale.ts";

let site: Site;
beforeAll(async () => {
  site = await aSite({ TRUST_PROXY: "1" });
});
afterAll(() => site.close());

const password = "定襄 flange 2026";
let address = 0;
/** Each from an address of its own behind the trusted proxy, so that the limit by address stays out of the way. */
const send = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, "x-forwarded-for": `10.1.${(address += 1) >> 8}.${address & 255}`, ...headers },
    body: JSON.stringify(body),
  });
const cookieOf = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
const isSignedIn = async (cookie: string) => {
  const answer = await fetch(`${site.url}/trpc/platform.session.me`, { headers: { "x-jizhen-client": "web", cookie } });
  return ((await answer.json()) as { result: { data: { json: { person: object | null } } } }).result.data.json.person !== null;
};
let count = 0;
const first = "session0@jizhen.example";
/** The first member signs up as people do; the others are laid with the same password, for each hash costs a good part of a second. */
async function aMember(): Promise<string> {
  if (count === 0) expect((await send("/sign-up/email", { name: "会话", email: first, password })).status).toBe(200);
  const email = `session${(count += 1)}@jizhen.example`;
  const id = newId("pers");
  await asOwner("insert into person (id, name, email, email_verified) values ($1, '会话', $2, true)", [id, email]);
  await asOwner(
    `insert into account (id, account_id, provider_id, user_id, password)
     select $1, $2, provider_id, $2, password from account where user_id = (select id from person where email = $3)`,
    [newId("acct"), id, first],
  );
  return email;
}
const signIn = (email: string, given = password, headers: Record<string, string> = {}) =>
  send("/sign-in/email", { email, password: given }, headers);
async function signedIn(headers: Record<string, string> = {}): Promise<{ email: string; cookie: string; answer: Response }> {
  const email = await aMember();
  const answer = await signIn(email, password, headers);
  return { email, cookie: cookieOf(answer), answer };
}
let one: ReturnType<typeof signedIn> | null = null;
/** Somebody signed in for the checks that only look. */
const somebody = () => (one ??= signedIn());
const statusOf = async (who: Someone, path: string, workspace?: string) =>
  (
    await fetch(`${site.url}/trpc/${path}`, {
      headers: { ...site.headers(who), ...(workspace !== undefined && { "x-jizhen-workspace": workspace }) },
    })
  ).status;
const quotes = `procurement.quote.list?input=${encodeURIComponent('{"json":{}}')}`;
const list = `procurement.request.list?input=${encodeURIComponent('{"json":{}}')}`;
const asOwner = (sql: string, params: unknown[] = []) => site.world.asOwner(sql, params);

type Check = readonly [name: string, holds: () => Promise<boolean>];
const cookieWith = (pattern: RegExp) => async () => pattern.test((await somebody()).answer.headers.get("set-cookie") ?? "");

/** Closes are waited for; anything later than this is a stream that outlived its right. */
async function streamEndsAfter(who: Someone, change: () => Promise<unknown>): Promise<boolean> {
  const answer = await fetch(`${site.url}/trpc/platform.live.hints`, { headers: { ...site.headers(who), accept: "text/event-stream" } });
  const reader = answer.body?.getReader();
  await reader?.read();
  await change();
  const began = performance.now();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read());
  return performance.now() - began < 5_000;
}

const cookies: readonly Check[] = [
  ["the cookie is not for scripts", cookieWith(/HttpOnly/)],
  ["the cookie stays on this site", cookieWith(/SameSite=Lax/)],
  [
    "the cookie is for the whole site and names no domain",
    async () => {
      const cookie = (await somebody()).answer.headers.get("set-cookie") ?? "";
      return cookie.includes("Path=/") && !/domain=/i.test(cookie);
    },
  ],
  [
    "the cookie's token has 128 bits at least",
    async () => decodeURIComponent((await somebody()).cookie.split("=")[1] ?? "").split(".")[0]?.length === 32,
  ],
  ["two sign-ins have two tokens", async () => (await somebody()).cookie !== (await signedIn()).cookie],
  ["a token without its signature is nobody's", async () => !(await isSignedIn((await somebody()).cookie.split(".")[0] ?? ""))],
  [
    "a token with another's signature is nobody's",
    async () => {
      const [a, b] = [(await somebody()).cookie, (await signedIn()).cookie];
      return !(await isSignedIn(`${a.split(".")[0]}.${b.split(".")[1]}`));
    },
  ],
  ["an empty cookie is nobody's", async () => !(await isSignedIn("jizhen.session="))],
  [
    "a token in the address is not looked at",
    async () => {
      const { cookie } = await somebody();
      const answer = await fetch(`${site.url}/trpc/platform.session.me?${cookie}`, { headers: { "x-jizhen-client": "web" } });
      return (await answer.text()).includes('"person":null');
    },
  ],
  [
    "a token as a bearer is not looked at",
    async () => {
      const { cookie } = await somebody();
      const authorization = `Bearer ${cookie.split("=")[1]}`;
      const answer = await fetch(`${site.url}/trpc/platform.session.me`, { headers: { "x-jizhen-client": "web", authorization } });
      return (await answer.text()).includes('"person":null');
    },
  ],
  ["the answer to a sign-in is kept nowhere", async () => (await somebody()).answer.headers.get("cache-control") === "no-store"],
];

const lives: readonly Check[] = [
  [
    "signing in gives a new token and ends the one before",
    async () => {
      const { email, cookie } = await signedIn();
      const again = cookieOf(await signIn(email, password, { cookie }));
      return again !== cookie && !(await isSignedIn(cookie)) && (await isSignedIn(again));
    },
  ],
  [
    "a token laid into the browser before signing in is not taken over",
    async () => {
      const attacker = (await signedIn()).cookie;
      const victim = await aMember();
      const cookie = cookieOf(await signIn(victim, password, { cookie: attacker }));
      return cookie !== attacker && !(await isSignedIn(attacker));
    },
  ],
  [
    "a failed sign-in leaves the session as it is",
    async () => {
      const { email, cookie } = await signedIn();
      await signIn(email, "wrong password", { cookie });
      return isSignedIn(cookie);
    },
  ],
  [
    "signing out ends the session on the server",
    async () => {
      const { cookie } = await signedIn();
      await send("/sign-out", {}, { cookie });
      return !(await isSignedIn(cookie));
    },
  ],
  [
    "signing out ends this session and no other",
    async () => {
      const { email, cookie } = await signedIn();
      const other = cookieOf(await signIn(email));
      await send("/sign-out", {}, { cookie });
      return isSignedIn(other);
    },
  ],
  [
    "signing out everywhere ends them all",
    async () => {
      const { email, cookie } = await signedIn();
      const other = cookieOf(await signIn(email));
      const answer = await send("/revoke-sessions", {}, { cookie });
      return answer.status === 200 && !(await isSignedIn(other)) && !(await isSignedIn(cookie));
    },
  ],
  [
    "a revoked session is refused by the very next request",
    async () => {
      const { cookie, email } = await signedIn();
      await asOwner("delete from session where user_id = (select id from person where email = $1)", [email]);
      return !(await isSignedIn(cookie));
    },
  ],
  [
    "a session ends on its day by the database's clock",
    async () => {
      const { cookie, email } = await signedIn();
      await asOwner("update session set expires_at = jizhen_clock() where user_id = (select id from person where email = $1)", [email]);
      return !(await isSignedIn(cookie));
    },
  ],
  [
    "a session lasts fourteen days by the database's clock",
    async () => {
      const { email } = await signedIn();
      const rows = await asOwner(
        `select 1 from session where user_id = (select id from person where email = $1)
        and expires_at between jizhen_clock() + interval '14 days' - interval '1 minute' and jizhen_clock() + interval '14 days' + interval '1 minute'`,
        [email],
      );
      return rows.length === 1;
    },
  ],
  [
    "a new password with the old one ends the other sessions when asked",
    async () => {
      const { email, cookie } = await signedIn();
      const other = cookieOf(await signIn(email));
      const body = { currentPassword: password, newPassword: `${password}!`, revokeOtherSessions: true };
      const answer = await send("/change-password", body, { cookie });
      return answer.status === 200 && !(await isSignedIn(other));
    },
  ],
  [
    "a new password needs the old one",
    async () => {
      const { cookie } = await signedIn();
      const answer = await send("/change-password", { currentPassword: "not this one", newPassword: `${password}!` }, { cookie });
      return answer.status === 400;
    },
  ],
  [
    "another's session cannot be ended with its token alone",
    async () => {
      const [mine, theirs] = [(await signedIn()).cookie, (await signedIn()).cookie];
      const token = decodeURIComponent(theirs.split("=")[1] ?? "").split(".")[0];
      await send("/revoke-session", { token }, { cookie: mine });
      return isSignedIn(theirs);
    },
  ],
];

const rights: readonly Check[] = [
  [
    "a role taken away is gone with the next request",
    async () => {
      const who = await site.world.colleague(site.world.buyerOwner, ["seller"]);
      const before = await statusOf(who, quotes);
      await asOwner("update seat set roles = '{buyer}' where person_id = $1", [who.actor.personId]);
      return before === 200 && (await statusOf(who, quotes)) === 403;
    },
  ],
  [
    "a seat that ended opens nothing",
    async () => {
      const who = await site.world.colleague(site.world.buyerOwner, ["buyer"]);
      await asOwner("update seat set state = 'ended', ended_at = now() where person_id = $1", [who.actor.personId]);
      return (await statusOf(who, list)) === 404;
    },
  ],
  [
    "a suspended membership stops its firm's people",
    async () => {
      const who = await site.world.firm(site.world.dingxiang, "Stopped Forge");
      await asOwner("update membership_card set state = 'suspended' where organisation_id = $1", [who.actor.orgId]);
      const headers = { ...site.headers(who), origin, "content-type": "application/json" };
      const answer = await fetch(`${site.url}/trpc/procurement.request.publish`, { method: "POST", headers, body: '{"json":{}}' });
      return answer.status === 403;
    },
  ],
  ["a workspace that is another's is none", async () => (await statusOf(site.world.buyer, list, site.world.rival.workspace)) === 404],
  ["a workspace of another town is none", async () => (await statusOf(site.world.buyer, list, site.world.elsewhere.workspace)) === 404],
  ["a workspace that is no workspace is none", async () => (await statusOf(site.world.buyer, list, "../../x")) === 404],
  ["signed in without a seat is not a member", async () => (await statusOf(site.world.stranger, list)) === 404],
];

const streams: readonly Check[] = [
  [
    "the stream of a session that was revoked ends within five seconds",
    async () => {
      const who = await site.world.colleague(site.world.buyerOwner, ["buyer"]);
      return streamEndsAfter(who, () => asOwner("delete from session where token = $1", [who.token]));
    },
  ],
  [
    "the stream of somebody whose role was taken away ends within five seconds",
    async () => {
      const who = await site.world.colleague(site.world.buyerOwner, ["buyer"]);
      return streamEndsAfter(who, () => asOwner("update seat set roles = '{seller}' where person_id = $1", [who.actor.personId]));
    },
  ],
  [
    "the stream of a firm that was suspended ends within five seconds",
    async () => {
      const who = await site.world.firm(site.world.dingxiang, "Listening Forge");
      return streamEndsAfter(who, () =>
        asOwner("update membership_card set state = 'suspended' where organisation_id = $1", [who.actor.orgId]),
      );
    },
  ],
];

/** So many wrong guesses at one account. Each costs a hash, so a test run makes one and has the others counted. */
async function guessAt(email: string, count: number): Promise<void> {
  for (let guess = 0; guess < (isLong ? count : 1); guess += 1) await signIn(email, `wrong guess ${guess}`);
  await asOwner("update sign_in_failure set failures = $1::int where since = (select max(since) from sign_in_failure)", [count]);
}

const guesses: readonly Check[] = [
  [
    "the twenty-first guess at one account is stopped, from whatever addresses",
    async () => {
      const email = await aMember();
      const before = isLong ? 1 : 18;
      await guessAt(email, before);
      const statuses = await Promise.all(
        Array.from({ length: 21 - before }, async (_, guess) => (await signIn(email, `another guess ${guess}`)).status),
      );
      return statuses.filter((status) => status === 401).length === 20 - before && statuses.includes(429);
    },
  ],
  [
    "a locked account stays locked for the right password too, and says when",
    async () => {
      const email = await aMember();
      await guessAt(email, 21);
      const answer = await signIn(email);
      return answer.status === 429 && Number(answer.headers.get("retry-after")) > 800;
    },
  ],
  [
    "the lock of an account opens by the database's clock",
    async () => {
      const email = await aMember();
      await guessAt(email, 21);
      const locked = (await signIn(email)).status;
      await asOwner("update sign_in_failure set since = since - interval '16 minutes'");
      return locked === 429 && (await signIn(email)).status === 200;
    },
  ],
  [
    "the right password forgets the guesses before it",
    async () => {
      const email = await aMember();
      await guessAt(email, 15);
      await signIn(email);
      const rows = await asOwner("select 1 from sign_in_failure where failures = 15");
      await guessAt(email, 15);
      return rows.length === 0 && (await signIn(email)).status === 200;
    },
  ],
  [
    "an unknown account is locked alike",
    async () => {
      await guessAt("nobody@nowhere.example", 20);
      return (await signIn("nobody@nowhere.example", "one more guess")).status === 429;
    },
  ],
  [
    "capital letters make no second account to guess at",
    async () => {
      const email = await aMember();
      await guessAt(email.toUpperCase(), 20);
      return (await signIn(email, "one more guess")).status === 429;
    },
  ],
  [
    "one address is stopped after ten tries at many accounts",
    async () => {
      const headers = { "x-forwarded-for": "10.9.9.9" };
      const statuses: number[] = [];
      for (let guess = 0; guess < 12; guess += 1)
        statuses.push((await signIn(`many${guess}@jizhen.example`, "wrong guess", headers)).status);
      return statuses.at(-1) === 429;
    },
  ],
  [
    "a second process counts with the first",
    async () => {
      const rows = await asOwner("select 1 from rate_limit where key like '10.9.9.9%' and count >= 10");
      return rows.length === 1;
    },
  ],
  [
    "no address of a person lies in the table of guesses",
    async () => (await asOwner("select 1 from sign_in_failure where account_mac !~ '^[0-9a-f]{64}$'")).length === 0,
  ],
  [
    "a password shorter than ten signs is no password",
    async () => (await send("/sign-up/email", { name: "x", email: "short@jizhen.example", password: "a2345678" })).status === 400,
  ],
  [
    "a password of a hundred and twenty signs is one",
    async () => (await send("/sign-up/email", { name: "x", email: "long@jizhen.example", password: "长密码".repeat(40) })).status === 200,
  ],
];

const checks = [...cookies, ...lives, ...rights, ...guesses];

describe("sessions (G19)", () => {
  it.each(checks)("%s", { timeout: 120_000 }, async (_, holds) => expect(await holds()).toBe(true));
  // Each waits for the next look of its stream, so all wait together.
  it.concurrent.each(streams)("%s", { timeout: 120_000 }, async (_, holds) => expect(await holds()).toBe(true));

  it("the time of a wrong sign-in does not tell whether the account exists", async () => {
    const known = await aMember();
    const tries = size(8, 500);
    const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    const { seconds } = await timed(async () => {
      for (let n = 0; n < tries; n += 1) {
        for (const kind of n % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const)) {
          await asOwner("delete from sign_in_failure");
          const began = performance.now();
          const answer = await signIn(kind === "known" ? known : `unknown${n}@jizhen.example`, "wrong password");
          times[kind].push(performance.now() - began);
          expect(answer.status).toBe(401);
        }
      }
    });
    const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    const [a, b] = [median(times.known), median(times.unknown)];
    const differenceMs = Math.round(Math.abs(a - b) * 10) / 10;
    figure({
      promise: "G19",
      proof: "sessions",
      seconds,
      checks: checks.length + streams.length,
      tries,
      medianMs: Math.round(a),
      differenceMs,
    });
    // A machine shared with others blurs single milliseconds; skipping the hash for unknown accounts would show as nearly all of the time.
    expect(Math.abs(a - b)).toBeLessThan(Math.max(a, b) / 3);
  });
});
