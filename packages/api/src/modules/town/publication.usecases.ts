import { newId } from "@jizhen/db";
import { reports as life, Quarter, type Report } from "@jizhen/domain-town";
import type { TownId } from "@jizhen/kernel";
import * as z from "zod";
import { record } from "../../platform/audit.ts";
import { refuse } from "../../platform/refuse.ts";
import type { ReadTx, Tx } from "../../platform/tx.ts";
import type { Board, Shown } from "./board.table.ts";
import { boardOf } from "./board.views.ts";
import * as store from "./report.store.ts";

export const PublishInput = z.strictObject({ quarter: Quarter });

/** What was shown of a quarter: sums and words for what was hidden, as they were on that day. */
export type PublishedTable = {
  readonly quarter: Quarter;
  readonly cells: readonly {
    readonly town: TownId;
    readonly key: string;
    readonly version: number | null;
    readonly revision: number;
    readonly submission: number;
    readonly shown: Shown;
  }[];
  readonly totals: readonly { readonly key: string; readonly shown: Shown; readonly reported: number; readonly of: number }[];
};

type Standing = Pick<Report, "reportingTown" | "revision" | "submission">;

/** The board as it is published: cells of the towns whose report is locked, and sums only where every report on the board is. */
export function publishedTable(board: Board, quarter: Quarter, reports: readonly Standing[]): PublishedTable {
  const reportOf = new Map(reports.map((report) => [report.reportingTown, report]));
  // A sum over towns that are not all locked would tell of those that are not.
  const isWhole = board.towns.every(({ report }) => report === null || report.state === "locked" || report.state === "published");
  return {
    quarter,
    cells: board.towns.flatMap(({ id, cells }) => {
      const report = reportOf.get(id);
      if (!report) return [];
      return board.definitions.map(({ key }) => ({
        town: id,
        key,
        version: cells[key]?.version ?? null,
        revision: report.revision,
        submission: report.submission,
        shown: cells[key]?.value ?? { state: "missing" as const },
      }));
    }),
    totals: isWhole
      ? board.definitions.map(({ key }) => {
          const total = board.totals[key];
          return { key, shown: total?.value ?? { state: "missing" as const }, reported: total?.reported ?? 0, of: total?.of ?? 0 };
        })
      : [],
  };
}

/** Publishes the locked reports of a quarter: what is hidden is decided against every earlier publication of the same data. */
export async function publishQuarter(tx: Tx, { quarter }: z.infer<typeof PublishInput>): Promise<{ id: string }> {
  const reports = await store.lockedReports(tx, quarter);
  const fresh = reports.flatMap((report) => (report.state === "locked" ? [report] : []));
  if (fresh.length === 0) return refuse({ kind: "rule", code: "town.report.nothing_locked" });
  const content = publishedTable(await boardOf(tx, quarter), quarter, reports);
  const id = newId("publ");
  await store.keepPublication(tx, id, quarter, JSON.stringify(content));
  await record(tx, "town.publication.publish", id, { quarter, reports: fresh.length });
  for (const report of fresh) {
    await store.commit(tx, "town.publication.publish", report, life.publish(report, { by: tx.by.personId, at: tx.at }));
  }
  return { id };
}

export type PublicationLine = { readonly id: string; readonly quarter: Quarter; readonly at: Date; readonly by: string | null };
export const listPublications = (tx: ReadTx): Promise<PublicationLine[]> =>
  tx.query<PublicationLine>(
    "town.publication.list",
    `select p.id, p.quarter, p.at, w.name as by from publication p left join person w on w.id = p.by where p.town_id = $1 order by p.id desc limit 40`,
    [tx.by.townId],
  );
