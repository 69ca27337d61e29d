import type { Call } from "autocannon";
import superjson, { type SuperJSONResult } from "superjson";
import { newId } from "../../../packages/db/src/index.ts";
import type { Running } from "./processes.ts";

const password = "bench 2026 定襄";

/** A person who signed in by the product's own door, at a desk of one firm. */
export type Desk = { readonly personId: string; readonly workspace: string; readonly cookie: string };

export const atDesk = ({ cookie, workspace }: Desk, origin: string) => ({
  cookie,
  origin,
  "x-jizhen-client": "web",
  "x-jizhen-workspace": workspace,
  "accept-encoding": "gzip, br",
});

export async function signUp({ url }: Running, name: string): Promise<{ personId: string; cookie: string }> {
  const email = `${name}@bench.jizhen.example`;
  const post = (path: string, body: object) =>
    fetch(`${url}/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url },
      body: JSON.stringify(body),
    });
  await post("/sign-up/email", { name, email, password });
  const answer = await post("/sign-in/email", { email, password });
  const { user } = (await answer.json()) as { user: { id: string } };
  return { personId: user.id, cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

export function query({ url }: Running, desk: Desk, path: string, input: unknown): Call {
  const asked = encodeURIComponent(JSON.stringify(superjson.serialize(input)));
  return { method: "GET", path: `/trpc/${path}?input=${asked}`, headers: atDesk(desk, url) };
}

export function mutation({ url }: Running, desk: Desk, path: string, input: unknown): Call {
  return {
    method: "POST",
    path: `/trpc/${path}`,
    headers: { ...atDesk(desk, url), "content-type": "application/json", "idempotency-key": newId("key") },
    body: JSON.stringify(superjson.serialize(input)),
  };
}

/** One call and its answer; a refusal ends the benchmark. */
export async function answerTo<T>({ url }: Running, { path, ...call }: Call): Promise<T> {
  const answer = await fetch(url + path, call);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path?.slice(0, 80)}: ${answer.status} ${text.slice(0, 600)}`);
  const { result } = JSON.parse(text) as { result: { data: SuperJSONResult } };
  return superjson.deserialize<T>(result.data);
}
