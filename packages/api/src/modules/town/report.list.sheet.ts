import { Quarter, type Report } from "@jizhen/domain-town";
import { localDateAt } from "@jizhen/kernel";
import * as z from "zod";
import type { SheetMaker } from "../../platform/sheets/offer.ts";
import { nameOf, periodName, type SayFigure, wordsIn } from "./figure-words.ts";
import { everyReport, type Listed } from "./report.views.ts";
import { readFilter } from "./sheet-words.ts";

const ListAsked = z.strictObject({ quarter: Quarter.nullable() });

const steps = ["submittedAt", "approvedAt", "acceptedAt", "lockedAt", "publishedAt"] as const;
const headings = [
  "town_code",
  "town",
  "period",
  "revision",
  "report",
  "checked",
  "expected",
  "submitted_on",
  "approved_on",
  "accepted_on",
  "locked_on",
  "published_on",
  "reason",
] as const;

/** The day of a step; empty while the report has not come so far. */
const dayOf = (report: Report, step: (typeof steps)[number]): string => {
  const at = (report as Partial<Record<(typeof steps)[number], Date>>)[step];
  return at === undefined ? "" : localDateAt(at);
};

const lineOf = ({ report, slug, ...town }: Listed, say: SayFigure, locale: Parameters<typeof nameOf>[1]) => [
  slug,
  nameOf(town, locale),
  report.quarter,
  report.revision,
  say(`figures.state.${report.state}`),
  report.checked,
  report.expected,
  ...steps.map((step) => dayOf(report, step)),
  report.reason ?? "",
];

/** The province's list of reports: who has come how far, with the days; no firm and no figure. */
export const reportListSheet: SheetMaker = {
  permission: "town.report.accept",
  load: async (tx, { filter, locale }) => {
    const { quarter } = readFilter(ListAsked, filter);
    const say = await wordsIn(locale);
    const lines = (await everyReport(tx, quarter)).map((listed) => lineOf(listed, say, locale));
    const title = say("figures.reports.title");
    return {
      name: quarter === null ? title : `${title} ${periodName(quarter, say)}`,
      rows: [headings.map((name) => say(`figures.file.${name}`)), ...lines],
    };
  },
};
