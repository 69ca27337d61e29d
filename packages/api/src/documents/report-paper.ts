import type { Locale } from "@jizhen/i18n";
import type { Content, TableCell } from "pdfmake/interfaces";
import { nameOf, periodName, readable, unitOf } from "../modules/town/figure-words.ts";
import type { ReportForPaper, ReportLineOnPaper } from "../modules/town/report.paper.views.ts";
import type { PdfDocument } from "../platform/documents.ts";
import { figurePaper, grey, heading, methodOf, textOf } from "./figure-paper.ts";
import { dateOf } from "./figures.ts";
import type { Paper } from "./paper.ts";
import { type Press, printed } from "./press.ts";

/** Months have their own lines on the screen; on paper the quarter stands, which is what is reported. */
const ofQuarter = ({ figure }: ReportLineOnPaper): boolean => figure.period.includes("Q");

function standing({ report }: ReportForPaper, { say }: Press): string {
  const parts = [
    `${say("figures.desk.state")}: ${say(`figures.state.${report.state}`)}`,
    say("figures.desk.revision", { revision: report.revision }),
    say("figures.file.coverage_of", { checked: report.checked, expected: report.expected }),
  ];
  return ("submittedAt" in report ? [...parts, dateOf(report.submittedAt)] : parts).join(" · ");
}

function table({ lines }: ReportForPaper, press: Press): Content {
  const { say, locale } = press;
  const text = textOf(press);
  const head = (["name", "value", "unit", "contributors", "version"] as const).map((name, at) =>
    text(say(`figures.file.${name}`), { bold: true, fontSize: 8.5, alignment: at === 0 || at === 2 ? "left" : "right" }),
  );
  const rows = lines
    .filter(ofQuarter)
    .map(({ definition, figure, shown }): TableCell[] => [
      text(nameOf(definition, locale)),
      text(readable(shown, definition.unit, say, locale), { alignment: "right", bold: true }),
      text(unitOf(definition.unit, say), { color: grey }),
      text(shown.state === "value" ? String(figure.contributors) : "", { alignment: "right" }),
      text(`v${figure.version}`, { alignment: "right", color: grey }),
    ]);
  return { table: { headerRows: 1, dontBreakRows: true, widths: ["*", 100, 110, 50, 40], body: [head, ...rows] }, layout: "lines" };
}

function missing({ report }: ReportForPaper, press: Press): Content[] {
  const { say } = press;
  const text = textOf(press);
  if (report.missing.length === 0) return [];
  const rows = report.missing.map(({ nameZh, reason }): TableCell[] => [
    text(nameZh),
    text(say(`figures.desk.reason.${reason}`), { color: grey }),
  ]);
  return [heading(text, say("figures.file.missing_firms")), { table: { widths: ["*", 120], body: rows }, layout: "lines" }];
}

function reportPaper(facts: ReportForPaper, press: Press): Paper {
  const { say, locale } = press;
  const { report, town, definitions } = facts;
  const text = textOf(press);
  const body = [
    text(standing(facts, press), { margin: [0, 0, 0, 8] }),
    table(facts, press),
    ...missing(facts, press),
    ...methodOf(definitions, press),
  ];
  return figurePaper(press, `${nameOf(town, locale)} ${say("figures.desk.title")}`, periodName(report.quarter, say), town.demo, body);
}

/** A town's report of one quarter as a file, to be signed and kept. */
export async function drawReport(facts: ReportForPaper, locale: Locale): Promise<PdfDocument> {
  const content = await printed((press) => reportPaper(facts, press), locale, facts.madeAt);
  return { name: `report-${facts.report.quarter}.pdf`, content };
}
