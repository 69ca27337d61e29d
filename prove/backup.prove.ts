import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ENDING } from "../packages/db/src/backup/backup.ts";
import { aDataFolder, aDeployment, type Deployment } from "./support/deployment.ts";
import { look } from "./support/invariants.ts";
import { aLedger, type Ledger, lostOf } from "./support/ledger.ts";
import { figure, size, timed } from "./support/scale.ts";
import * as story from "./support/story.ts";
import { keepWriting } from "./support/writers.ts";

let site: Deployment;
let ledger: Ledger;
let into: string;
beforeAll(async () => {
  ledger = aLedger();
  into = mkdtempSync(join(tmpdir(), "jizhen-backups-"));
  site = await aDeployment({ servers: 1 });
});
afterAll(async () => {
  await site.close();
  ledger.close();
  rmSync(into, { recursive: true, force: true });
});

/** A command of the repository as its operator types it; answers what it printed. */
async function npmRun(name: "backup" | "restore", dataDir: string, word: string): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
  return (await promisify(execFile)("npm", ["run", "--silent", name, "--", word], { env })).stdout;
}

it("a backup under load holds everything acknowledged before its end, and what was sealed opens after its restore (G16)", async () => {
  const sealed = await story.published(site);
  await story.quote(site, site.people.supplier, sealed.id, ["86.5", "120"]);
  const writers = keepWriting(site, ledger, 4);
  await writers.more(size(15, 2_000));
  const { value: said, seconds: backupSeconds } = await timed(() => npmRun("backup", site.dataDir, into));
  await writers.more(size(10, 200));
  await writers.stop();
  const ended = Date.parse(
    said
      .split("\n")
      .find((line) => line.endsWith(ENDING))
      ?.split(" ")[0] ?? "",
  );
  const folder = /^Backup: (.*)$/m.exec(said)?.[1] ?? "";

  const dataDir = aDataFolder();
  const { seconds: restoreSeconds } = await timed(() => npmRun("restore", dataDir, folder));
  const restored = await aDeployment({ servers: 1, from: { dataDir, people: site.people } });
  try {
    await restored.settled(120_000);
    const entries = ledger.entries();
    const promised = entries.filter(({ at }) => at < ended);
    const [lost, missed] = [await lostOf(restored.asOwner, promised), await lostOf(restored.asOwner, entries)];
    const { broken, looked } = await look(restored.asOwner);
    figure({
      promise: "G16",
      proof: "backup under load, restored",
      seconds: backupSeconds + restoreSeconds,
      backupSeconds,
      restoreSeconds,
      acknowledgedBeforeItsEnd: promised.length,
      acknowledgedLater: entries.length - promised.length,
      lost: lost.length,
      broken: broken.length,
      rowsLookedAt: looked,
    });
    expect(lost).toEqual([]);
    expect(broken).toEqual([]);
    expect(promised.length).toBeGreaterThan(10);
    // What was written after the backup cannot be in it: the ledger sees that it is missing.
    expect(missed.length).toBeGreaterThan(0);

    await restored.later({ hours: 49 });
    const opened = await restored.as(site.people.buyer).procurement.request.open.mutate({ requestId: sealed.id });
    expect(opened.status).toBe("opened");
    const { parts } = await story.bestChoice(restored, sealed.id);
    expect(parts).toHaveLength(2); // the sealed prices could be read again
  } finally {
    await restored.close();
  }
});
