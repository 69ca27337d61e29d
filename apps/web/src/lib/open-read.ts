import { useEffect, useState } from "react";

export type OpenAnswer<T> =
  | { readonly status: "pending" }
  | { readonly status: "refused" }
  | { readonly status: "failed"; readonly retry: () => void }
  | { readonly status: "ready"; readonly data: T };

/** One public question, without the query layer that public pages must not wait for. Null: what was asked for does not exist. */
async function readOpen<T>(path: string, input: string): Promise<T | null> {
  const address = input === "" ? `/trpc/${path}` : `/trpc/${path}?input=${encodeURIComponent(`{"json":${input}}`)}`;
  const response = await fetch(address, { headers: { "x-jizhen-client": "web" } });
  if (response.status === 404 || response.status === 400) return null;
  if (!response.ok) throw new Error(`no answer: ${response.status}`);
  const { result } = (await response.json()) as { result: { data: { json: T } } };
  return result.data.json;
}

/** Asks when the page stands and when it is tried again. Dates arrive as text. */
export function useOpenRead<T>(path: string, input: object | null): OpenAnswer<T> {
  const [answer, setAnswer] = useState<OpenAnswer<T>>({ status: "pending" });
  const [attempt, setAttempt] = useState(0);
  const asked = input === null ? "" : JSON.stringify(input);
  useEffect(() => {
    // An answer to an address that was left meanwhile is dropped.
    let wanted = true;
    const tell = (found: OpenAnswer<T>) => wanted && setAnswer(found);
    const retry = () => setAttempt(attempt + 1);
    setAnswer({ status: "pending" });
    readOpen<T>(path, asked).then(
      (data) => tell(data === null ? { status: "refused" } : { status: "ready", data }),
      () => tell({ status: "failed", retry }),
    );
    return () => {
      wanted = false;
    };
  }, [path, asked, attempt]);
  return answer;
}
