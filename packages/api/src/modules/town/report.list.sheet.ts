import { Quarter, type Report } from "@jizhen/domain-town";
import { localDateAt } from "@jizhen/kernel";
import * as z from "zod";
import { everyRow } from "../../platform/sheets/every-row.ts";
import type { SheetMaker } from "../../platform/sheets/offer.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { nameOf, periodName, type SayFigure, wordsIn } from "./figure-words.ts";
import { toReport } from "./report.store.ts";
import { reportColumns } from "./report.views.ts";
import { readFilter } from "./sheet-words.ts";

const ListAsked = z.strictObject({ quarter: Quarter.nullable() });

type Listed = { readonly report: Report; readonly slug: string; readonly nameZh: string; readonly nameEn: string };
type Row = Omit<Listed, "report"> & { readonly quarter: string };

/** Newest quarter first, towns by their code. */
const listSql = `
  select r.*, t.slug, t.name_zh as "nameZh", t.name_en as "nameEn" from (select ${reportColumns} from report where town_id = $1) r
    join town t on t.id = r."reportingTown"
   where ($2::text is null or r.quarter = $2) and ($3::text is null or r.quarter < $3 or (r.quarter = $3 and t.slug > $4))
   order by r.quarter desc, t.slug limit $5::int`;

/** Every report that stands in this space, portion by portion of one snapshot. */
const everyReport = (tx: ReadTx, quarter: Quarter | null): Promise<Listed[]> =>
  everyRow(async (last: Listed | null, limit) => {
    const after = [last?.report.quarter ?? null, last?.slug ?? null];
    const rows = await tx.query<Row>("town.report.every", listSql, [tx.by.townId, quarter, ...after, limit]);
    return rows.map(({ slug, nameZh, nameEn, ...row }) => ({ report: toReport(row), slug, nameZh, nameEn }));
  });

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
