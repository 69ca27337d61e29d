import type { Permission } from "@jizhen/domain-town";
import type { TextKey } from "@jizhen/i18n";
import {
  IconBriefcase,
  IconBuildingCommunity,
  IconBuildingFactory,
  IconChartBar,
  IconHome,
  IconPackage,
  type IconProps,
  IconShoppingCart,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

export type Place = { readonly to: string; readonly label: TextKey; readonly needs: Permission | null };
export type Entry = {
  readonly key: string;
  readonly label: TextKey;
  readonly icon: ComponentType<IconProps>;
  readonly places: readonly Place[];
  /** Stands in the phone's bottom bar when there is room for four. */
  readonly inBar: boolean;
};

/** At most six entries; an entry without an open place is not shown. */
const entries: readonly Entry[] = [
  {
    key: "workbench",
    label: "shell.nav.workbench",
    icon: IconHome,
    inBar: true,
    places: [{ to: "/workbench", label: "shell.nav.workbench", needs: null }],
  },
  {
    key: "town",
    label: "shell.nav.firms",
    icon: IconBuildingCommunity,
    inBar: true,
    places: [
      { to: "/town/members", label: "shell.nav.admission", needs: "town.membership.read" },
      { to: "/town/documents", label: "town.document.desk", needs: "town.document.accept" },
      { to: "/town/measures", label: "town.measure.page", needs: "town.measure.read" },
      { to: "/town/roll", label: "town.roll.page", needs: "town.roll.read" },
      { to: "/town/imports", label: "town.import.page", needs: "town.import.check" },
      { to: "/town/policies", label: "shell.nav.town_policies", needs: "town.policy.save" },
      { to: "/town/upgrades", label: "shell.nav.town_upgrades", needs: "town.upgrade.review" },
      { to: "/town/complaints", label: "shell.nav.town_complaints", needs: "town.complaint.review" },
      { to: "/province/towns", label: "shell.nav.towns", needs: "town.town.survey" },
      { to: "/town/capabilities", label: "shell.nav.town_capabilities", needs: "procurement.capability.review" },
    ],
  },
  {
    key: "figures",
    label: "shell.nav.figures",
    icon: IconChartBar,
    inBar: true,
    places: [
      { to: "/town/cockpit", label: "shell.nav.cockpit", needs: "town.report.approve" },
      { to: "/town/reports", label: "shell.nav.reports", needs: "town.membership.read" },
      { to: "/province/board", label: "shell.nav.province_board", needs: "town.board.compare" },
      { to: "/province/reports", label: "shell.nav.province_reports", needs: "town.report.accept" },
      { to: "/province/definitions", label: "shell.nav.definitions", needs: "town.indicator.define" },
    ],
  },
  {
    key: "buying",
    label: "shell.nav.buying",
    icon: IconShoppingCart,
    inBar: true,
    places: [
      { to: "/procurement/requests/new", label: "shell.nav.post", needs: "procurement.request.save" },
      { to: "/procurement/requests", label: "shell.nav.requests", needs: "procurement.request.open" },
    ],
  },
  {
    key: "selling",
    label: "shell.nav.selling",
    icon: IconBriefcase,
    inBar: true,
    places: [
      { to: "/selling/board", label: "shell.nav.board", needs: "procurement.quote.read" },
      { to: "/selling/quotes", label: "shell.nav.quotes", needs: "procurement.quote.read" },
      { to: "/selling/capabilities", label: "shell.nav.capabilities", needs: "procurement.capability.read" },
      { to: "/selling/offers", label: "shell.nav.offers", needs: "trade.offer.save" },
    ],
  },
  {
    key: "orders",
    label: "shell.nav.orders",
    icon: IconPackage,
    inBar: false,
    places: [{ to: "/orders", label: "shell.nav.orders", needs: "trade.order.read" }],
  },
  {
    key: "organisation",
    label: "shell.nav.organisation",
    icon: IconBuildingFactory,
    inBar: false,
    places: [
      { to: "/declarations", label: "shell.nav.declarations", needs: "town.declaration.save" },
      { to: "/members", label: "shell.nav.members", needs: "town.seat.read" },
      { to: "/documents", label: "town.document.page", needs: "town.document.upload" },
      { to: "/policies", label: "shell.nav.policies", needs: "town.policy.read" },
      { to: "/upgrade", label: "shell.nav.upgrade", needs: "town.upgrade.propose" },
      { to: "/complaints", label: "shell.nav.complaints", needs: "town.complaint.read" },
      { to: "/public-page", label: "shell.nav.portal", needs: "town.portal.hide" },
      { to: "/membership", label: "town.membership.page", needs: null },
      { to: "/town/settings", label: "shell.nav.town_settings", needs: "town.town.read" },
      { to: "/settings", label: "shell.nav.settings", needs: null },
    ],
  },
];

/** What these permissions open, in the order of the menu. */
export const entriesFor = (may: (permission: Permission) => boolean): Entry[] =>
  entries
    .map((entry) => ({ ...entry, places: entry.places.filter(({ needs }) => needs === null || may(needs)) }))
    .filter(({ places }) => places.length > 0);

/** The place whose address is the longest beginning of the current one. */
export function placeOf(path: string, shown: readonly Entry[]): Place | null {
  const fitting = shown.flatMap(({ places }) => places).filter(({ to }) => path === to || path.startsWith(`${to}/`));
  return fitting.sort((a, b) => b.to.length - a.to.length)[0] ?? null;
}
