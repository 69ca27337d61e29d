import type { TextKey } from "@jizhen/i18n";
import { createRouter } from "@tanstack/react-router";
import type { Frame } from "./root.tsx";
import { routeTree } from "./routes.tsx";

export const router = createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true, defaultPendingMs: 150 });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    frame?: Frame;
    title?: TextKey;
  }
}
