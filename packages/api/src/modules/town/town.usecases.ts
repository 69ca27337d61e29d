import type { TownId } from "@jizhen/kernel";
import { refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import { findTownCard, type TownCard } from "./town.views.ts";

export async function getTown(services: Services, townId: TownId): Promise<TownCard> {
  return (await findTownCard(services, townId)) ?? refuse({ kind: "not_found", code: "town.town.unknown" });
}
