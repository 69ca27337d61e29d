import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { logTo } from "@jizhen/api";
import { type FreshDatabase, freshDatabase } from "@jizhen/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";
import { type Running, start } from "./start.ts";

const dataDir = mkdtempSync(join(tmpdir(), "jizhen-start-"));
const logged: string[] = [];
const log = logTo((line) => logged.push(line));
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(async () => {
  await fresh.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = (more: Record<string, string> = {}) =>
  readEnv({ PORT: "0", DEMO: "0", DATA_DIR: dataDir, DATABASE_URL: fresh.ownerUrl, APP_DATABASE_URL: fresh.appUrl, ...more });
const health = async ({ url }: Running) => (await fetch(`${url}/healthz`)).json();

describe("starting", () => {
  it("two processes at once on one empty database both serve, and stop cleanly", async () => {
    const both = await Promise.all([start(settings(), log), start(settings(), log)]);
    expect(await Promise.all(both.map(health))).toEqual([{ ok: true }, { ok: true }]);
    await Promise.all(both.map((running) => running.stop()));
    for (const running of both) await expect(health(running)).rejects.toThrow();
    expect(logged.filter((line) => line.startsWith("fault"))).toEqual([]);
  });

  it("does not wait for open streams when it stops", async () => {
    const running = await start(settings(), log);
    const endless = await fetch(`${running.url}/healthz`, { headers: { connection: "keep-alive" } });
    await endless.text();
    const began = performance.now();
    await running.stop();
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it("a port that is taken is one plain sentence, and nothing is left running", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const port = (other.address() as AddressInfo).port;
    await expect(start(settings({ PORT: String(port) }), log)).rejects.toThrow(
      `Port ${port} is taken by another program. Stop it, or set PORT to a free one.`,
    );
    await new Promise((resolve) => other.close(resolve));
    const left = await fresh.asOwner(
      "select 1 from pg_stat_activity where datname = current_database() and application_name like 'jizhen%'",
    );
    expect(left).toEqual([]);
  });
});
