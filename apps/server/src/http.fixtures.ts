import type { AddressInfo } from "node:net";
import { aWorld, type Someone, type World } from "@jizhen/api/testing";
import { createApp } from "./app.ts";
import { authSecret, createAuth, sessionCookieName } from "./auth.ts";
import { type Env, readEnv } from "./env.ts";
import { listen } from "./listen.ts";
import { signedCookieValue } from "./session-cookie.ts";
import type { StaticSite } from "./static.ts";

export type Site = {
  readonly world: World;
  readonly env: Env;
  readonly url: string;
  /** What the web application sends with every call. */
  headers(who?: Someone): Record<string, string>;
  close(): Promise<void>;
};

export const origin = "http://jizhen.test";

/** The real host on a real port, over a test world. */
export async function aSite(settings: Readonly<Record<string, string>> = {}, site: StaticSite | null = null): Promise<Site> {
  const world = await aWorld();
  const env = readEnv({ PUBLIC_URL: origin, DEMO: "0", RATE_LIMIT: "0", ...settings });
  const auth = createAuth({ ...world.platform.services, mail: null }, env);
  const server = await listen(createApp({ platform: world.platform, auth, env, site }).fetch, 0, "127.0.0.1");
  const secret = authSecret(world.platform.services);
  return {
    world,
    env,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    headers: (who) => ({
      "x-jizhen-client": "web",
      ...(who && { cookie: `${sessionCookieName(env)}=${signedCookieValue(who.token, secret)}`, "x-jizhen-workspace": who.workspace }),
    }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await world.close();
    },
  };
}
