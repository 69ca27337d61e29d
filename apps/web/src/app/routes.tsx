import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flagIn, present } from "#lib/search.ts";
import { Root } from "./root.tsx";
import { NotFound } from "./not-found.tsx";
import { Crash } from "./crash.tsx";

/*
 * Every address of the app, one entry a page, each page its own chunk.
 * staticData.frame: "bare" loads nothing but the page (the public first page), "kit" adds the kit and the query layer (signing in, joining),
 * "work" adds menu, switcher and messages and asks for a sign-in. staticData.title is the key of the document's title.
 * Search params are read with #lib/search.ts: what does not fit is dropped.
 */
export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: Crash });

const workbench = createRoute({
  getParentRoute: () => rootRoute,
  path: "/workbench",
  staticData: { frame: "work", title: "shell.nav.workbench" },
  component: lazyRouteComponent(() => import("../features/workbench/workbench-page.tsx"), "WorkbenchPage"),
});

const messages = createRoute({
  getParentRoute: () => rootRoute,
  path: "/messages",
  staticData: { frame: "work", title: "shell.messages" },
  validateSearch: (search: Record<string, unknown>) => present({ unread: flagIn(search, "unread") }),
  component: lazyRouteComponent(() => import("../features/messages/message-page.tsx"), "MessagePage"),
});

// --- procurement, buying side ---------------------------------------------------------------------------------------
const postRequest = createRoute({
  getParentRoute: () => rootRoute,
  path: "/procurement/requests/new",
  staticData: { frame: "work", title: "procurement.request.post.title" },
  component: lazyRouteComponent(() => import("../features/procurement/request/post/post-page.tsx"), "PostPage"),
});

// --- procurement, selling side --------------------------------------------------------------------------------------

// --- trade ----------------------------------------------------------------------------------------------------------

// --- town: signing in, joining, members, admission ------------------------------------------------------------------

// --- development only -----------------------------------------------------------------------------------------------
const kit = createRoute({
  getParentRoute: () => rootRoute,
  path: "/dev/kit",
  staticData: { frame: "kit", title: "shell.title.kit" },
  component: lazyRouteComponent(() => import("./kit-page.tsx"), "KitPage"),
});

const pages = [workbench, messages, postRequest] as const;

export const routeTree = rootRoute.addChildren(import.meta.env.DEV ? [...pages, kit] : [...pages]);
