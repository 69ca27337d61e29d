import type { ReactNode } from "react";
import { isRefusal, say } from "#lib/say.ts";
import { Loading, Problem, Refused } from "#ui/states.tsx";

type Read<T> = {
  readonly status: "pending" | "error" | "success";
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
};
type Props<T> = { readonly query: Read<T>; readonly children: (data: T) => ReactNode };

/** The states of a page that reads one thing: waiting, refused, broken, there. */
export function Asked<T>({ query, children }: Props<T>) {
  if (query.status === "pending") return <Loading />;
  if (query.status === "success" && query.data !== undefined) return <>{children(query.data)}</>;
  if (isRefusal(query.error)) return <Refused message={say(query.error)} />;
  return <Problem message={say(query.error)} onRetry={() => void query.refetch()} />;
}
