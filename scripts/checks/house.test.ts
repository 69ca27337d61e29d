import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
// @ts-expect-error the checks are plain JavaScript, so that they run before anything is installed
import { findings } from "./house.mjs";

it.each([
  ["packages/domain-trade/src/order/rules.ts", "const now = Date.now();"],
  ["packages/api/src/modules/trade/order.usecases.ts", "await tx.db.purchaseOrder.updateMany({ where: {} });"],
  ["packages/api/src/modules/trade/order.router.ts", "  if (input.reason) refuse();"],
  ["packages/api/src/modules/trade/order.store.ts", "await db.$queryRawUnsafe(`select ${id}`);"],
  ["apps/web/src/features/trade/order/order-page.tsx", "return <p>订单已确认</p>;"],
  ["packages/kernel/src/money.ts", "// oxlint-disable-next-line"],
  ["packages/kernel/src/money.test.ts", 'it.only("…", () => {});'],
])("%s may not say: %s", (path, line) => expect(findings(path, line)).toHaveLength(1));

it("leaves ordinary code alone", () => {
  expect(
    findings("packages/domain-trade/src/order/rules.ts", "export const isLate = (order: Order, at: Date) => at >= order.answerBy;"),
  ).toEqual([]);
});

const home = join(dirname(fileURLToPath(import.meta.url)), "../..");
const planted = join(home, "packages/kernel/src/planted-for-the-boundary-test.ts");
afterAll(() => rmSync(planted, { force: true }));

it("the boundary check sees an import of types alone", () => {
  mkdirSync(dirname(planted), { recursive: true });
  writeFileSync(planted, 'import type { Permission } from "@jizhen/domain-town";\nexport const planted = (name: Permission) => name;\n');
  const check = spawnSync(process.execPath, ["scripts/checks/boundaries.mjs", "packages/kernel"], { cwd: home, encoding: "utf8" });
  expect(check.stdout).toContain("kernel-stands-alone");
  expect(check.status).not.toBe(0);
}, 60_000);
