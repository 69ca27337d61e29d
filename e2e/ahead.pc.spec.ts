import { settled } from "./support/looks.ts";
import { expect, test } from "./support/test.ts";

test("all files of a page are asked for at once, none only when another has come", async ({ open }) => {
  for (const [as, at] of [
    ["owner.dingxiang", "/procurement/requests"],
    ["owner.dingxiang", "/workbench"],
    ["admin.dingxiang", "/town/roll"],
    ["owner.dingxiang", "/"],
  ] as const) {
    const { page } = await open({ as, at: "/workbench" });
    const document = await (await page.request.get(at)).text();
    await page.goto(at);
    await settled(page);
    const late = await page.evaluate(() => {
      const ahead = new Set([...globalThis.document.querySelectorAll<HTMLLinkElement>("link[data-ahead]")].map(({ href }) => href));
      return performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.endsWith(".js") && !ahead.has(name));
    });
    expect(late.filter((address) => !document.includes(new URL(address).pathname))).toEqual([]);
    await page.context().close();
  }
});

test("who is signed in is asked once, before the page's own code has come", async ({ open }) => {
  const { page } = await open({ as: "owner.dingxiang", at: "/workbench" });
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("platform.session.me")) asked.push(new URL(request.url()).search);
  });
  await page.goto("/procurement/requests");
  await settled(page);
  expect(asked).toEqual(["?batch=1&input=%7B%7D"]);
});
