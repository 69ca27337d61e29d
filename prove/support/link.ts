import { connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** How the link behaves: chunks arrive late, come slowly, or not at all while both ends still believe in it. */
export type Weather = {
  readonly delayMs: () => number;
  readonly bytesPerSecond: number;
  readonly silent: boolean;
  /** Resets a connection at the first reply of at least this many bytes, in its middle. */
  readonly resetInReplyOf: number | null;
};

export const fair: Weather = { delayMs: () => 0, bytesPerSecond: Number.POSITIVE_INFINITY, silent: false, resetInReplyOf: null };

export type Link = {
  readonly port: number;
  readonly weather: (next: Partial<Weather>) => void;
  /** Resets every connection and refuses new ones until `mend`. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** Connections reset so far. */
  readonly resets: () => number;
  readonly close: () => Promise<void>;
};

/** A TCP link to a local port that can be made slow, thin, silent, broken or treacherous. */
export async function aLink(target: number): Promise<Link> {
  let [now, isCut, resets] = [fair, false, 0];
  const open = new Set<Socket>();
  const reset = (...sockets: Socket[]) => {
    resets += 1;
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const carry = async (from: Socket, to: Socket, isReply: boolean) => {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      const { delayMs, bytesPerSecond, resetInReplyOf } = now;
      const wait = delayMs() + (chunk.length / bytesPerSecond) * 1000;
      if (wait > 0) await pause(wait);
      while (now.silent && !from.destroyed) await pause(20);
      if (isReply && resetInReplyOf !== null && chunk.length >= resetInReplyOf) {
        to.write(chunk.subarray(0, chunk.length >> 1), () => reset(from, to));
        return;
      }
      if (!to.write(chunk)) await new Promise<void>((resolve) => to.once("drain", resolve).once("close", resolve));
    }
    to.end();
  };
  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (isCut) return client.resetAndDestroy();
    const upstream = connect({ port: target, host: "127.0.0.1", allowHalfOpen: true });
    for (const socket of [client, upstream]) {
      open.add(socket.setNoDelay(true));
      socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
    }
    void carry(client, upstream, false).catch(() => upstream.destroy());
    void carry(upstream, client, true).catch(() => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    weather: (next) => (now = { ...fair, ...next }),
    cut: () => {
      isCut = true;
      reset(...open);
    },
    mend: () => (isCut = false),
    resets: () => resets,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
