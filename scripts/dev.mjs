// npm run dev: the server restarts on change and Vite serves the screens with hot reload.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { giveUp, home, install, tool } from "./lib.mjs";

await install();
if ((await tool("turbo", ["run", "generate", "--output-logs=errors-only"])) !== 0) giveUp("The database client could not be generated.");

const bin = (name) => join(home, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
const shell = process.platform === "win32";
const env = { JIZHEN_HOME: home, JIZHEN_DEV: "1", ...process.env };
const children = [
  spawn(bin("tsx"), ["watch", "--clear-screen=false", "apps/server/src/main.ts"], { cwd: home, stdio: "inherit", env, shell }),
  spawn(bin("vite"), [], { cwd: join(home, "apps/web"), stdio: "inherit", env, shell }),
];
process.on("SIGINT", () => {});
process.on("SIGTERM", () => children.forEach((child) => child.kill("SIGTERM")));
for (const child of children) child.on("exit", () => children.forEach((other) => other.kill("SIGTERM")));
