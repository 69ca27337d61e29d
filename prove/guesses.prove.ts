import { afterAll, beforeAll, expect, it } from "vitest";
import { aSite, origin, type Site } from "../apps/server/src/http.fixtures.ts";
import { newId } from "../packages/db/src/ids.ts";
import { chanceOf, figure, isLong, seed, size, timed } from "./support/scale.ts";

let site: Site;
beforeAll(async () => {
  site = await aSite({ TRUST_PROXY: "1" });
});
afterAll(() => site.close());

const password = "定襄 flange 2026";
const chance = chanceOf(seed);
/** What one account lets through in a quarter of an hour; every further guess must cost nothing and tell nothing. */
const most = 20;
const accounts = isLong ? 10 : 1;
const windows = isLong ? 2 : 1;
const guesses = size(100, 100_000);
const each = Math.ceil(guesses / accounts / windows);

let address = 0;
/** Each from an address of its own, so that only the limit of the account stands in the way. */
const send = async (path: string, body: object): Promise<Response> => {
  address += 1;
  const from = `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`;
  const headers = { "content-type": "application/json", origin, "x-forwarded-for": from };
  return fetch(`${site.url}/auth${path}`, { method: "POST", headers, body: JSON.stringify(body) });
};

/** The first signs up as people do; the others are laid with the same password. */
async function members(count: number): Promise<string[]> {
  const first = "guessed0@jizhen.example";
  const answer = await send("/sign-up/email", { name: "猜", email: first, password });
  expect(answer.status, faultsOf(site).at(-1)).toBe(200);
  const emails = [first];
  for (let n = 1; n < count; n += 1) {
    const [id, email] = [newId("pers"), `guessed${n}@jizhen.example`];
    await site.world.asOwner("insert into person (id, name, email, email_verified) values ($1, '猜', $2, true)", [id, email]);
    await site.world.asOwner(
      `insert into account (id, account_id, provider_id, user_id, password)
       select $1, $2, provider_id, $2, password from account where user_id = (select id from person where email = $3)`,
      [newId("acct"), id, first],
    );
    emails.push(email);
  }
  return emails;
}

const faultsOf = ({ world }: Site): string[] => world.logged.filter((line) => line.startsWith("fault"));

type Tally = Record<"tried" | "stopped" | "letIn", number>;

/** Sixteen at a time at one account; behind the limit every tenth guess is the right password. */
async function besiege(email: string): Promise<Tally> {
  const tally: Tally = { tried: 0, stopped: 0, letIn: 0 };
  const kinds: Record<number, keyof Tally> = { 401: "tried", 429: "stopped", 200: "letIn" };
  let next = 0;
  const guesser = async () => {
    while (next < each) {
      const n = next++;
      const isRight = tally.stopped > 0 && chance() < 0.1;
      const answer = await send("/sign-in/email", { email, password: isRight ? password : `wrong guess ${n}` });
      await answer.arrayBuffer();
      const kind = kinds[answer.status];
      expect(kind, `a guess was answered ${answer.status}: ${faultsOf(site).at(-1) ?? ""}`).toBeDefined();
      if (kind !== undefined) tally[kind] += 1;
    }
  };
  await Promise.all(Array.from({ length: 16 }, guesser));
  return tally;
}

it("a password is not found by guessing: so many tries an account and quarter of an hour, and not one more (G19)", async () => {
  const emails = await members(accounts);
  const told: Tally & { sent: number } = { sent: 0, tried: 0, stopped: 0, letIn: 0 };
  const { seconds } = await timed(async () => {
    for (let window = 0; window < windows; window += 1) {
      for (const email of emails) {
        const tally = await besiege(email);
        expect(tally, `window ${window} of ${email}`).toEqual({ tried: most, stopped: each - most, letIn: 0 });
        told.sent += each;
        for (const kind of ["tried", "stopped", "letIn"] as const) told[kind] += tally[kind];
      }
      await site.world.later({ minutes: 16 });
    }
  });
  // Control: when the quarter of an hour is over the same password opens the door again.
  for (const email of emails) expect((await send("/sign-in/email", { email, password })).status).toBe(200);
  figure({ promise: "G19", proof: "guessing", seconds, accounts, windows, ...told });
});
