import { localDateAt } from "@jizhen/kernel";
import type { SheetMaker } from "../../platform/sheets/offer.ts";
import { everyMembership, MembershipExportFilter, type MembershipRow } from "./membership.list.views.ts";
import { readFilter, type Say, wordsOf } from "./sheet-words.ts";

type Heading = Parameters<Say>[0];

/** A column: its heading, and the cell of a row. */
const columns: readonly (readonly [Heading, (row: MembershipRow, t: Say) => string | null])[] = [
  ["town.join.name_zh", ({ nameZh }) => nameZh],
  ["town.join.name_en", ({ nameEn }) => nameEn],
  ["town.file.number", ({ number }) => number],
  ["town.join.kind", ({ kind }, t) => t(`town.kind.${kind}`)],
  ["town.file.state", ({ state }, t) => t(`town.state.${state}`)],
  ["town.list.visiting", ({ visiting }, t) => (visiting ? t("town.list.visiting") : "")],
  ["town.join.address", ({ address }) => address],
  ["town.join.legal_representative", ({ legalRepresentative }) => legalRepresentative],
  ["town.join.contact_name", ({ contactName }) => contactName],
  ["town.join.contact_phone", ({ contactPhone }) => contactPhone],
  ["town.join.main_products", ({ mainProducts }) => mainProducts],
  ["town.file.applied_at", ({ appliedAt }) => localDateAt(appliedAt)],
  ["town.file.decided_at", ({ decidedAt }) => (decidedAt === null ? null : localDateAt(decidedAt))],
];

/** The list of members with the filters of the screen. */
export const memberSheet: SheetMaker = {
  permission: "town.membership.read",
  load: async (tx, { filter, locale }) => {
    const rows = await everyMembership(tx, readFilter(MembershipExportFilter, filter));
    const t = await wordsOf(locale);
    const head = columns.map(([heading]) => t(heading));
    return { name: t("shell.nav.admission"), rows: [head, ...rows.map((row) => columns.map(([, cell]) => cell(row, t) ?? ""))] };
  },
};
