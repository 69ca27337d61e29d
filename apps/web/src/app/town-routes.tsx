import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flagIn, oneOf, pageIn, present, textIn } from "#lib/search.ts";
import { withTownHall } from "#lib/words.ts";
import { late } from "./late.tsx";
import { rootRoute } from "./root-route.tsx";

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
  component: lazyRouteComponent(() => withTownHall(import("../features/town/roll/roll-page.tsx")), "RollPage"),
});
const imports = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/imports",
  staticData: { frame: "work", title: "town.import.page" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/roll/import-page.tsx")), "ImportPage"),
});
const importDetail = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/imports/$id",
  staticData: { frame: "work", title: "town.import.page" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/roll/import-detail-page.tsx")), "ImportDetailPage"),
});
const declarations = createRoute({
  getParentRoute: () => rootRoute,
  path: "/declarations",
  staticData: { frame: "work", title: "shell.nav.declarations" },
  validateSearch: (search: Record<string, unknown>) => present({ quarter: textIn(search, "quarter") }),
  component: lazyRouteComponent(() => withTownHall(import("../features/town/figures/declaration-page.tsx")), "DeclarationPage"),
});
const townReports = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/reports",
  staticData: { frame: "work", title: "shell.nav.reports" },
  validateSearch: (search: Record<string, unknown>) => present({ quarter: textIn(search, "quarter") }),
  component: lazyRouteComponent(() => withTownHall(import("../features/town/figures/desk-page.tsx")), "DeskPage"),
});
const cockpit = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/cockpit",
  staticData: { frame: "work", title: "shell.nav.cockpit" },
  component: late(() => withTownHall(import("../features/town/figures/cockpit-page.tsx")), "CockpitPage", "shell.nav.cockpit"),
});
const figure = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/figures/$key/$period",
  staticData: { frame: "work", title: "shell.nav.cockpit" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/figures/figure-page.tsx")), "FigurePage"),
});
const provinceBoard = createRoute({
  getParentRoute: () => rootRoute,
  path: "/province/board",
  staticData: { frame: "work", title: "shell.nav.province_board" },
  validateSearch: (search: Record<string, unknown>) => present({ period: textIn(search, "period") }),
  component: lazyRouteComponent(() => withTownHall(import("../features/town/figures/board-page.tsx")), "BoardPage"),
});
const provinceReports = createRoute({
  getParentRoute: () => rootRoute,
  path: "/province/reports",
  staticData: { frame: "work", title: "shell.nav.province_reports" },
  validateSearch: (search: Record<string, unknown>) => present({ quarter: textIn(search, "quarter") }),
  component: lazyRouteComponent(() => withTownHall(import("../features/town/figures/province-reports-page.tsx")), "ProvinceReportsPage"),
});
const definitions = createRoute({
  getParentRoute: () => rootRoute,
  path: "/province/definitions",
  staticData: { frame: "work", title: "shell.nav.definitions" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/figures/definitions-page.tsx")), "DefinitionsPage"),
});
const provinceTowns = createRoute({
  getParentRoute: () => rootRoute,
  path: "/province/towns",
  staticData: { frame: "work", title: "shell.nav.towns" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/towns/towns-page.tsx")), "TownsPage"),
});
const townSettings = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/settings",
  staticData: { frame: "work", title: "town.settings.title" },
  component: late(() => withTownHall(import("../features/town/settings/settings-page.tsx")), "TownSettingsPage", "town.settings.title"),
});
const policyDesk = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/policies",
  staticData: { frame: "work", title: "shell.nav.town_policies" },
  component: late(() => withTownHall(import("../features/town/policies/desk-page.tsx")), "PolicyDeskPage", "shell.nav.town_policies"),
});
const ourPolicies = createRoute({
  getParentRoute: () => rootRoute,
  path: "/policies",
  staticData: { frame: "work", title: "shell.nav.policies" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/policies/our-policies-page.tsx")), "OurPoliciesPage"),
});
const policy = createRoute({
  getParentRoute: () => rootRoute,
  path: "/policies/$id",
  staticData: { frame: "work", title: "shell.nav.policies" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/policies/policy-page.tsx")), "PolicyPage"),
});
const complaints = createRoute({
  getParentRoute: () => rootRoute,
  path: "/complaints",
  staticData: { frame: "work", title: "shell.nav.complaints" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/complaints/our-complaints-page.tsx")), "OurComplaintsPage"),
});
const fileComplaint = createRoute({
  getParentRoute: () => rootRoute,
  path: "/complaints/new",
  staticData: { frame: "work", title: "shell.nav.complaints" },
  component: late(
    () => withTownHall(import("../features/town/complaints/file-complaint-page.tsx")),
    "FileComplaintPage",
    "shell.nav.complaints",
  ),
});
const complaint = createRoute({
  getParentRoute: () => rootRoute,
  path: "/complaints/$id",
  staticData: { frame: "work", title: "shell.nav.complaints" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/complaints/complaint-page.tsx")), "ComplaintPage"),
});
const complaintDesk = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/complaints",
  staticData: { frame: "work", title: "shell.nav.town_complaints" },
  validateSearch: (search: Record<string, unknown>) =>
    present({ state: oneOf(search, "state", ["overdue", "answered", "ended"]), page: pageIn(search) }),
  component: lazyRouteComponent(() => withTownHall(import("../features/town/complaints/complaint-desk-page.tsx")), "ComplaintDeskPage"),
});
const deskComplaint = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/complaints/$id",
  staticData: { frame: "work", title: "shell.nav.town_complaints" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/complaints/complaint-page.tsx")), "DeskComplaintPage"),
});
const upgrades = createRoute({
  getParentRoute: () => rootRoute,
  path: "/upgrade",
  staticData: { frame: "work", title: "shell.nav.upgrade" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/upgrade/our-upgrades-page.tsx")), "OurUpgradesPage"),
});
const proposeUpgrade = createRoute({
  getParentRoute: () => rootRoute,
  path: "/upgrade/new",
  staticData: { frame: "work", title: "shell.nav.upgrade" },
  component: late(() => withTownHall(import("../features/town/upgrade/propose-page.tsx")), "ProposeUpgradePage", "shell.nav.upgrade"),
});
const upgrade = createRoute({
  getParentRoute: () => rootRoute,
  path: "/upgrade/$id",
  staticData: { frame: "work", title: "shell.nav.upgrade" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/upgrade/upgrade-page.tsx")), "UpgradePage"),
});
const measureUpgrade = createRoute({
  getParentRoute: () => rootRoute,
  path: "/upgrade/$id/measure",
  staticData: { frame: "work", title: "shell.nav.upgrade" },
  component: late(() => withTownHall(import("../features/town/upgrade/measure-page.tsx")), "MeasurePage", "shell.nav.upgrade"),
});
const upgradeBoard = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/upgrades",
  staticData: { frame: "work", title: "shell.nav.town_upgrades" },
  validateSearch: (search: Record<string, unknown>) =>
    present({
      state: oneOf(search, "state", ["none", "proposed", "baselined", "approved", "running", "measured", "verified", "closed", "stopped"]),
      kind: oneOf(search, "kind", ["digital", "low_carbon", "both"]),
      text: textIn(search, "text"),
      page: pageIn(search),
    }),
  component: lazyRouteComponent(() => withTownHall(import("../features/town/upgrade/upgrade-board-page.tsx")), "UpgradeBoardPage"),
});
const consent = createRoute({
  getParentRoute: () => rootRoute,
  path: "/public-page",
  staticData: { frame: "work", title: "town.portal.title" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/public/consent-page.tsx")), "ConsentPage"),
});
const publicTowns = createRoute({
  getParentRoute: () => rootRoute,
  path: "/towns",
  staticData: { frame: "bare", title: "town.public.towns" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/public/towns-page.tsx")), "PublicTownsPage"),
});
const publicTown = createRoute({
  getParentRoute: () => rootRoute,
  path: "/towns/$slug",
  staticData: { frame: "bare" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/public/portal-page.tsx")), "PortalPage"),
});
const publicPolicy = createRoute({
  getParentRoute: () => rootRoute,
  path: "/towns/$slug/policies/$id",
  staticData: { frame: "bare", title: "shell.nav.policies" },
  component: lazyRouteComponent(() => withTownHall(import("../features/town/public/public-policy-page.tsx")), "PublicPolicyPage"),
});
const admission = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/members",
  staticData: { frame: "work", title: "shell.nav.admission" },
  validateSearch: (search: Record<string, unknown>) =>
    present({
      state: oneOf(search, "state", ["open", "active", "suspended", "rejected", "all"]),
      kind: textIn(search, "kind"),
      grade: oneOf(search, "grade", ["small_micro", "above_scale", "specialised", "little_giant"]),
      text: textIn(search, "text"),
      warned: flagIn(search, "warned"),
      sort: oneOf(search, "sort", ["newest", "name"]),
    }),
  component: lazyRouteComponent(() => withTownHall(import("../features/town/admission/admission-page.tsx")), "AdmissionPage"),
});
const firm = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/members/$id",
  staticData: { frame: "work", title: "shell.nav.admission" },
  component: late(() => withTownHall(import("../features/town/admission/firm-page.tsx")), "FirmPage", "shell.nav.admission"),
});
const members = createRoute({
  getParentRoute: () => rootRoute,
  path: "/members",
  staticData: { frame: "work", title: "shell.nav.members" },
  validateSearch: (search: Record<string, unknown>) => present({ tab: oneOf(search, "tab", ["seats", "invitations", "log"]) }),
  component: lazyRouteComponent(() => withTownHall(import("../features/town/members/members-page.tsx")), "MembersPage"),
});
const ownDocuments = createRoute({
  getParentRoute: () => rootRoute,
  path: "/documents",
  staticData: { frame: "work", title: "town.document.page" },
  component: late(() => withTownHall(import("../features/town/documents/documents-page.tsx")), "DocumentsPage", "town.document.page"),
});
const documentDesk = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/documents",
  staticData: { frame: "work", title: "town.document.desk" },
  validateSearch: (search: Record<string, unknown>) => present({ which: oneOf(search, "which", ["waiting", "ending", "expired"]) }),
  component: late(() => withTownHall(import("../features/town/documents/desk-page.tsx")), "DocumentDeskPage", "town.document.desk"),
});
const measures = createRoute({
  getParentRoute: () => rootRoute,
  path: "/town/measures",
  staticData: { frame: "work", title: "town.measure.page" },
  validateSearch: (search: Record<string, unknown>) => present({ which: oneOf(search, "which", ["open", "all"]) }),
  component: late(() => withTownHall(import("../features/town/measures/measures-page.tsx")), "MeasuresPage", "town.measure.page"),
});
const membership = createRoute({
  getParentRoute: () => rootRoute,
  path: "/membership",
  staticData: { frame: "work", title: "town.membership.page" },
  component: late(() => withTownHall(import("../features/town/membership/membership-page.tsx")), "MembershipPage", "town.membership.page"),
});

/** Towns, members and figures: for firms, administrations, the province and everybody. */
export const townPages = [
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
  provinceTowns,
  townSettings,
  policyDesk,
  ourPolicies,
  policy,
  complaints,
  fileComplaint,
  complaint,
  complaintDesk,
  deskComplaint,
  upgrades,
  proposeUpgrade,
  upgrade,
  measureUpgrade,
  upgradeBoard,
  consent,
  publicTowns,
  publicTown,
  publicPolicy,
  admission,
  firm,
  members,
  ownDocuments,
  documentDesk,
  measures,
  membership,
] as const;
