import fc from "fast-check";
import { expect, it } from "vitest";
import { eventReader } from "./live.ts";

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
