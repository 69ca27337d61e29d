import { expect } from "vitest";
import { aSite, origin, type Site } from "../../apps/server/src/http.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { newId } from "../../packages/db/src/ids.ts";

/** One question about sessions, answered by what the product does. */
export type Check = readonly [name: string, holds: () => Promise<boolean>];

export let site: Site;
export async function openSite(): Promise<void> {
  site = await aSite({ TRUST_PROXY: "1" });
}

export const asOwner = (sql: string, params: unknown[] = []) => site.world.asOwner(sql, params);

export const password = "定襄 flange 2026";
let address = 0;
/** Each from an address of its own behind the trusted proxy, so that the limit by address stays out of the way. */
export const send = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, "x-forwarded-for": `10.1.${(address += 1) >> 8}.${address & 255}`, ...headers },
    body: JSON.stringify(body),
  });
export const cookieOf = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
export const isSignedIn = async (cookie: string) => {
  const answer = await fetch(`${site.url}/trpc/platform.session.me`, { headers: { "x-jizhen-client": "web", cookie } });
  return ((await answer.json()) as { result: { data: { json: { person: object | null } } } }).result.data.json.person !== null;
};
let count = 0;
const first = "session0@jizhen.example";
/** The first member signs up as people do; the others are laid with the same password, for each hash costs a good part of a second. */
export async function aMember(): Promise<string> {
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
export const signIn = (email: string, given = password, headers: Record<string, string> = {}) =>
  send("/sign-in/email", { email, password: given }, headers);
export async function signedIn(headers: Record<string, string> = {}): Promise<{ email: string; cookie: string; answer: Response }> {
  const email = await aMember();
  const answer = await signIn(email, password, headers);
  return { email, cookie: cookieOf(answer), answer };
}
let one: ReturnType<typeof signedIn> | null = null;
/** Somebody signed in for the checks that only look. */
export const somebody = () => (one ??= signedIn());
export const statusOf = async (who: Someone, path: string, workspace?: string) =>
  (
    await fetch(`${site.url}/trpc/${path}`, {
      headers: { ...site.headers(who), ...(workspace !== undefined && { "x-jizhen-workspace": workspace }) },
    })
  ).status;
