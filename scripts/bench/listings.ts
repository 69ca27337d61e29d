// Lists, search, reads and writes through HTTP against the built server, each beside its ceiling. Needs `npm run build` before (bench.mjs does).
import { testServer } from "../../packages/db/src/testing.ts";
import { list, offers, one, search } from "./scenarios/reads.ts";
import { type Scene, signIn } from "./scenarios/scene.ts";
import { flow, publish, quote } from "./scenarios/writes.ts";
import { print, round, wanted } from "./support/figures.ts";
import { parentOf, residentMiB, startProduct } from "./support/processes.ts";
import { type BenchTown, layTown } from "./support/town.ts";

const only = process.argv.find((word) => word.startsWith("--size="))?.slice("--size=".length);
const sizes = only === undefined ? [10_000, 100_000] : [Number(only)];
const connections = 8;
const server = await testServer();
const listCpu: number[] = [];

async function postmasterOf({ fresh }: BenchTown): Promise<number> {
  const [row] = await fresh.asOwner<{ pid: number }>("select pg_backend_pid() as pid");
  // The backend ends with its connection; any other child of the server names the same parent.
  const [launcher] = await fresh.asOwner<{ pid: number }>("select pid from pg_stat_activity where backend_type = 'checkpointer'");
  return parentOf(launcher?.pid ?? row?.pid ?? 0);
}

async function scenesOf(town: BenchTown, size: number): Promise<void> {
  const product = await startProduct(town.ownerUrl);
  try {
    const scene: Scene = { product, town, size, postmaster: await postmasterOf(town), ...(await signIn(product, town)) };
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const idle = residentMiB(product.pid);
    const listed = await list(scene, connections);
    if (listed) listCpu.push(listed.serverCpuMs + listed.databaseCpuMs);
    if (listed && wanted("list.memory"))
      print("list.memory", { size, idleMiB: idle, loadMiB: listed.peakMiB, goal: { idleMiB: 150, loadMiB: 250 } });
    await offers(scene, connections);
    await search(scene, connections);
    await one(scene, connections);
    await quote(scene, connections);
    await publish(scene, connections);
    await flow(scene);
  } finally {
    await product.stop();
  }
}

async function coldStart(town: BenchTown, size: number): Promise<void> {
  if (!wanted("start.cold")) return;
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const product = await startProduct(town.ownerUrl);
    times.push(product.firstAnswerMs);
    await product.stop();
  }
  times.sort((a, b) => a - b);
  print("start.cold", { size, best: round(times[0] ?? 0, 0), p50: round(times[2] ?? 0, 0), goal: { p50: 1_000 } });
}

try {
  for (const size of sizes) {
    const town = await layTown(server, size);
    try {
      await scenesOf(town, size);
      if (size === sizes[0]) await coldStart(town, size);
    } finally {
      await town.drop();
    }
  }
  const [small, large] = listCpu;
  if (small !== undefined && large !== undefined)
    print("list.growth", { from: sizes[0], to: sizes[1], cpuTimes: round(large / small, 2), goal: { cpuTimes: 1.3 } });
} finally {
  await server.stop();
}
