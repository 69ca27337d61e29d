import type { Deployment } from "./deployment.ts";
import { look } from "./invariants.ts";
import { type Ledger, lostOf } from "./ledger.ts";
import { timed } from "./scale.ts";
import type { Writers } from "./writers.ts";

/** Seconds until every server is healthy and every writer has written again, with nobody's help. */
export async function secondsUntilBack({ servers }: Deployment, writers: Writers): Promise<number> {
  const { seconds } = await timed(async () => {
    await Promise.all(servers.map((server) => server.healthy(60_000)));
    await writers.more(1);
  });
  return seconds;
}

/** What faults have left behind, once all is still: acknowledged work that is gone, broken invariants, and the counts for a figure. */
export async function aftermath(site: Deployment, ledger: Ledger, writers: Writers) {
  await writers.stop();
  await site.settled(120_000);
  const [{ broken, looked }, lost] = [await look(site.asOwner), await lostOf(site.asOwner, ledger.entries())];
  return { lost, broken, counts: { ...writers.tally, lost: lost.length, broken: broken.length, rowsLookedAt: looked } };
}
