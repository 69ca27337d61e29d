import { openShared } from "@jizhen/db";
import { prefectureEn, type Town, TownRules } from "@jizhen/domain-town";
import type { TownId } from "@jizhen/kernel";
import { refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import { type AnyTx, ask } from "./ask.ts";
import { type TownRow, toTown, townColumns } from "./town.store.ts";

/** What the public may know of a town: names, place, state and how to join. */
export type TownCard = Pick<Town, "id" | "slug" | "nameZh" | "nameEn" | "countyCode" | "cityZh" | "pack" | "state" | "demo"> & {
  readonly cityEn: string | null;
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
    cityEn: prefectureEn(cityZh),
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
    const sql = `select ${townColumns} from town where kind = 'town' and state <> 'prepared' order by connected desc, county_code nulls last, id`;
    return (await tx.query<TownRow>("town.town.list", sql, [])).map((row) => toCard(toTown(row)));
  });

export const findTownCard = (services: Services, townId: TownId): Promise<TownCard | null> =>
  openShared(services.database).read(async (tx) => {
    const [row] = await tx.query<TownRow>("town.town.get", `select ${townColumns} from town where id = $1 and kind = 'town'`, [townId]);
    return row ? toCard(toTown(row)) : null;
  });

/** The town of this transaction; whoever registers or visits named it, so that there may be none. */
export async function townHere(tx: AnyTx): Promise<Town> {
  const [row] = await ask<TownRow>(tx, "town.town.here", `select ${townColumns} from town where id = $1`, [tx.by.townId]);
  return row ? toTown(row) : refuse({ kind: "not_found", code: "town.town.unknown" });
}

export async function rulesHere(tx: AnyTx): Promise<TownRules> {
  const [row] = await ask<{ rules: unknown }>(tx, "town.town.rules", "select rules from town where id = $1", [tx.by.townId]);
  return TownRules.parse(row?.rules);
}
