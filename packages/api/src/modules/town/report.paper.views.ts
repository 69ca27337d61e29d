import { type Definition, type FiledFigure, inForce, isSmall, type Report, ReportId, figures as values } from "@jizhen/domain-town";
import { ratios } from "@jizhen/kernel";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx } from "../../platform/tx.ts";
import type { Shown } from "./board.table.ts";
import { allDefinitions } from "./indicator.store.ts";
import { getReportFigures } from "./report.views.ts";

type ReportTown = { readonly nameZh: string; readonly nameEn: string; readonly demo: boolean };
export type ReportLineOnPaper = { readonly definition: Definition; readonly figure: FiledFigure; readonly shown: Shown };
export type ReportForPaper = {
  readonly report: Report;
  readonly town: ReportTown;
  readonly lines: readonly ReportLineOnPaper[];
  readonly definitions: readonly Definition[];
  readonly madeAt: Date;
};

/** A file leaves the house: what the province takes along of a town's report has small figures hidden, the town's own has all. */
function shownIn({ hidesSmall }: Definition, figure: FiledFigure, own: boolean): Shown {
  const { value } = figure;
  if (value.state !== "value") return { state: value.state };
  if (!own && hidesSmall && isSmall(figure)) return { state: "suppressed" };
  const number = values.numberOf(value);
  return number === null ? { state: "missing" } : { state: "value", amount: ratios.toDecimal(number, 4) };
}

/** A quotient tells its hidden part as soon as the other is known. */
function hideQuotients(lines: readonly ReportLineOnPaper[]): ReportLineOnPaper[] {
  const hidden = new Set(
    lines.flatMap(({ definition, figure, shown }) => (shown.state === "suppressed" ? `${definition.key}@${figure.period}` : [])),
  );
  return lines.map((line) => {
    const { formula } = line.definition;
    if (formula.kind !== "ratio" || line.shown.state !== "value") return line;
    const parts = [formula.numerator, formula.denominator].map((key) => `${key}@${line.figure.period}`);
    return parts.some((part) => hidden.has(part)) ? { ...line, shown: { state: "suppressed" } } : line;
  });
}

/** The report of a quarter with its figures in the order of their definitions. */
export async function reportForPaper(tx: ReadTx, id: string): Promise<ReportForPaper> {
  const read = ReportId.safeParse(id);
  if (!read.success) return refuse({ kind: "not_found", code: "town.report.unknown" });
  const { report, figures } = await getReportFigures(tx, read.data);
  const [town] = await tx.query<ReportTown>(
    "town.report.town",
    `select name_zh as "nameZh", name_en as "nameEn", demo from town where id = $1`,
    [report.reportingTown],
  );
  const definitions = inForce(await allDefinitions(tx), report.quarter);
  const own = report.townId === report.reportingTown;
  const lines = definitions.flatMap((definition) =>
    figures.filter(({ key }) => key === definition.key).map((figure) => ({ definition, figure, shown: shownIn(definition, figure, own) })),
  );
  return {
    report,
    town: town ?? { nameZh: "", nameEn: "", demo: false },
    lines: own ? lines : hideQuotients(lines),
    definitions,
    madeAt: tx.at,
  };
}
