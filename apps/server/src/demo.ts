import type { Services } from "@jizhen/api";
import { openShared } from "@jizhen/db";
import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { type Auth, authSecret, sessionCookieName } from "./auth.ts";
import type { Env } from "./env.ts";
import type { Bindings } from "./identity.ts";
import { refusePlainly } from "./refusals.ts";
import { signedCookieValue } from "./session-cookie.ts";

/** Demo people have addresses under this domain, and what stands before the @ is their link. */
export const demoDomain = "demo.jizhen.example";
const slugPattern = /^[a-z0-9][a-z0-9.-]{0,60}$/;
const dayMs = 86_400_000;

type DemoPerson = { id: string; name: string; slug: string };

const findDemoPeople = (services: Services, slug: string | null): Promise<DemoPerson[]> =>
  openShared(services.database).read((tx) =>
    tx.query<DemoPerson>(
      "demo.people",
      `select id, name, split_part(email, '@', 1) as slug from person
        where demo and email like '%@' || $1::text and ($2::text is null or email = $2::text || '@' || $1::text) order by email`,
      [demoDomain, slug],
    ),
  );

/** One link per role of the demo province, to be printed at start. */
export const demoLinks = async (services: Services, env: Env): Promise<readonly string[]> =>
  (await findDemoPeople(services, null)).map(({ name, slug }) => `${env.publicUrl}/demo/enter/${slug}  ${name}`);

/** A path of this site and nothing else. */
const pathWithin = (to: string | undefined): string => (to !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to) ? to : "/workbench");

/** One-click sign-in as somebody of the demo. Mounted only when DEMO is on, and only for people the seed marked as invented. */
export function demoRoutes(services: Services, auth: Auth, env: Env): Hono<Bindings> {
  const routes = new Hono<Bindings>();
  /** For the sign-in page: who can be entered as with one press. */
  routes.get("/people", async (c) => c.json((await findDemoPeople(services, null)).map(({ slug, name }) => ({ slug, name }))));
  routes.get("/enter/:slug", async (c) => {
    const slug = c.req.param("slug");
    const [person] = slugPattern.test(slug) ? await findDemoPeople(services, slug) : [];
    if (!person) return refusePlainly(c, { kind: "not_found", code: "platform.address_unknown" });
    const { internalAdapter } = await auth.$context;
    const session = await internalAdapter.createSession(person.id, false);
    // Hono encodes the value itself.
    setCookie(c, sessionCookieName(env), decodeURIComponent(signedCookieValue(session.token, authSecret(services))), {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure: env.secure,
      maxAge: (14 * dayMs) / 1000,
    });
    c.header("cache-control", "no-store");
    return c.redirect(pathWithin(c.req.query("to")), 302);
  });
  return routes;
}
