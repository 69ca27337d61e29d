import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { PaperFont } from "./fonts.ts";
import type { Paper } from "./paper.ts";

type Answer = { readonly id: number; readonly content: Uint8Array } | { readonly id: number; readonly fault: string };
type Waiting = { readonly resolve: (content: Uint8Array) => void; readonly reject: (error: Error) => void };
type Desk = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; readonly hasFonts: Set<string> };

/** One thread for all papers, started with the first; it does not keep the process alive. */
let desk: Desk | null = null;
let lastId = 0;
const longestMs = 60_000;

/** Draws a paper as PDF. A thread that dies takes the papers it held with it, and the next paper starts a new one. */
export function draw(paper: Paper, fonts: readonly PaperFont[]): Promise<Uint8Array> {
  desk ??= openDesk();
  const { worker, waiting, hasFonts } = desk;
  const news = fonts.filter(({ name }) => !hasFonts.has(name)).map(({ name, regular, bold }) => ({ name, regular, bold }));
  for (const { name } of news) hasFonts.add(name);
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    const alarm = setTimeout(() => void worker.terminate(), longestMs);
    const done =
      <T>(say: (value: T) => void) =>
      (value: T) => {
        clearTimeout(alarm);
        waiting.delete(id);
        if (waiting.size === 0) worker.unref();
        say(value);
      };
    waiting.set(id, { resolve: done(resolve), reject: done(reject) });
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ id, paper, fonts: news });
  });
}

function openDesk(): Desk {
  const file = createRequire(import.meta.url).resolve("@jizhen/api/paper-worker");
  const worker = new Worker(file);
  worker.unref();
  const waiting = new Map<number, Waiting>();
  worker.on("message", (answer: Answer) => {
    const one = waiting.get(answer.id);
    if ("fault" in answer) one?.reject(new Error(`the paper could not be drawn: ${answer.fault}`));
    else one?.resolve(answer.content);
  });
  const lost = (error: Error) => {
    desk = null;
    for (const one of waiting.values()) one.reject(error);
  };
  worker.on("error", lost);
  worker.on("exit", () => lost(new Error("the thread that draws papers has ended")));
  return { worker, waiting, hasFonts: new Set() };
}
