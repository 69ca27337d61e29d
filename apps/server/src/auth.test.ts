import { getAuthTables } from "better-auth/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuth } from "./auth.ts";
import { aSite, origin, type Site } from "./http.fixtures.ts";

let site: Site;
beforeAll(async () => {
  site = await aSite();
});
afterAll(() => site.close());

const send = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, ...headers },
    body: JSON.stringify(body),
  });
const password = "定襄 flange 2026";
const cookieOf = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
const me = async (cookie: string) =>
  (
    (await (await fetch(`${site.url}/trpc/platform.session.me`, { headers: { "x-jizhen-client": "web", cookie } })).json()) as {
      result: { data: { json: { person: { email: string } | null } } };
    }
  ).result.data.json.person;

describe("sign-in", () => {
  it("our tables have every column that it writes, and no other is demanded", async () => {
    const auth = createAuth({ ...site.world.platform.services, mail: null }, site.env);
    const columns = await site.world.asOwner<{ table: string; column: string }>(
      `select table_name as "table", replace(column_name, '_', '') as "column" from information_schema.columns where table_schema = 'public'`,
    );
    const has = new Set(columns.map(({ table, column }) => `${table.replaceAll("_", "")}.${column}`));
    const wanted = Object.values(getAuthTables(auth.options)).flatMap(({ modelName, fields }) =>
      ["id", ...Object.entries(fields).map(([name, field]) => field.fieldName ?? name)].map(
        (field) => `${modelName.toLowerCase()}.${field.toLowerCase()}`,
      ),
    );
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter((one) => !has.has(one))).toEqual([]);
  });

  it("signs up, in, and out; a session that ended is refused at once", async () => {
    const email = "new@jizhen.example";
    expect(await (await send("/sign-up/email", { name: "新人", email, password })).json()).toMatchObject({ token: null });
    const answer = await send("/sign-in/email", { email, password });
    expect(answer.headers.get("set-cookie")).toMatch(/^jizhen\.session=.*Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = cookieOf(answer);
    expect(await me(cookie)).toMatchObject({ email });
    const [person] = await site.world.asOwner<{ id: string }>("select id from person where email = $1", [email]);
    expect(person?.id).toMatch(/^pers_[0-9a-z]{26}$/);
    expect((await send("/sign-out", {}, { cookie })).status).toBe(200);
    expect(await me(cookie)).toBeNull();
  });

  it("does not say whether an address has an account", async () => {
    const [known, unknown] = [site.world.buyer.email, "nobody@jizhen.example"];
    const shape = async (email: string) => {
      const answer = await send("/sign-up/email", { name: "X", email, password });
      const body = (await answer.json()) as { user?: object; token?: unknown };
      return [answer.status, Object.keys(body).sort(), Object.keys(body.user ?? {}).sort()];
    };
    expect(await shape(known)).toEqual(await shape(unknown));
    const wrong = async (email: string) => {
      const answer = await send("/sign-in/email", { email, password: "wrong password" });
      return [answer.status, await answer.json()];
    };
    expect(await wrong(known)).toEqual(await wrong("nobody2@jizhen.example"));
  });

  it("nobody makes themselves one of the demo's people", async () => {
    await send("/sign-up/email", { name: "X", email: "sly@jizhen.example", password, demo: true });
    expect(await site.world.asOwner("select 1 from person where email = 'sly@jizhen.example' and demo")).toEqual([]);
  });

  it("another site's page cannot sign anybody in", async () => {
    const cookie = "jizhen.session=x";
    expect(
      (await send("/sign-in/email", { email: site.world.buyer.email, password }, { origin: "https://evil.example", cookie })).status,
    ).toBe(403);
  });

  it("guessing is slowed down, whatever address the guesser claims", async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 14; guess += 1) {
      const headers = { "x-forwarded-for": `10.0.0.${guess}`, "x-jizhen-address": `10.0.1.${guess}` };
      statuses.push((await send("/sign-in/email", { email: site.world.buyer.email, password: `guess ${guess} ${guess}` }, headers)).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("a deployment under https", () => {
  it("binds the cookie to this host and to https", async () => {
    const secure = await aSite({ PUBLIC_URL: "https://jizhen.test" });
    const body = { email: "s@jizhen.example", password };
    const post = (path: string) =>
      fetch(`${secure.url}/auth${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: "https://jizhen.test" },
        body: JSON.stringify({ name: "S", ...body }),
      });
    await post("/sign-up/email");
    const answer = await post("/sign-in/email");
    expect(answer.headers.get("set-cookie")).toMatch(/^__Host-jizhen\.session=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(answer.headers.get("strict-transport-security")).toContain("max-age=");
    await secure.close();
  });
});
