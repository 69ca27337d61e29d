import { logTo } from "@jizhen/api";
import { CannotStart } from "@jizhen/db";
import { readEnv } from "./env.ts";
import { inSources } from "./sources.ts";
import { start } from "./start.ts";

const log = logTo((line) => process.stderr.write(`${new Date().toISOString()} ${inSources(line)}\n`));

async function main(): Promise<void> {
  const running = await start(readEnv(process.env), log);
  process.stdout.write(`\nJizhen 集镇 ${running.url}\n`);
  if (running.links.length > 0)
    process.stdout.write(
      `\n演示登录（演示数据） / demo sign-in (invented data):\n${running.links.map((link) => `  ${link}`).join("\n")}\n`,
    );
  process.stdout.write("\nCtrl-C stops it; the data stays.\n");
  let stopping = false;
  const stop = () => {
    // A second Ctrl-C does not wait: everything acknowledged is already on disk.
    if (stopping) process.exit(130);
    stopping = true;
    process.stdout.write("\nstopping …\n");
    void running.stop().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

process.on("unhandledRejection", (error) => log.fault("nobody waited for this", error));

main().catch((error: unknown) => {
  if (error instanceof CannotStart) process.stderr.write(`${error.message}\n`);
  else log.fault("could not start", error);
  process.exit(1);
});
