import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flagIn, oneOf, present, textIn } from "#lib/search.ts";
import { tabKeys } from "../features/procurement/detail/tabs.ts";
import { quoteStates } from "../features/procurement/quote/states.ts";
import { offerSearch } from "../features/trade/offer/search.ts";
import { orderSearch } from "../features/trade/order/search.ts";
import { Crash } from "./crash.tsx";
import { late } from "./late.tsx";
import { NotFound } from "./not-found.tsx";
import { Root } from "./root.tsx";

/*
 * Every address of the app, one entry a page, each page its own chunk.
 * staticData.frame: "bare" loads nothing but the page (the public first page), "kit" adds the kit and the query layer (signing in, joining),
 * "work" adds menu, switcher and messages and asks for a sign-in. staticData.title is the key of the document's title.
 * Search params are read with #lib/search.ts: what does not fit is dropped.
 */
export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: Crash });

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  staticData: { frame: "bare" },
  component: lazyRouteComponent(() => import("../features/home/home-page.tsx"), "HomePage"),
});
const workbench = createRoute({
  getParentRoute: () => rootRoute,
  path: "/workbench",
  staticData: { frame: "work", title: "shell.nav.workbench" },
  component: lazyRouteComponent(() => import("./workbench/workbench-page.tsx"), "WorkbenchPage"),
});

const messages = createRoute({
  getParentRoute: () => rootRoute,
  path: "/messages",
  staticData: { frame: "work", title: "shell.messages" },
  validateSearch: (search: Record<string, unknown>) => present({ unread: flagIn(search, "unread") }),
  component: lazyRouteComponent(() => import("../features/messages/message-page.tsx"), "MessagePage"),
});

const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings",
  staticData: { frame: "work", title: "shell.nav.settings" },
  component: lazyRouteComponent(() => import("../features/settings/settings-page.tsx"), "SettingsPage"),
});

// --- procurement, buying side ---------------------------------------------------------------------------------------
const postRequest = createRoute({
  getParentRoute: () => rootRoute,
  path: "/procurement/requests/new",
  staticData: { frame: "work", title: "procurement.request.post.title" },
  component: late(() => import("../features/procurement/request/post/write-request.tsx"), "WriteRequest", "procurement.request.post.title"),
});

const requestList = createRoute({
  getParentRoute: () => rootRoute,
  path: "/procurement/requests",
  staticData: { frame: "work", title: "procurement.request.list.title" },
  validateSearch: (search: Record<string, unknown>) =>
    present({
      status: oneOf(search, "status", ["draft", "quoting", "frozen", "opened", "awarded", "unsuccessful", "cancelled"]),
      text: textIn(search, "text"),
      sort: oneOf(search, "sort", ["closing"]),
    }),
  component: lazyRouteComponent(() => import("../features/procurement/request/list/list-page.tsx"), "RequestListPage"),
});
const editRequest = createRoute({
  getParentRoute: () => rootRoute,
  path: "/procurement/requests/$id/edit",
  staticData: { frame: "work", title: "procurement.request.post.edit_title" },
  component: late(
    () => import("../features/procurement/request/post/rewrite-request.tsx"),
    "RewriteRequest",
    "procurement.request.post.edit_title",
  ),
});

const requestDetail = createRoute({
  getParentRoute: () => rootRoute,
  path: "/procurement/requests/$id",
  staticData: { frame: "work", title: "procurement.request.detail.title" },
  validateSearch: (search: Record<string, unknown>) => present({ tab: oneOf(search, "tab", tabKeys) }),
  component: lazyRouteComponent(() => import("../features/procurement/detail/request-page.tsx"), "RequestPage"),
});

// --- procurement, selling side --------------------------------------------------------------------------------------
const familyCodes = ["flange", "forging", "buttweld", "baijiu", "glassware", "malleable", "admixture", "generic"] as const;
const board = createRoute({
  getParentRoute: () => rootRoute,
  path: "/selling/board",
  staticData: { frame: "work", title: "procurement.board.title" },
  validateSearch: (search: Record<string, unknown>) =>
    present({
      tab: oneOf(search, "tab", ["market"]),
      family: oneOf(search, "family", familyCodes),
      text: textIn(search, "text"),
      days: oneOf({ days: String(search["days"]) }, "days", ["1", "3", "7", "30"]),
      sort: oneOf(search, "sort", ["newest"]),
      fits: flagIn(search, "fits"),
      asked: flagIn(search, "asked"),
    }),
  component: lazyRouteComponent(() => import("../features/procurement/board/board-page.tsx"), "BoardPage"),
});
const capabilities = createRoute({
  getParentRoute: () => rootRoute,
  path: "/selling/capabilities",
  staticData: { frame: "work", title: "procurement.capability.title" },
  validateSearch: (search: Record<string, unknown>) =>
    present({ edit: textIn(search, "edit"), family: oneOf(search, "family", familyCodes) }),
  component: lazyRouteComponent(() => import("../features/procurement/capability/capability-page.tsx"), "CapabilityPage"),
});
const quoteRequest = createRoute({
  getParentRoute: () => rootRoute,
  path: "/selling/requests/$id",
  staticData: { frame: "work", title: "procurement.quote.page.title" },
  validateSearch: (search: Record<string, unknown>) => present({ town: textIn(search, "town") }),
  component: lazyRouteComponent(() => import("../features/procurement/quote/quote-page.tsx"), "QuotePage"),
});
const quoteList = createRoute({
  getParentRoute: () => rootRoute,
  path: "/selling/quotes",
  staticData: { frame: "work", title: "procurement.quote.list.title" },
  validateSearch: (search: Record<string, unknown>) =>
    present({ state: oneOf(search, "state", quoteStates), text: textIn(search, "text") }),
  component: lazyRouteComponent(() => import("../features/procurement/quote/quote-list-page.tsx"), "QuoteListPage"),
});
const townCapabilities = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/capabilities",
  staticData: { frame: "work", title: "procurement.capability.review.title" },
  validateSearch: (search: Record<string, unknown>) =>
    present({
      status: oneOf(search, "status", ["verified", "every"]),
      family: oneOf(search, "family", familyCodes),
      text: textIn(search, "text"),
    }),
  component: lazyRouteComponent(() => import("../features/procurement/capability/review-page.tsx"), "ReviewPage"),
});

