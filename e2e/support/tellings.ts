import type { Locale } from "@jizhen/i18n";
import { aFirmRow, aWorkbook } from "../../packages/api/src/modules/town/import.fixtures.ts";
import { afterClose, lookAt } from "./clock.ts";
import { type Hand, handOf, type Told } from "./hand.ts";
import { boxOf, dialog, fillQuote, idInAddress, placeOf, post, sendQuote } from "./steps.ts";
import { strangerQuotes } from "./stranger.ts";
import { expect, type Screen, type ScreenOptions } from "./test.ts";

export type Look = { readonly phone: boolean; readonly locale: Locale };
type Open = (options?: ScreenOptions) => Promise<Screen>;
/** One telling: who is at it, with which hands, and the how-manieth of its kind on this server, so that none meets what another left. */
export type Telling = { readonly open: Open; readonly look: Look; readonly nth: number };
export type Story = {
  /** What the goal says, in seconds of a person's time. */
  readonly goalSeconds: number;
  /** Presses may not grow beyond this; how long a press takes is the machine's affair. */
  readonly mostPresses: number;
  readonly tell: (telling: Telling) => Promise<Told>;
};

const begin = async ({ open, look }: Telling, as: string): Promise<{ screen: Screen; hand: Hand }> => {
  // Only a few people of the demo have a printed link; the others are given one.
  await lookAt("update person set email = $1 || '@demo.jizhen.example' where demo and split_part(email, '@', 1) = $1", [as]);
  const screen = await open({ ...look, as });
  return { screen, hand: handOf(screen, look.phone) };
};
const button = ({ page, say }: Screen, key: Parameters<Screen["say"]>[0]) => page.getByRole("button", { name: say(key), exact: true });
const inDialog = ({ page, say }: Screen, key: Parameters<Screen["say"]>[0]) =>
  dialog(page).getByRole("button", { name: say(key), exact: true });

/** Sends what stands in the form: pressed once, looked over, pressed again. */
async function publishing(screen: Screen, hand: Hand): Promise<string> {
  await hand.press(button(screen, "procurement.request.post.publish"));
  await hand.wait(inDialog(screen, "procurement.request.post.publish_sure"));
  if (screen.page.viewportSize()?.width === 1280) await expect(inDialog(screen, "procurement.request.post.publish_sure")).toBeFocused();
  await hand.press(inDialog(screen, "procurement.request.post.publish_sure"));
  await hand.wait(screen.page.getByText(/CG-\d{4}-\d{6}/));
  await expect(screen.page).toHaveURL(/\/procurement\/requests\/preq_\w+/);
  return idInAddress(screen.page);
}

const threeLines = {
  "zh-CN":
    "名称\t规格\t材质\t数量\t交期\n法兰\tDN150 PN16 RF\t20#\t200件\t30天\n带颈平焊法兰\tDN80 PN10 RF\tQ235B\t60件\t30天\n法兰盖\tDN80 PN10 RF\tQ235B\t60件\t30天",
  en: "Item\tSpecification\tMaterial\tQuantity\tDelivery\nFlange\tDN150 PN16 RF\t20#\t200 pcs\t30 days\nSO flange\tDN80 PN10 RF\tQ235B\t60 pcs\t30 days\nBlind flange\tDN80 PN10 RF\tQ235B\t60 pcs\t30 days",
};
const place = { "zh-CN": "定襄县工业园一号", en: "Tianjin port yard" };

/** The question about the first line is answered, a place is typed: that is all between the paste and the publication. */
async function firstRequest(telling: Telling): Promise<Told> {
  const { screen, hand } = await begin(telling, telling.look.locale === "en" ? "foreign-buyer.dingxiang" : "buyer.dingxiang");
  const { locale } = telling.look;
  await hand.open("/procurement/requests/new", boxOf(screen));
  await hand.paste(boxOf(screen), threeLines[locale]);
  const asked = screen.page.getByRole("group", { name: locale === "en" ? /type/i : /型式/ });
  await hand.wait(asked);
  await hand.press(asked.getByRole("button", { name: /^WN/ }).first());
  await hand.type(placeOf(screen), place[locale]);
  await publishing(screen, hand);
  return hand.told();
}

