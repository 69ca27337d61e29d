import autocannon, { type Call } from "autocannon";
import { percentile, round } from "./figures.ts";
import { cpuMsOf, cpuMsOfFamily, type Running, residentMiB } from "./processes.ts";

export type Load = {
  readonly connections: number;
  readonly seconds?: number;
  /** Ends after so many calls: for writes, each of which uses up what was prepared for it. */
  readonly amount?: number;
  readonly next: () => Call;
};

export type Measured = {
  readonly requests: number;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
  readonly peakMiB: number;
};

/** Puts load on a server of this machine and reads what it cost; an answer that is not 2xx ends the benchmark. */
export async function measure(target: Running, postmaster: number, load: Load): Promise<Measured> {
  const times: number[] = [];
  let refused = "";
  const before = { server: cpuMsOf(target.pid), database: cpuMsOfFamily(postmaster) };
  let peakMiB = residentMiB(target.pid);
  const watch = setInterval(() => {
    peakMiB = Math.max(peakMiB, residentMiB(target.pid));
  }, 200);
  const began = performance.now();
  const shooting = autocannon({
    url: target.url,
    connections: load.connections,
    timeout: 60,
    ...(load.amount === undefined ? { duration: load.seconds ?? 5 } : { amount: load.amount }),
    requests: [
      {
        setupRequest: (request) => ({ ...request, ...load.next() }),
        onResponse: (status, body) => {
          if (status >= 300 && refused === "") refused = `${status} ${body.slice(0, 400)}`;
        },
      },
    ],
  });
  shooting.on("response", (_client, _status, _bytes, ms) => times.push(ms));
  const { errors, timeouts } = await shooting;
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  if (refused !== "" || errors + timeouts > 0) throw new Error(`the load met ${errors} errors and ${timeouts} time-outs: ${refused}`);
  const each = (ms: number) => round(ms / times.length);
  return {
    requests: times.length,
    rps: round(times.length / seconds, 1),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    serverCpuMs: each(cpuMsOf(target.pid) - before.server),
    databaseCpuMs: each(cpuMsOfFamily(postmaster) - before.database),
    peakMiB,
  };
}
