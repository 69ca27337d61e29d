import type { ReactNode } from "react";
import { isRefusal, say } from "#lib/say.ts";
import { Loading, Problem, Refused } from "./states.tsx";

type Read = {
  readonly status: "pending" | "error" | "success";
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
};
type Held<T> = Read & { readonly data: T | undefined };

/** What stands in the place of something that is read while it is not there: waiting, refused (with what can be done then), or broken and to be tried again. */
export function Unread({ query, lines, action }: { readonly query: Read; readonly lines?: number; readonly action?: ReactNode }) {
  if (query.status === "success") return null;
  if (query.status === "pending") return <Loading {...(lines !== undefined && { lines })} />;
  if (isRefusal(query.error)) return <Refused message={say(query.error)} action={action} />;
  return <Problem message={say(query.error)} onRetry={() => void query.refetch()} />;
}

/** The states of a page that reads one thing: waiting, refused, broken, there. */
export const Asked = <T,>({ query, children }: { readonly query: Held<T>; readonly children: (data: T) => ReactNode }) =>
  query.status === "success" && query.data !== undefined ? <>{children(query.data)}</> : <Unread query={query} />;
