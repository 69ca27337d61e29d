import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoLinks } from "./demo.ts";
import { aSite, type Site } from "./http.fixtures.ts";

let site: Site;
beforeAll(async () => {
  site = await aSite({ DEMO: "1" });
  const as = (slug: string, demo: boolean, who: string) =>
    site.world.asOwner("update person set email = $1, demo = $2 where id = $3", [`${slug}@demo.jizhen.example`, demo, who]);
  await as("owner.dingxiang", true, site.world.buyerOwner.actor.personId);
  await as("real.person", false, site.world.rival.actor.personId);
});
afterAll(() => site.close());

const enter = (path: string) => fetch(`${site.url}/demo/enter/${path}`, { redirect: "manual" });

describe("demo links", () => {
  it("sign in as the invented person, with a cookie that sign-in itself knows", async () => {
    const answer = await enter("owner.dingxiang?to=/selling/board");
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/selling/board"]);
    const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await (await fetch(`${site.url}/auth/get-session`, { headers: { cookie } })).json()).toMatchObject({
      user: { email: "owner.dingxiang@demo.jizhen.example" },
    });
    const me = await fetch(`${site.url}/trpc/platform.session.me`, { headers: { cookie, "x-jizhen-client": "web" } });
    expect(await me.json()).toMatchObject({ result: { data: { json: { person: { demo: true } } } } });
  });
  it.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])("never lead away to %s", async (to) => {
    expect((await enter(`owner.dingxiang?to=${encodeURIComponent(to)}`)).headers.get("location")).toBe("/workbench");
  });
  it.each(["real.person", "nobody", "%", "owner.dingxiang%40x"])("do not open for %s", async (slug) =>
    expect((await enter(slug)).status).toBe(404),
  );
  it("are printed for invented people only", async () => {
    expect(await demoLinks(site.world.platform.services, site.env)).toEqual([
      "http://jizhen.test/demo/enter/owner.dingxiang  Buyer Works owner",
    ]);
  });
});
