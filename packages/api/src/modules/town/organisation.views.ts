import { openShared } from "@jizhen/db";
import { nearNumbers, Organisation } from "@jizhen/domain-town";
import { refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import type { ReadTx } from "../../platform/tx.ts";

/** Whether somebody has registered this number already; the number itself is public. */
export const isTaken = (services: Services, country: string, number: string): Promise<boolean> =>
  openShared(services.database).read(async (tx) => {
    const rows = await tx.query("town.organisation.taken", "select 1 as one from organisation where country = $1 and number = $2", [
      country,
      number,
    ]);
    return rows.length > 0;
  });

export type NearOrganisation = { readonly id: string; readonly number: string; readonly nameZh: string; readonly nameEn: string | null };

/** Registered organisations whose number differs by one sign or one swap: a typo must not become a second organisation. */
export const listNear = (tx: ReadTx, country: string, number: string): Promise<NearOrganisation[]> =>
  country === "CN"
    ? tx.query<NearOrganisation>(
        "town.organisation.near",
        `select id, number, name_zh as "nameZh", name_en as "nameEn" from organisation where country = $1 and number = any($2) order by number limit 20`,
        [country, nearNumbers(number)],
      )
    : Promise.resolve([]);

const columns = `id, country, number, name_zh as "nameZh", name_en as "nameEn", code_state as "codeState", region_code as "regionCode",
  home_town as "homeTown", demo, created_at as "createdAt", version`;

/** The organisation one acts for. */
export async function getOwnOrganisation(tx: ReadTx): Promise<Organisation> {
  const [row] = await tx.query<object>("town.organisation.get", `select ${columns} from organisation where id = $1`, [tx.by.orgId]);
  return row ? Organisation.parse(row) : refuse({ kind: "not_found", code: "town.organisation.unknown" });
}
