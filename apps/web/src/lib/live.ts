import type { QueryClient } from "@tanstack/react-query";
import { ownHeaders } from "./trpc.ts";
import { touches } from "./use-submit.ts";

/** Splits a stream of server-sent events into their data, whatever the size of the pieces it arrives in. */
export function eventReader(onEvent: (event: { readonly name: string; readonly data: string }) => void): (piece: string) => void {
  let rest = "";
  return (piece) => {
    const blocks = (rest + piece).replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const lines = block.split("\n");
      const field = (name: string) =>
        lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ""));
      const data = field("data").join("\n");
      if (data !== "") onEvent({ name: field("event")[0] ?? "message", data });
    }
  };
}

/**
 * A topic is a golden-thread name and an id ("procurement.request:preq_…"); everything of that function is read again. The platform's own
 * topics name one thing each: a message that arrives must not send a question back to its start that asks who one is.
 */
export function hinted(queries: QueryClient, topic: string): void {
  // Hints may have been missed; or one is somebody else now, for whom every list and every button is another.
  if (topic === "*" || topic === "platform.session") return void queries.invalidateQueries();
  const [name = ""] = topic.split(":");
  const [area = ""] = name.startsWith("platform.") ? [name] : name.split(".");
  void queries.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, [area, "platform.notification"]) });
}

function topicsIn(data: string): string[] {
  return [...data.matchAll(/"topic"\s*:\s*"([^"]{1,200})"/g)].map(([, topic = ""]) => topic);
}

async function readOnce(queries: QueryClient, standing: string | null, signal: AbortSignal, onOpen: () => void): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ json: { standing } }));
  const answer = await fetch(`/trpc/platform.live.hints?input=${input}`, {
    headers: { ...ownHeaders(), accept: "text/event-stream" },
    signal,
  });
  if (!answer.ok || answer.body === null) throw new Error(`live stream answered ${answer.status}`);
  onOpen();
  const decoder = new TextDecoder();
  const read = eventReader(({ data }) => {
    for (const topic of topicsIn(data)) hinted(queries, topic);
  });
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    read(decoder.decode(value, { stream: true }));
  }
}

/**
 * Keeps open screens current. EventSource cannot send the workspace header, so the stream is read by fetch.
 * After a gap everything active is read again, because hints of that time are lost. It says for which standing the screen is drawn: one
 * that changed before the stream was open is told at once. Returns how to stop.
 */
export function listen(queries: QueryClient, standing: () => string | null): () => void {
  const stop = new AbortController();
  const run = async () => {
    let wait = 1_000;
    let gap = false;
    while (!stop.signal.aborted) {
      try {
        await readOnce(queries, standing(), stop.signal, () => {
          if (gap) void queries.invalidateQueries();
          wait = 1_000;
        });
      } catch {
        wait = Math.min(wait * 2, 60_000); // the next attempt is the handling; pages show their own state
      }
      gap = true;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };
  void run();
  return () => stop.abort();
}
