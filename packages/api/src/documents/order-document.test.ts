import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anIssuedOrder } from "../modules/trade/order.fixtures.ts";
import { makeDocument } from "../platform/documents.ts";
import { aWorld, type Someone, type World } from "../testing/index.ts";
import { askIdentity } from "../trpc/context.ts";
import { documents } from "../wiring.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

async function orderPaper(who: Someone, id: string, locale: "zh-CN" | "en" = "zh-CN") {
  const { workspace } = await askIdentity(world.platform.database, { token: who.token, workspaceKey: who.workspace });
  return makeDocument(world.platform.services, workspace, documents["orders"], id, locale);
}

/** Pages of a PDF: its page objects are written in the clear. */
const pagesOf = (content: Uint8Array) =>
  Buffer.from(content)
    .toString("latin1")
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

/** The code points that the fonts inside a PDF map back to, so that its text can be searched and read aloud. */
function textOf(content: Uint8Array): string {
  const file = Buffer.from(content);
  const found = new Set<string>();
  for (let at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("stream\n", at + 7)) {
    try {
      const stream = inflateSync(file.subarray(at + 7)).toString("latin1");
      if (!stream.includes("beginbfrange") && !stream.includes("beginbfchar")) continue;
      for (const [, hex = ""] of stream.matchAll(/<([0-9a-f]{4,8})>/gi)) found.add(Buffer.from(hex, "hex").swap16().toString("utf16le"));
    } catch {
      // Not a packed stream.
    }
  }
  return [...found].join("");
}

describe("the purchase order as PDF", () => {
  it("is drawn for both parties in their language", async () => {
    const { orderId, number } = await anIssuedOrder(world, world.buyerOwner, world.supplier);
    for (const who of [world.buyer, world.supplier]) {
      const paper = await orderPaper(who, orderId);
      expect(paper.name).toBe(`${number}.pdf`);
      expect(Buffer.from(paper.content).toString("latin1", 0, 5)).toBe("%PDF-");
      expect(pagesOf(paper.content)).toBe(1);
      const signs = textOf(paper.content);
      for (const sign of "采购订单甲锻造厂人民币大写壹万柒仟") expect(signs, sign).toContain(sign);
    }
    const english = await orderPaper(world.buyer, orderId, "en");
    expect(textOf(english.content)).not.toContain("写");
  });

  it("is nobody else's: another firm, another town and an id that is none get the same answer", async () => {
    const { orderId } = await anIssuedOrder(world, world.buyerOwner, world.supplier);
    for (const [who, id] of [
      [world.rival, orderId],
      [world.elsewhere, orderId],
      [world.buyer, "ordr_nonsense"],
    ] as const) {
      await expect(orderPaper(who, id)).rejects.toMatchObject({ reason: { code: "trade.order.unknown" } });
    }
    await expect(orderPaper(world.stranger, orderId)).rejects.toMatchObject({ reason: { code: "platform.workspace_unknown" } });
  });

  it("is drawn while others are drawn", async () => {
    const { orderId } = await anIssuedOrder(world, world.buyerOwner, world.secondSupplier);
    const papers = await Promise.all(Array.from({ length: 6 }, () => orderPaper(world.buyer, orderId)));
    expect(papers.every((paper) => pagesOf(paper.content) === 1)).toBe(true);
  });
});
