import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const home = join(import.meta.dirname, "../..");
const startWithinMs = 600_000;
const stopWithinMs = 30_000;

export type Server = { readonly url: string; readonly dataDir: string; stop(): Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });

/** The built server as `npm start` starts it, on a data folder of its own. `stop` insists on a clean end. */
export async function startServer(): Promise<Server> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "jizhen-e2e-"));
  const child = spawn(process.execPath, ["--enable-source-maps", join(home, "apps/server/dist/main.js")], {
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
  return { url, dataDir, stop: () => stop(child, dataDir, said) };
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

async function stop(child: ChildProcess, dataDir: string, said: readonly string[]): Promise<void> {
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  child.kill("SIGINT");
  const code = await Promise.race([ended, new Promise<"late">((resolve) => setTimeout(() => resolve("late"), stopWithinMs))]);
  if (code === "late") child.kill("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
  if (code !== 0) throw new Error(`the server did not stop cleanly (${code}):\n${said.slice(-40).join("")}`);
  const faults = said
    .join("")
    .split("\n")
    .filter((line) => line.includes(" fault "));
  if (faults.length > 0) throw new Error(`the server logged faults:\n${faults.join("\n")}`);
}
