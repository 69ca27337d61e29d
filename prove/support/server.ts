import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const main = join(import.meta.dirname, "../../apps/server/dist/main.js");
const startWithinMs = 120_000;

/** One process of the built server on a port of its own. It can be killed and started again; the port stays. */
export type Server = {
  readonly url: string;
  readonly pid: () => number;
  /** Sends a signal to this very process; SIGKILL also waits until it is gone. */
  readonly kill: (signal: "SIGKILL" | "SIGSTOP" | "SIGCONT" | "SIGTERM") => Promise<void>;
  readonly start: () => Promise<void>;
  /** Seconds until it answers that it and its database are well. */
  readonly healthy: (withinMs?: number) => Promise<number>;
  /** Everything it wrote since the first start. */
  readonly said: () => string;
  /** A clean end, as Ctrl-C asks for. */
  readonly stop: () => Promise<void>;
};

export type ServerSettings = { readonly dataDir: string; readonly env?: Readonly<Record<string, string>> };

/** Starts the server that `npm run build` made, with nothing of this process's own settings. */
export async function aServer({ dataDir, env = {} }: ServerSettings): Promise<Server> {
  if (!existsSync(main)) throw new Error("The proofs run the built server: npx turbo run build");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const said: string[] = [];
  const kept = Object.fromEntries(
    ["PATH", "HOME", "TMPDIR", "LANG"].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const settings = { ...kept, DATA_DIR: dataDir, PORT: String(port), DEMO: "0", RATE_LIMIT: "0", NODE_ENV: "test", ...env };
  let child: ChildProcess | null = null;
  const running = () => {
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server has ended:\n${said.slice(-40).join("")}`);
    return { child, pid: child.pid };
  };
  const start = async () => {
    child = spawn(process.execPath, [main], { env: settings, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout?.on("data", (part: Buffer) => said.push(part.toString()));
    child.stderr?.on("data", (part: Buffer) => said.push(part.toString()));
    await healthyWithin(url, startWithinMs, () => running());
  };
  const kill: Server["kill"] = async (signal) => {
    const { child: mine, pid } = running();
    const gone = signal === "SIGKILL" ? once(mine, "exit") : null;
    process.kill(pid, signal);
    await gone;
  };
  await start();
  return {
    url,
    pid: () => running().pid,
    kill,
    start,
    healthy: (withinMs = startWithinMs) => healthyWithin(url, withinMs, () => running()),
    said: () => said.join(""),
    stop: async () => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      const late = setTimeout(() => child?.kill("SIGKILL"), 30_000);
      await gone;
      clearTimeout(late);
    },
  };
}

async function healthyWithin(url: string, withinMs: number, insistRunning: () => void): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < withinMs) {
    insistRunning();
    const answered = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return Math.round(performance.now() - began) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} is not well after ${withinMs / 1000} s`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
