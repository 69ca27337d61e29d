import { settled } from "./support/looks.ts";
import { spots } from "./support/screens.ts";
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
    const styles = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.endsWith(".css")),
    );
    expect(styles, "a style sheet asked for ahead is not asked for again").toEqual([...new Set(styles)]);
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

test("what a page shows is asked once, ahead of the page's own code", async ({ open }) => {
  test.setTimeout(300_000);
  const byName = new Map((await spots()).map((spot) => [spot.name, spot]));
  for (const [screen, question] of [
    ["my-requests", "procurement.request.list"],
    ["comparison", "procurement.award.evaluate"],
    ["board", "procurement.request.board"],
    ["make-a-quote", "procurement.quote.mine"],
    ["order", "trade.order.get"],
  ] as const) {
    const spot = byName.get(screen);
    if (spot === undefined || spot.as === null) throw new Error(`nobody looks at ${screen}`);
    const { page } = await open({ as: spot.as, at: "/workbench" });
    // The file of the page itself waits until the question has been asked: a page that asks by itself would wait for ever.
    const asked: string[] = [];
    let hear = (): void => undefined;
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    page.on("request", (request) => {
      const paths = new URL(request.url()).pathname.replace("/trpc/", "").split(",");
      if (!paths.includes(question)) return;
      asked.push(request.url());
      hear();
    });
    await page.route(/\/assets\/[a-z-]+-page-[\w-]+\.js$/, async (route) => {
      await heard;
      await route.continue();
    });
    await page.goto(spot.at);
    await settled(page);
    expect(asked, `${question} on ${screen}`).toHaveLength(1);
    await page.context().close();
  }
});
