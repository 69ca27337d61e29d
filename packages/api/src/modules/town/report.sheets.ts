import { ReportId } from "@jizhen/domain-town";
import * as z from "zod";
import type { SheetMaker } from "../../platform/sheets/offer.ts";
import { amountOf, methodSheet, nameOf, periodName, stateOf, unitOf, wordsIn } from "./figure-words.ts";
import { reportForPaper } from "./report.paper.views.ts";
import { readFilter } from "./sheet-words.ts";

const ReportAsked = z.strictObject({ reportId: ReportId });
const columns = ["key", "name", "version", "period", "revision", "value", "value_state", "unit", "contributors"] as const;

/** A town's report of one quarter as a workbook: its figures, who is missing and why, and what each figure means. */
export const reportSheet: SheetMaker = {
  permission: "town.report.read",
  load: async (tx, { filter, locale }) => {
    const { reportId } = readFilter(ReportAsked, filter);
    const { report, town, lines, definitions } = await reportForPaper(tx, reportId);
    const say = await wordsIn(locale);
    const rows = lines.map(({ definition, figure, shown }) => [
      definition.key,
      nameOf(definition, locale),
      figure.version,
      figure.period,
      report.revision,
      amountOf(shown, definition.unit) ?? "",
      stateOf(shown, say),
      unitOf(definition.unit, say),
      shown.state === "value" ? figure.contributors : "",
    ]);
    const missing = report.missing.map(({ nameZh, reason }) => [nameZh, say(`figures.desk.reason.${reason}`)]);
    return {
      name: `${nameOf(town, locale)} ${periodName(report.quarter, say)}`,
      rows: [columns.map((name) => say(`figures.file.${name}`)), ...rows],
      more: [
        { name: say("figures.file.missing_firms"), rows: [[say("figures.desk.firm"), say("figures.desk.reason")], ...missing] },
        methodSheet(definitions, say, locale),
      ],
    };
  },
};