// --- trade ----------------------------------------------------------------------------------------------------------
const orderList = createRoute({
  getParentRoute: () => rootRoute,
  path: "/orders",
  staticData: { frame: "work", title: "trade.order.list.title" },
  validateSearch: orderSearch,
  component: lazyRouteComponent(() => import("../features/trade/order/order-list-page.tsx"), "OrderListPage"),
});
const order = createRoute({
  getParentRoute: () => rootRoute,
  path: "/orders/$id",
  staticData: { frame: "work", title: "trade.order.title" },
  component: lazyRouteComponent(() => import("../features/trade/order/order-page.tsx"), "OrderPage"),
});
const offerList = createRoute({
  getParentRoute: () => rootRoute,
  path: "/selling/offers",
  staticData: { frame: "work", title: "trade.offer.list.title" },
  validateSearch: offerSearch,
  component: lazyRouteComponent(() => import("../features/trade/offer/offer-list-page.tsx"), "OfferListPage"),
});
const newOffer = createRoute({
  getParentRoute: () => rootRoute,
  path: "/selling/offers/new",
  staticData: { frame: "work", title: "trade.offer.new" },
  component: late(() => import("../features/trade/offer/offer-page.tsx"), "NewOfferPage", "shell.nav.offers"),
});
const offer = createRoute({
  getParentRoute: () => rootRoute,
  path: "/selling/offers/$id",
  staticData: { frame: "work", title: "trade.offer.title" },
  component: late(() => import("../features/trade/offer/offer-page.tsx"), "OfferPage", "shell.nav.offers"),
});

// --- figures: declarations, reports, cockpit, province board ---------------------------------------------------------
const declarations = createRoute({
  getParentRoute: () => rootRoute,
  path: "/declarations",
  staticData: { frame: "work", title: "shell.nav.declarations" },
  validateSearch: (search: Record<string, unknown>) => present({ quarter: textIn(search, "quarter") }),
  component: lazyRouteComponent(() => import("../features/town/figures/declaration-page.tsx"), "DeclarationPage"),
});
const townReports = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/reports",
  staticData: { frame: "work", title: "shell.nav.reports" },
  validateSearch: (search: Record<string, unknown>) => present({ quarter: textIn(search, "quarter") }),
  component: lazyRouteComponent(() => import("../features/town/figures/desk-page.tsx"), "DeskPage"),
});
const cockpit = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/cockpit",
  staticData: { frame: "work", title: "shell.nav.cockpit" },
  component: lazyRouteComponent(() => import("../features/town/figures/cockpit-page.tsx"), "CockpitPage"),
});
const figure = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/figures/$key/$period",
  staticData: { frame: "work", title: "shell.nav.cockpit" },
  component: lazyRouteComponent(() => import("../features/town/figures/figure-page.tsx"), "FigurePage"),
});
const provinceBoard = createRoute({
  getParentRoute: () => rootRoute,
  path: "/province/board",
  staticData: { frame: "work", title: "shell.nav.province_board" },
  validateSearch: (search: Record<string, unknown>) => present({ period: textIn(search, "period") }),
  component: lazyRouteComponent(() => import("../features/town/figures/board-page.tsx"), "BoardPage"),
});
const provinceReports = createRoute({
  getParentRoute: () => rootRoute,
  path: "/province/reports",
  staticData: { frame: "work", title: "shell.nav.province_reports" },
  component: lazyRouteComponent(() => import("../features/town/figures/province-reports-page.tsx"), "ProvinceReportsPage"),
});
const definitions = createRoute({
  getParentRoute: () => rootRoute,
  path: "/province/definitions",
  staticData: { frame: "work", title: "shell.nav.definitions" },
  component: lazyRouteComponent(() => import("../features/town/figures/definitions-page.tsx"), "DefinitionsPage"),
});

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
      page:
        typeof search["page"] === "number" && Number.isInteger(search["page"]) && search["page"] > 1 && search["page"] <= 10_000
          ? search["page"]
          : undefined,
    }),
  component: lazyRouteComponent(() => import("../features/town/admission/admission-page.tsx"), "AdmissionPage"),
});
const firm = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/members/$id",
  staticData: { frame: "work", title: "shell.nav.admission" },
  component: lazyRouteComponent(() => import("../features/town/admission/firm-page.tsx"), "FirmPage"),
});

