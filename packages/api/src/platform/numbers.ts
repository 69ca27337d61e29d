import { localDateAt } from "@jizhen/kernel";
import type { Tx } from "./tx.ts";

/** The next number for people in a series of this town and year: "CG-2026-000123". Never a key. */
export async function nextNumber(tx: Tx, series: string): Promise<string> {
  const year = Number(localDateAt(tx.at).slice(0, 4));
  const [row] = await tx.query<{ last: number }>(
    `insert into number_series as s (town_id, series, year, last) values ($1, $2, $3::int, 1)
     on conflict (town_id, series, year) do update set last = s.last + 1 returning last`,
    [tx.by.townId, series, year],
  );
  if (!row) throw new Error("a number series gave no number");
  return `${series}-${year}-${String(row.last).padStart(6, "0")}`;
}