const types = ["带颈对焊法兰", "带颈平焊法兰", "板式平焊法兰", "法兰盖"];
const sizes = [50, 80, 100, 150, 200, 250, 300];
const ratings = ["PN10", "PN16", "PN25", "PN40"];
const most = 200;
/** A block as a clerk copies it from a workbook: a heading row, then as many rows as a request may have. */
const block = [
  "名称\t规格\t材质\t数量\t交期",
  ...Array.from({ length: most }, (_, at) => {
    const of = <T>(from: readonly T[], step: number): T => from[Math.floor(at / step) % from.length] as T;
    return `${of(types, 1)}\tDN${of(sizes, 4)} ${of(ratings, 28)} RF\t20#\t${10 + at}件\t30天`;
  }),
].join("\n");

async function twoHundredLines(telling: Telling): Promise<Told> {
  const { screen, hand } = await begin(telling, "owner.dingxiang");
  const { page, say } = screen;
  await hand.open("/procurement/requests/new", boxOf(screen));
  await hand.paste(boxOf(screen), block);
  await hand.wait(page.getByText(say("procurement.request.post.read_done", { count: most })));
  await hand.type(placeOf(screen), place[telling.look.locale]);
  const id = await publishing(screen, hand);
  const [stored] = await lookAt<{ n: number; last: string }>(
    "select jsonb_array_length(terms->'lines') as n, terms->'lines'->-1->'quantity'->>'value' as last from purchase_request where id = $1",
    [id],
  );
  expect(stored).toEqual({ n: most, last: "209" });
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: /DN\d+/ })).toHaveCount(most, { timeout: 60_000 });
  return hand.told();
}

/** A firm of the neighbour town gets the link: one press makes it a visitor, then price and days, a look, and it is out. */
async function quoteByLink(telling: Telling): Promise<Told> {
  const { open, look, nth } = telling;
  const buyer = await open({ as: "owner.dingxiang", phone: false, locale: "zh-CN" });
  const requestId = await post(buyer);
  const [town] = await lookAt<{ id: string }>("select town_id as id from purchase_request where id = $1", [requestId]);
  const { screen, hand } = await begin({ ...telling, look }, `p${240 + nth}`);
  const { page, say } = screen;
  const visit = page.getByRole("button", { name: look.locale === "en" ? /^Become a visiting member/ : /^成为.*并继续$/ });
  await hand.open(`/selling/requests/${requestId}?town=${town?.id}`, visit);
  await hand.press(visit);
  const price = page.getByRole("textbox", { name: `${say("procurement.quote.form.price")} 1` });
  await hand.wait(price);
  await hand.type(price, "91.5");
  await hand.type(page.getByRole("textbox", { name: `${say("procurement.quote.form.lead")} 1` }), "20");
  await hand.press(button(screen, "procurement.quote.form.submit"));
  await hand.wait(inDialog(screen, "procurement.quote.form.submit"));
  await hand.press(inDialog(screen, "procurement.quote.form.submit"));
  await hand.wait(page.getByText(say("procurement.quote.receipt.fresh")));
  return hand.told();
}

/** After the close: the quotes are opened, stand side by side, and the proposed award is decided. */
async function compareAndAward(telling: Telling): Promise<Told> {
  const { open } = telling;
  const { screen, hand } = await begin(telling, "foreign-buyer.dingxiang");
  const requestId = await post(screen, "WN flange DN200 PN16 RF 20# HG/T 20592 120 pcs, 30 days");
  for (const [as, price] of [
    ["supplier.dingxiang", "151.4"],
    ["owner.dingxiang", "149.8"],
  ] as const) {
    const supplier = await open({ as, at: `/selling/requests/${requestId}`, phone: false, locale: "zh-CN" });
    await fillQuote(supplier, [{ price, days: "20" }]);
    await sendQuote(supplier);
    await supplier.page.context().close();
  }
  await afterClose(requestId, async () => {
    const { page, say } = screen;
    await hand.open(`/procurement/requests/${requestId}`, button(screen, "procurement.request.open.do"));
    await hand.press(button(screen, "procurement.request.open.do"));
    await hand.wait(inDialog(screen, "procurement.request.open.do"));
    await hand.press(inDialog(screen, "procurement.request.open.do"));
    await hand.wait(page.getByText(/149\.8/));
    await hand.press(button(screen, "procurement.award.do"));
    await hand.wait(inDialog(screen, "procurement.award.do"));
    await hand.press(inDialog(screen, "procurement.award.do"));
    await hand.wait(page.getByText(say("procurement.award.decided_by")));
  });
  return hand.told();
}

