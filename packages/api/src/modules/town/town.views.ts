import { openShared } from "@jizhen/db";
import { Town, TownRules } from "@jizhen/domain-town";
import type { TownId } from "@jizhen/kernel";
import { refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import { type AnyTx, ask } from "./ask.ts";

const columns = `id, slug, kind, name_zh as "nameZh", name_en as "nameEn", county_code as "countyCode", city_zh as "cityZh", category, pack, state,
  connected, administration_id as "administrationId", rules, demo, created_at as "createdAt", version`;

/** What the public may know of a town: names, place, state and how to join. */
export type TownCard = Pick<Town, "id" | "slug" | "nameZh" | "nameEn" | "countyCode" | "cityZh" | "pack" | "state" | "demo"> & {
  readonly kindsAccepted: Town["rules"]["kindsAccepted"];
  readonly consentEdition: string;
  /** The rules of its market, so that a form can say them before a publication is refused. */
  readonly market: Pick<Town["rules"], "minimumWindowHours" | "unsealedAllowed" | "standstillDays">;
};

const toCard = (town: Town): TownCard => {
  const { id, slug, nameZh, nameEn, countyCode, cityZh, pack, state, demo, rules } = town;
  return {
    id,
    slug,
    nameZh,
    nameEn,
    countyCode,
    cityZh,
    pack,
    state,
    demo,
    kindsAccepted: rules.kindsAccepted,
    consentEdition: rules.consentEdition,
    market: { minimumWindowHours: rules.minimumWindowHours, unsealedAllowed: rules.unsealedAllowed, standstillDays: rules.standstillDays },
  };
};

/** Towns that a firm could apply to; a deployment has tens of them, so they come as one list. */
export const listTowns = (services: Services): Promise<TownCard[]> =>
  openShared(services.database).read(async (tx) => {
    const sql = `select ${columns} from town where kind = 'town' and state <> 'prepared' order by connected desc, county_code nulls last, id`;
    return (await tx.query<object>("town.town.list", sql, [])).map((row) => toCard(Town.parse(row)));
  });

export const findTownCard = (services: Services, townId: TownId): Promise<TownCard | null> =>
  openShared(services.database).read(async (tx) => {
    const [row] = await tx.query<object>("town.town.get", `select ${columns} from town where id = $1 and kind = 'town'`, [townId]);
    return row ? toCard(Town.parse(row)) : null;
  });

/** The town of this transaction; whoever registers or visits named it, so that there may be none. */
export async function townHere(tx: AnyTx): Promise<Town> {
  const [row] = await ask<object>(tx, "town.town.here", `select ${columns} from town where id = $1`, [tx.by.townId]);
  return row ? Town.parse(row) : refuse({ kind: "not_found", code: "town.town.unknown" });
}

export async function rulesHere(tx: AnyTx): Promise<TownRules> {
  const [row] = await ask<{ rules: unknown }>(tx, "town.town.rules", "select rules from town where id = $1", [tx.by.townId]);
  return TownRules.parse(row?.rules);
}
