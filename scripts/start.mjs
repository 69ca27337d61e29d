// npm start: installs what is missing, builds what changed, and serves everything on one port.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build, giveUp, home, install } from "./lib.mjs";

await install();
if ((await build()) !== 0) giveUp("The build failed; the reason stands above. / 构建失败，原因见上。");

const server = spawn(process.execPath, [join(home, "apps/server/dist/main.js")], {
  cwd: home,
  stdio: "inherit",
  env: { JIZHEN_HOME: home, ...process.env },
});
// Ctrl-C reaches the server by itself (same terminal); it stops cleanly and this process only waits for it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => server.kill("SIGTERM"));
server.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