/** An administrator of a town without members: its list of firms, and the invitation to send to them. */
async function emptyTown(telling: Telling): Promise<Told> {
  const [town] = await lookAt<{ who: string }>(
    `select split_part(p.email, '@', 1) as who from town t join membership m on m.town_id = t.id
       join seat s on s.organisation_id = m.organisation_id and s.ended_at is null and 'town_administrator' = any(s.roles) join person p on p.id = s.person_id
      where t.slug <> 'shanxi' and not exists (select 1 from membership o where o.town_id = t.id and o.kind <> 'administration')
        and not exists (select 1 from roll_entry e where e.town_id = t.id) order by t.slug, who limit 1`,
  );
  if (town === undefined) throw new Error("no empty town is left");
  const { screen, hand } = await begin(telling, town.who);
  const { page, say } = screen;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const toRoll = page.getByRole("link", { name: say("shell.workbench.first.step.roll") });
  await hand.open("/workbench", toRoll);
  await hand.press(toRoll);
  // The file's own field bears the same name and is no stop of Tab.
  const choose = page.getByRole("main").locator("button", { hasText: say("town.import.choose") });
  await hand.wait(choose);
  const list = await aWorkbook(Array.from({ length: 10 }, (_, at) => aFirmRow(60_000 + telling.nth * 10 + at)));
  const picking = page.waitForEvent("filechooser");
  await hand.press(choose);
  await (await picking).setFiles({
    name: "名录.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: list,
  });
  await hand.wait(button(screen, "town.import.commit"));
  await hand.press(button(screen, "town.import.commit"));
  await hand.wait(page.getByText(say("town.import.done", { count: 10 })));
  const copy = button(screen, "shell.workbench.first.copy");
  await hand.wait(copy);
  await hand.press(copy);
  await hand.wait(page.getByRole("button", { name: say("ui.copied") }));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/join\?town=/);
  return hand.told();
}

/** Which town grew most this quarter: the board put in the order of growth. */
async function whichTownGrew(telling: Telling): Promise<Told> {
  const { screen, hand } = await begin(telling, "officer.shanxi");
  const { page, say } = screen;
  const byGrowth = page.getByRole("radio", { name: say("figures.board.by_growth") });
  await hand.open("/province/board", byGrowth);
  await hand.choose(byGrowth);
  const towns = page.getByRole("main").locator(telling.look.phone ? ".t-ranking li" : "tbody tr");
  await hand.wait(towns);
  await expect(towns.first()).toContainText(/%/);
  return hand.told();
}

export const stories: Readonly<Record<string, Story>> = {
  "first request, paste to published": { goalSeconds: 120, mostPresses: 7, tell: firstRequest },
  "200 pasted lines to published": { goalSeconds: 300, mostPresses: 5, tell: twoHundredLines },
  "quote from a link, by a firm of the neighbour town": { goalSeconds: 180, mostPresses: 6, tell: quoteByLink },
  "a stranger quotes from a link": { goalSeconds: 180, mostPresses: 20, tell: strangerQuotes },
  "quotes opened, compared and awarded": { goalSeconds: 180, mostPresses: 5, tell: compareAndAward },
  "empty town: ten firms listed and invited": { goalSeconds: 1_200, mostPresses: 6, tell: emptyTown },
  "which town grew most this quarter": { goalSeconds: 30, mostPresses: 2, tell: whichTownGrew },
};
