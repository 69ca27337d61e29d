import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { client, queries, TRPCProvider } from "#lib/trpc.ts";
import { Kit } from "#ui/kit.tsx";

/** Kit and query layer, for every page but the public first one. */
export function KitFrame({ children }: { readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={queries}>
      <TRPCProvider trpcClient={client} queryClient={queries}>
        <Kit>{children}</Kit>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
