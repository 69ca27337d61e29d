import { aMember, asOwner, type Check, cookieOf, isSignedIn, password, send, signedIn, signIn } from "./people.ts";

export const lives: readonly Check[] = [
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
