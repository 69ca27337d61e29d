import { isLong } from "../support/scale.ts";
import { aMember, asOwner, type Check, send, signIn } from "./people.ts";

/** So many wrong guesses at one account. Each costs a hash, so a test run makes one and has the others counted. */
async function guessAt(email: string, count: number): Promise<void> {
  for (let guess = 0; guess < (isLong ? count : 1); guess += 1) await signIn(email, `wrong guess ${guess}`);
  await asOwner("update sign_in_failure set failures = $1::int where since = (select max(since) from sign_in_failure)", [count]);
}

export const guesses: readonly Check[] = [
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
