import type { Someone } from "../../packages/api/src/testing/people.ts";
import { headersOf } from "./callers.ts";

export type Stream = {
  /** Whether a hint of this topic comes, or came, within so long. */
  readonly heard: (topic: string, withinMs?: number) => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Listens to the live hints of somebody's workspace as the web application does; open when it answers. */
export async function aStream(url: string, who: Someone, authSecret: string): Promise<Stream> {
  const ending = new AbortController();
  const headers = { ...headersOf(who, authSecret), accept: "text/event-stream" };
  const answer = await fetch(`${url}/trpc/platform.live.hints`, { headers, signal: ending.signal });
  if (!answer.ok) throw new Error(`the stream answers ${answer.status}`);
  let text = "";
  const reading = (async () => {
    for await (const part of answer.body ?? []) text += Buffer.from(part).toString();
  })().catch(() => {});
  const comes = async (word: string, withinMs = 20_000) => {
    const giveUp = Date.now() + withinMs;
    while (!text.includes(word) && Date.now() < giveUp) await new Promise((resolve) => setTimeout(resolve, 20));
    return text.includes(word);
  };
  if (!(await comes("event: connected"))) throw new Error("the stream does not begin");
  return {
    heard: comes,
    close: () => {
      ending.abort();
      return reading;
    },
  };
}
