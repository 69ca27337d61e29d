import type { AppRouter } from "@jizhen/api";
import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { createTRPCContext, createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import superjson from "superjson";
import { failureOf } from "./say.ts";
import { workspaceNow } from "./workspace.ts";

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** Every call says that it comes from this app (a foreign page cannot set the header) and for which workspace. */
export function ownHeaders(): Record<string, string> {
  const workspace = workspaceNow();
  return { "x-jizhen-client": "web", ...(workspace === null ? {} : { "x-jizhen-workspace": workspace }) };
}

/** Put into a mutation's context, the key makes a repeated submission count once. */
export type CallContext = { readonly context: { readonly idempotencyKey: string } };
export const keyOf = (context: Record<string, unknown>): string =>
  typeof context["idempotencyKey"] === "string" ? context["idempotencyKey"] : crypto.randomUUID();

declare global {
  /** Who is signed in, asked by ahead.js before this code had come. */
  var jizhenMe: Promise<Response> | undefined;
}

/** The first question of a signed-in page has been asked already; its answer is used once. */
const ask: NonNullable<Parameters<typeof httpBatchLink>[0]["fetch"]> = (address, init) => {
  const asked = globalThis.jizhenMe;
  if (asked === undefined || typeof address !== "string" || !address.startsWith("/trpc/platform.session.me?"))
    return fetch(address, init as RequestInit);
  globalThis.jizhenMe = undefined;
  return asked;
};

export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === "mutation",
      true: httpLink({
        url: "/trpc",
        transformer: superjson,
        headers: ({ op }) => ({ ...ownHeaders(), "idempotency-key": keyOf(op.context) }),
      }),
      false: splitLink({
        // A query longer than an address may be, such as a draft of 200 lines, travels in a body.
        condition: ({ input }) => (JSON.stringify(input) ?? "").length > 3_000,
        true: httpLink({ url: "/trpc", transformer: superjson, headers: ownHeaders, methodOverride: "POST" }),
        false: splitLink({
          // Who one is waits for nothing else: an answer in a batch comes with the slowest of them.
          condition: ({ path }) => path === "platform.session.me",
          true: httpBatchLink({ url: "/trpc", transformer: superjson, maxItems: 1, headers: ownHeaders, fetch: ask }),
          false: httpBatchLink({ url: "/trpc", transformer: superjson, maxItems: 10, maxURLLength: 6_000, headers: ownHeaders }),
        }),
      }),
    }),
  ],
});

export type Client = typeof client;

/** A refusal is an answer and is not asked again; silence and faults are, twice. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => {
        const { reason, status } = failureOf(error);
        return failures < 2 && reason === null && (status === null || status >= 500);
      },
    },
    mutations: { retry: false },
  },
});

/** The same questions for what runs outside a screen. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient: queries });
export type Questions = typeof trpc;
