import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const home = join(import.meta.dirname, "../..");
const startWithinMs = 600_000;
const stopWithinMs = 30_000;

export type Server = { readonly url: string; readonly dataDir: string; stop(): Promise<void> };
const fresh = () => mkdtempSync(join(tmpdir(), "jizhen-e2e-"));

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });

/** A server for each worker, on one demo laid once: laying it again costs more than copying its folder at rest. */
export async function startServers(count: number): Promise<readonly Server[]> {
  const first = await startServer(fresh());
  if (count === 1) return [first];
  await first.halt();
  const dataDirs = [first.dataDir, ...Array.from({ length: count - 1 }, fresh)];
  // Not cpSync: on Node 24 it forgets the mode of folders, and PostgreSQL starts in none that others may enter.
  for (const dataDir of dataDirs.slice(1)) await cp(first.dataDir, dataDir, { recursive: true });
  return Promise.all(dataDirs.map(startServer));
}

/** The built server as `npm start` starts it, on a data folder of its own. `halt` and `stop` insist on a clean end. */
async function startServer(dataDir: string): Promise<Server & { halt(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(home, "apps/server/dist/main.js")], {
    cwd: home,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: "127.0.0.1",
      PUBLIC_URL: "",
      DEMO: "1",
      RATE_LIMIT: "0",
      NODE_ENV: "test",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stdout.on("data", (part: Buffer) => said.push(part.toString()));
  child.stderr.on("data", (part: Buffer) => said.push(part.toString()));
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child, said);
  const halt = () => end(child, said);
  const stop = async () => {
    try {
      await halt();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
  return { url, dataDir, halt, stop };
}

async function answering(url: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  const giveUp = Date.now() + startWithinMs;
  while (Date.now() < giveUp) {
    if (child.exitCode !== null) throw new Error(`the server ended while starting:\n${said.join("")}`);
    if (
      await fetch(`${url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not answer within ${startWithinMs / 1000} s:\n${said.join("")}`);
}

async function end(child: ChildProcess, said: readonly string[]): Promise<void> {
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  child.kill("SIGINT");
  const code = await Promise.race([ended, new Promise<"late">((resolve) => setTimeout(() => resolve("late"), stopWithinMs))]);
  if (code === "late") child.kill("SIGKILL");
  if (code !== 0) throw new Error(`the server did not stop cleanly (${code}):\n${said.slice(-40).join("")}`);
  const faults = said
    .join("")
    .split("\n")
    .filter((line) => line.includes(" fault "));
  if (faults.length > 0) throw new Error(`the server logged faults:\n${faults.join("\n")}`);
}
