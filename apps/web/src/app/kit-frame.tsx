import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { createClient, createQueries, TRPCProvider } from "#lib/trpc.ts";
import { Kit } from "#ui/kit.tsx";

/** Kit and query layer, for every page but the public first one. */
export function KitFrame({ children }: { readonly children: ReactNode }) {
  const [queries] = useState(createQueries);
  const [client] = useState(createClient);
  return (
    <QueryClientProvider client={queries}>
      <TRPCProvider trpcClient={client} queryClient={queries}>
        <Kit>{children}</Kit>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
