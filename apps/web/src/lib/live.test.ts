import { QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { expect, it } from "vitest";
import { eventReader, hinted } from "./live.ts";

it("reads the same events however the network cuts the stream", () => {
  const stream =
    'event: connected\ndata: {}\n\nid: 1\ndata: {"json":{"topic":"procurement.request:preq_1"}}\n\nevent: ping\ndata: \n\ndata: a\ndata: b\n\n';
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: stream.length })), (cuts) => {
      const seen: string[] = [];
      const read = eventReader(({ name, data }) => seen.push(`${name}=${data}`));
      const places = [0, ...cuts.sort((a, b) => a - b), stream.length];
      for (let at = 1; at < places.length; at += 1) read(stream.slice(places[at - 1], places[at]));
      expect(seen).toEqual(["connected={}", 'message={"json":{"topic":"procurement.request:preq_1"}}', "message=a\nb"]);
    }),
  );
});

/** Which of these questions, all answered before, are to be asked again after a hint. */
async function askedAgain(topic: string): Promise<string[]> {
  const queries = new QueryClient();
  const names = ["platform.session.me", "platform.notification.unread", "town.membership.mine", "trade.order.list"];
  for (const name of names) queries.setQueryData([name.split(".")], 1);
  hinted(queries, topic);
  await Promise.resolve();
  return names.filter((name) => queries.getQueryState([name.split(".")])?.isInvalidated);
}

it.each([
  { topic: "platform.session", again: ["platform.session.me", "platform.notification.unread", "town.membership.mine", "trade.order.list"] },
  { topic: "platform.notification", again: ["platform.notification.unread"] },
  { topic: "town.membership:memb_1", again: ["platform.notification.unread", "town.membership.mine"] },
])("$topic asks again for $again", async ({ topic, again }) => {
  expect(await askedAgain(topic)).toEqual(again);
});
