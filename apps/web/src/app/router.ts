import type { TextKey } from "@jizhen/i18n";
import { createRouter } from "@tanstack/react-router";
import { routeTree } from "./routes.tsx";

export const router = createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true, defaultPendingMs: 150 });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    frame?: "bare" | "kit" | "work";
    title?: TextKey;
  }
}
