import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flagIn, oneOf, present, textIn } from "#lib/search.ts";
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

const requestList = createRoute({
  getParentRoute: () => rootRoute,
  path: "/procurement/requests",
  staticData: { frame: "work", title: "procurement.request.list.title" },
  validateSearch: (search: Record<string, unknown>) =>
    present({
      status: oneOf(search, "status", ["draft", "quoting", "closed", "opened", "awarded", "unsuccessful", "cancelled"]),
      text: textIn(search, "text"),
      sort: oneOf(search, "sort", ["closing"]),
    }),
  component: lazyRouteComponent(() => import("../features/procurement/request/list/list-page.tsx"), "RequestListPage"),
});
const editRequest = createRoute({
  getParentRoute: () => rootRoute,
  path: "/procurement/requests/$id/edit",
  staticData: { frame: "work", title: "procurement.request.post.edit_title" },
  component: lazyRouteComponent(() => import("../features/procurement/request/post/edit-page.tsx"), "EditPage"),
});

// --- procurement, selling side --------------------------------------------------------------------------------------

// --- trade ----------------------------------------------------------------------------------------------------------

// --- town: signing in, joining, members, admission ------------------------------------------------------------------
const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  staticData: { frame: "kit", title: "shell.sign_in" },
  validateSearch: (search: Record<string, unknown>) => present({ back: textIn(search, "back") }),
  component: lazyRouteComponent(() => import("../features/town/person/sign-in-page.tsx"), "SignInPage"),
});
const join = createRoute({
  getParentRoute: () => rootRoute,
  path: "/join",
  staticData: { frame: "kit", title: "shell.title.join" },
  component: lazyRouteComponent(() => import("../features/town/join/join-page.tsx"), "JoinPage"),
});
const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invitations/$token",
  staticData: { frame: "kit", title: "shell.title.invitation" },
  component: lazyRouteComponent(() => import("../features/town/members/invitation-page.tsx"), "InvitationPage"),
});
const membership = createRoute({
  getParentRoute: () => rootRoute,
  path: "/membership",
  staticData: { frame: "work", title: "town.membership.page" },
  component: lazyRouteComponent(() => import("../features/town/membership/membership-page.tsx"), "MembershipPage"),
});
const members = createRoute({
  getParentRoute: () => rootRoute,
  path: "/members",
  staticData: { frame: "work", title: "shell.nav.members" },
  validateSearch: (search: Record<string, unknown>) => present({ tab: oneOf(search, "tab", ["seats", "invitations", "log"]) }),
  component: lazyRouteComponent(() => import("../features/town/members/members-page.tsx"), "MembersPage"),
});
const admission = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/members",
  staticData: { frame: "work", title: "shell.nav.admission" },
  validateSearch: (search: Record<string, unknown>) =>
    present({
      state: oneOf(search, "state", ["open", "active", "suspended", "rejected", "all"]),
      kind: textIn(search, "kind"),
      text: textIn(search, "text"),
      warned: flagIn(search, "warned"),
      sort: oneOf(search, "sort", ["newest", "name"]),
      page: typeof search["page"] === "number" && Number.isInteger(search["page"]) && search["page"] > 1 && search["page"] <= 10_000 ? search["page"] : undefined,
    }),
  component: lazyRouteComponent(() => import("../features/town/admission/admission-page.tsx"), "AdmissionPage"),
});
const firm = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/members/$id",
  staticData: { frame: "work", title: "shell.nav.admission" },
  component: lazyRouteComponent(() => import("../features/town/admission/firm-page.tsx"), "FirmPage"),
});

// --- development only -----------------------------------------------------------------------------------------------
const kit = createRoute({
  getParentRoute: () => rootRoute,
  path: "/dev/kit",
  staticData: { frame: "kit", title: "shell.title.kit" },
  component: lazyRouteComponent(() => import("./kit-page.tsx"), "KitPage"),
});

const pages = [workbench, messages, postRequest, requestList, editRequest, signIn, join, invitation, membership, members, admission, firm] as const;

export const routeTree = rootRoute.addChildren(import.meta.env.DEV ? [...pages, kit] : [...pages]);
