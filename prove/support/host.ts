import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { freePort } from "./server.ts";

const main = fileURLToPath(new URL("../../apps/server/dist/main.js", import.meta.url));

export type Host = {
  readonly url: string;
  readonly pid: number;
  /** All that it has written, both streams. */
  readonly said: () => string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
};

type HostOptions = {
  readonly env: Readonly<Record<string, string>>;
  /** Arguments of node itself. */
  readonly node?: readonly string[];
  readonly cwd?: string;
};

/** The built server in a process of its own, on a free port; `npm run build` must have gone before. */
export async function startHost({ env, node = [], cwd = process.cwd() }: HostOptions): Promise<Host> {
  if (!existsSync(main)) throw new Error("apps/server/dist is missing: run the build first");
  const child = spawn(process.execPath, [...node, main], {
    cwd,
    env: {
      PATH: process.env["PATH"] ?? "",
      NODE_ENV: "production",
      PORT: String(await freePort()),
      HOST: "127.0.0.1",
      DEMO: "0",
      RATE_LIMIT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const hear = (part: Buffer) => {
    text += part.toString("utf8");
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const port = await portOf(child, () => text);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    said: () => text,
    child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** With PUBLIC_URL set the server does not print its port, so the hosts of proofs are asked for by the one they listen on. */
async function portOf(child: ChildProcess, said: () => string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = /Jizhen 集镇 http:\/\/127\.0\.0\.1:(\d+)/.exec(said())?.[1];
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error(`the server ended while it started:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not start:\n${said()}`);
}
