#!/usr/bin/env node
// Stands in for Prisma's native schema engine: JSON-RPC on stdio, answered by the WASM engine of the same version over a
// driver adapter. So the Prisma CLI works without a download (migrate dev and migrate reset are beyond the WASM engine).
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { adapterFactory } from "./schema-engine/adapter.mjs";
import { runCommand } from "./schema-engine/commands.mjs";
import { datamodelFiles, datasourceUrl } from "./schema-engine/options.mjs";
import { loadEngine } from "./schema-engine/wasm.mjs";

const REQUEST_LIMIT_MS = 120_000;

const argv = process.argv.slice(2);
if (argv.includes("--version")) {
  console.log("schema-engine-cli wasm");
  process.exit(0);
}
if (argv.includes("cli")) process.exit(await runCommand(argv[argv.indexOf("cli") + 1], datasourceUrl(argv)));

// A panic aborts the WASM instance; unanswered, the CLI would wait for ever.
let panic = null;
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };
process.on("uncaughtException", (error) => fail(current, error));
process.on("unhandledRejection", (error) => fail(current, error));

const send = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
let current = null;
const connections = [];

function fail(id, error) {
  const message = panic ?? error?.message ?? String(error);
  const data = { is_panic: panic !== null, message, meta: error?.meta ?? null, error_code: error?.code ?? null };
  send({ jsonrpc: "2.0", id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
  if (panic !== null) process.stdout.write("", () => process.exit(101));
}

/** One engine per request: it can use its shadow-database factory only once, and an old session holds Prisma's advisory lock. */
async function freshEngine() {
  await closeConnections();
  const SchemaEngine = await loadEngine();
  const factory = adapterFactory(datasourceUrl(argv));
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    connections.push(adapter);
    return adapter;
  };
  const files = datamodelFiles(argv).map((path) => [path, readFileSync(path, "utf8")]);
  const log = process.env.SCHEMA_ENGINE_LOG ? (line) => console.error(line) : () => {};
  return SchemaEngine.new({ datamodels: files.length > 0 ? files : undefined }, log, bindMigrationAwareSqlAdapterFactory(factory));
}

const closeConnections = () => Promise.allSettled(connections.splice(0).map((adapter) => adapter.dispose()));

async function answer({ method, params }) {
  const engine = await freshEngine();
  if (method === "getDatabaseVersion") return engine.version(params);
  const result = await engine[method](params);
  if (method !== "diff" || !result.stdout) return result ?? null;
  send({ jsonrpc: "2.0", id: 9000, method: "print", params: { content: result.stdout } });
  return { ...result, stdout: null };
}

async function handle(line) {
  const request = JSON.parse(line);
  if (!request.method) return; // an acknowledgement of what we printed
  current = request.id;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the schema engine has not answered ${request.method} in ${REQUEST_LIMIT_MS / 1000} s`)),
      REQUEST_LIMIT_MS,
    );
  });
  try {
    send({ jsonrpc: "2.0", id: request.id, result: await Promise.race([answer(request), late]) });
  } catch (error) {
    fail(request.id, error);
  } finally {
    clearTimeout(timer);
  }
}

let queue = Promise.resolve();
createInterface({ input: process.stdin })
  .on("line", (line) => {
    queue = queue.then(() => handle(line));
  })
  .on("close", () => {
    queue = queue.then(closeConnections).then(() => process.exit(0));
  });
