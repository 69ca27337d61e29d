import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { askAhead } from "#lib/ahead.ts";
import { flagIn, oneOf, present, textIn } from "#lib/search.ts";
import { boardPages } from "../features/procurement/board/question.ts";
import { tabKeys } from "../features/procurement/detail/tabs.ts";
import { quoteStates } from "../features/procurement/quote/states.ts";
import { requestPages } from "../features/procurement/request/list/question.ts";
import { offerSearch } from "../features/trade/offer/search.ts";
import { orderPages } from "../features/trade/order/question.ts";
import { orderSearch } from "../features/trade/order/search.ts";
import { late } from "./late.tsx";
import { rootRoute } from "./root-route.tsx";
import { townPages } from "./town-routes.tsx";

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
  beforeLoad: ({ cause }) => askAhead(cause, ({ ask, trpc }) => [ask(trpc.platform.notification.list.queryOptions({ before: null }))]),
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
  component: lazyRouteComponent(() => import("../features/procurement/request/post/write-request.tsx"), "WriteRequest"),
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
  beforeLoad: ({ cause, search }) => askAhead(cause, ({ askPages, trpc, client }) => [askPages(requestPages(trpc, client, search))]),
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
  beforeLoad: ({ cause, params: { id }, search: { tab } }) =>
    askAhead(cause, ({ ask, trpc }) => [
      ask(trpc.procurement.request.get.queryOptions({ id: id as never })),
      ...(tab === "quotes" ? [ask(trpc.procurement.award.evaluate.queryOptions({ requestId: id as never }))] : []),
    ]),
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
  beforeLoad: ({ cause, search }) =>
    askAhead(cause, ({ askPages, trpc, client }) => (search.tab === "market" ? [] : [askPages(boardPages(trpc, client, search))])),
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
  beforeLoad: ({ cause, params: { id }, search: { town } }) =>
    askAhead(cause, ({ ask, trpc }) =>
      town === undefined
        ? [
            ask(trpc.procurement.request.get.queryOptions({ id: id as never })),
            ask(trpc.procurement.quote.mine.queryOptions({ requestId: id as never })),
          ]
        : [],
    ),
  component: lazyRouteComponent(() => import("../features/procurement/quote/quote-page.tsx"), "QuotePage"),
});
const requestByLink = createRoute({
  getParentRoute: () => rootRoute,
  path: "/r/$id",
  staticData: { frame: "bare", title: "procurement.link.title" },
  component: lazyRouteComponent(() => import("../features/procurement/link/link-page.tsx"), "LinkPage"),
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
  beforeLoad: ({ cause, search }) => askAhead(cause, ({ askPages, trpc, client }) => [askPages(orderPages(trpc, client, search))]),
  component: lazyRouteComponent(() => import("../features/trade/order/order-list-page.tsx"), "OrderListPage"),
});
const order = createRoute({
  getParentRoute: () => rootRoute,
  path: "/orders/$id",
  staticData: { frame: "work", title: "trade.order.title" },
  beforeLoad: ({ cause, params: { id } }) =>
    askAhead(cause, ({ ask, trpc }) => [ask(trpc.trade.order.get.queryOptions({ id: id as never }))]),
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

// --- town: signing in, joining, members, admission ------------------------------------------------------------------
const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  staticData: { frame: "bare", title: "shell.sign_in" },
  validateSearch: (search: Record<string, unknown>) => present({ back: textIn(search, "back") }),
  component: lazyRouteComponent(() => import("../features/town/person/sign-in-page.tsx"), "SignInPage"),
});
const join = createRoute({
  getParentRoute: () => rootRoute,
  path: "/join",
  staticData: { frame: "kit", title: "shell.title.join" },
  validateSearch: (search: Record<string, unknown>) => present({ town: textIn(search, "town"), back: textIn(search, "back") }),
  component: lazyRouteComponent(() => import("../features/town/join/join-page.tsx"), "JoinPage"),
});
const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invitations/$token",
  staticData: { frame: "kit", title: "shell.title.invitation" },
  component: lazyRouteComponent(() => import("../features/town/members/invitation-page.tsx"), "InvitationPage"),
});

// --- development only -----------------------------------------------------------------------------------------------
const kit = createRoute({
  getParentRoute: () => rootRoute,
  path: "/dev/kit",
  staticData: { frame: "kit", title: "shell.title.kit" },
  component: lazyRouteComponent(() => import("./kit-page.tsx"), "KitPage"),
});

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
  ...townPages,
  requestDetail,
  quoteRequest,
  requestByLink,
  quoteList,
] as const;

export const routeTree = rootRoute.addChildren(import.meta.env.DEV ? [...pages, kit] : [...pages]);
