import { listedTowns as rows } from "./listed.data.ts";
import type { TownEntry } from "./model.ts";

export type ListedTown = TownEntry & { readonly batch: number };

/** Towns that the province has named, whether or not they stand on this deployment yet. */
export const listedTowns: readonly ListedTown[] = rows.map(
  ([slug, nameZh, nameEn, countyCode, cityZh, category, pack, batch]): ListedTown => ({
    slug,
    nameZh,
    nameEn,
    countyCode,
    cityZh,
    category,
    pack,
    batch,
    level: "provincial",
  }),
);
