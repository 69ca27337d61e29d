import { refuse } from "../refuse.ts";

/** What one file may hold; a longer list is refused with this figure, never cut. */
export const maxSheetRows = 200_000;
const portion = 2_000;

/** Reads a list from its first row to its last, each portion after the last row of the one before. */
export async function everyRow<R>(
  readOn: (last: R | null, limit: number) => Promise<R[]>,
  { most = maxSheetRows, each = portion }: { readonly most?: number; readonly each?: number } = {},
): Promise<R[]> {
  const rows: R[] = [];
  for (;;) {
    const found = await readOn(rows.at(-1) ?? null, each);
    for (const row of found) rows.push(row);
    if (rows.length > most) refuse({ kind: "rule", code: "platform.sheet_too_long", params: { max: most } });
    if (found.length < each) return rows;
  }
}
