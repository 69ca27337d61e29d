import { origin } from "../../apps/server/src/http.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { asOwner, type Check, site, statusOf } from "./people.ts";

const quotes = `procurement.quote.list?input=${encodeURIComponent('{"json":{}}')}`;
const list = `procurement.request.list?input=${encodeURIComponent('{"json":{}}')}`;

/** Closes are waited for; anything later than this is a stream that outlived its right. */
async function streamEndsAfter(who: Someone, change: () => Promise<unknown>): Promise<boolean> {
  const answer = await fetch(`${site.url}/trpc/platform.live.hints`, { headers: { ...site.headers(who), accept: "text/event-stream" } });
  const reader = answer.body?.getReader();
  await reader?.read();
  await change();
  const began = performance.now();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read());
  return performance.now() - began < 5_000;
}

export const rights: readonly Check[] = [
  [
    "a role taken away is gone with the next request",
    async () => {
      const who = await site.world.colleague(site.world.buyerOwner, ["seller"]);
      const before = await statusOf(who, quotes);
      await asOwner("update seat set roles = '{buyer}' where person_id = $1", [who.actor.personId]);
      return before === 200 && (await statusOf(who, quotes)) === 403;
    },
  ],
  [
    "a seat that ended opens nothing",
    async () => {
      const who = await site.world.colleague(site.world.buyerOwner, ["buyer"]);
      await asOwner("update seat set state = 'ended', ended_at = now() where person_id = $1", [who.actor.personId]);
      return (await statusOf(who, list)) === 404;
    },
  ],
  [
    "a suspended membership stops its firm's people",
    async () => {
      const who = await site.world.firm(site.world.dingxiang, "Stopped Forge");
      await asOwner("update membership_card set state = 'suspended' where organisation_id = $1", [who.actor.orgId]);
      const headers = { ...site.headers(who), origin, "content-type": "application/json" };
      const answer = await fetch(`${site.url}/trpc/procurement.request.publish`, { method: "POST", headers, body: '{"json":{}}' });
      return answer.status === 403;
    },
  ],
  ["a workspace that is another's is none", async () => (await statusOf(site.world.buyer, list, site.world.rival.workspace)) === 404],
  ["a workspace of another town is none", async () => (await statusOf(site.world.buyer, list, site.world.elsewhere.workspace)) === 404],
  ["a workspace that is no workspace is none", async () => (await statusOf(site.world.buyer, list, "../../x")) === 404],
  ["signed in without a seat is not a member", async () => (await statusOf(site.world.stranger, list)) === 404],
];

export const streams: readonly Check[] = [
  [
    "the stream of a session that was revoked ends within five seconds",
    async () => {
      const who = await site.world.colleague(site.world.buyerOwner, ["buyer"]);
      return streamEndsAfter(who, () => asOwner("delete from session where token = $1", [who.token]));
    },
  ],
  [
    "the stream of somebody whose role was taken away ends within five seconds",
    async () => {
      const who = await site.world.colleague(site.world.buyerOwner, ["buyer"]);
      return streamEndsAfter(who, () => asOwner("update seat set roles = '{seller}' where person_id = $1", [who.actor.personId]));
    },
  ],
  [
    "the stream of a firm that was suspended ends within five seconds",
    async () => {
      const who = await site.world.firm(site.world.dingxiang, "Listening Forge");
      return streamEndsAfter(who, () =>
        asOwner("update membership_card set state = 'suspended' where organisation_id = $1", [who.actor.orgId]),
      );
    },
  ],
];