const roll = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/roll",
  staticData: { frame: "work", title: "town.roll.page" },
  validateSearch: (search: Record<string, unknown>) =>
    present({
      text: textIn(search, "text"),
      state: oneOf(search, "state", ["operating", "dormant", "closed"]),
      member: oneOf(search, "member", ["yes", "no"]),
      sort: oneOf(search, "sort", ["name"]),
    }),
  component: lazyRouteComponent(() => import("../features/town/roll/roll-page.tsx"), "RollPage"),
});
const imports = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/imports",
  staticData: { frame: "work", title: "town.import.page" },
  component: lazyRouteComponent(() => import("../features/town/roll/import-page.tsx"), "ImportPage"),
});
const importDetail = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/imports/$id",
  staticData: { frame: "work", title: "town.import.page" },
  component: lazyRouteComponent(() => import("../features/town/roll/import-detail-page.tsx"), "ImportDetailPage"),
});
const provinceTowns = createRoute({
  getParentRoute: () => rootRoute,
  path: "/province/towns",
  staticData: { frame: "work", title: "shell.nav.towns" },
  component: lazyRouteComponent(() => import("../features/town/towns/towns-page.tsx"), "TownsPage"),
});
const townSettings = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/settings",
  staticData: { frame: "work", title: "town.settings.title" },
  component: late(() => import("../features/town/settings/settings-page.tsx"), "TownSettingsPage", "town.settings.title"),
});
const policyDesk = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/policies",
  staticData: { frame: "work", title: "shell.nav.town_policies" },
  component: late(() => import("../features/town/policies/desk-page.tsx"), "PolicyDeskPage", "shell.nav.town_policies"),
});
const ourPolicies = createRoute({
  getParentRoute: () => rootRoute,
  path: "/policies",
  staticData: { frame: "work", title: "shell.nav.policies" },
  component: lazyRouteComponent(() => import("../features/town/policies/our-policies-page.tsx"), "OurPoliciesPage"),
});
const policy = createRoute({
  getParentRoute: () => rootRoute,
  path: "/policies/$id",
  staticData: { frame: "work", title: "shell.nav.policies" },
  component: lazyRouteComponent(() => import("../features/town/policies/policy-page.tsx"), "PolicyPage"),
});
const consent = createRoute({
  getParentRoute: () => rootRoute,
  path: "/public-page",
  staticData: { frame: "work", title: "town.portal.title" },
  component: lazyRouteComponent(() => import("../features/town/public/consent-page.tsx"), "ConsentPage"),
});

// --- public pages of the province and its towns ---------------------------------------------------------------------
const publicTowns = createRoute({
  getParentRoute: () => rootRoute,
  path: "/towns",
  staticData: { frame: "bare", title: "town.public.towns" },
  component: lazyRouteComponent(() => import("../features/town/public/towns-page.tsx"), "PublicTownsPage"),
});
const publicTown = createRoute({
  getParentRoute: () => rootRoute,
  path: "/towns/$slug",
  staticData: { frame: "bare" },
  component: lazyRouteComponent(() => import("../features/town/public/portal-page.tsx"), "PortalPage"),
});
const publicPolicy = createRoute({
  getParentRoute: () => rootRoute,
  path: "/towns/$slug/policies/$id",
  staticData: { frame: "bare", title: "shell.nav.policies" },
  component: lazyRouteComponent(() => import("../features/town/public/public-policy-page.tsx"), "PublicPolicyPage"),
});

// --- development only -----------------------------------------------------------------------------------------------
const kit = createRoute({
  getParentRoute: () => rootRoute,
  path: "/dev/kit",
  staticData: { frame: "kit", title: "shell.title.kit" },
  component: lazyRouteComponent(() => import("./kit-page.tsx"), "KitPage"),
});

const townPages = [policyDesk, ourPolicies, policy, consent, publicTowns, publicTown, publicPolicy] as const;
const trade = [orderList, order, offerList, newOffer, offer] as const;
const pages = [
  home,
  settings,
  ...trade,
  board,
  capabilities,
  townCapabilities,
  workbench,
  messages,
  postRequest,
  requestList,
  editRequest,
  signIn,
  join,
  invitation,
  membership,
  members,
  admission,
  roll,
  imports,
  importDetail,
  declarations,
  townReports,
  cockpit,
  figure,
  provinceBoard,
  provinceReports,
  definitions,
  firm,
  provinceTowns,
  townSettings,
  ...townPages,
  requestDetail,
  quoteRequest,
  quoteList,
] as const;

export const routeTree = rootRoute.addChildren(import.meta.env.DEV ? [...pages, kit] : [...pages]);
