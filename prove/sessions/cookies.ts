import { type Check, isSignedIn, signedIn, site, somebody } from "./people.ts";

const cookieWith = (pattern: RegExp) => async () => pattern.test((await somebody()).answer.headers.get("set-cookie") ?? "");

export const cookies: readonly Check[] = [
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
