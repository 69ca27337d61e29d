import { createServer, request } from "node:http";

export type Balancer = {
  readonly url: string;
  /** How many requests each server was given, by its place. */
  readonly given: () => readonly number[];
  readonly close: () => Promise<void>;
};

/** One port in front of several servers, request by request in turn, as the plainest balancer does it; streams stay with their server. */
export async function aBalancer(ports: readonly number[]): Promise<Balancer> {
  const given = ports.map(() => 0);
  let turn = 0;
  const server = createServer((asked, answer) => {
    const at = turn++ % ports.length;
    given[at] = (given[at] ?? 0) + 1;
    const { method, url, headers } = asked;
    const onward = request({ host: "127.0.0.1", port: ports[at], method, path: url, headers, agent: false }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      answer.flushHeaders();
      from.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    given: () => given,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
