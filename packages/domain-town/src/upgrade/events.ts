import { eventOf, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { UpgradeId, UpgradeKind } from "./model.ts";

/** A measurement as others may count it: results, never the readings. */
const Fact = z.strictObject({
  score: z.string().nullable(),
  level: z.int().nullable(),
  intensity: z.string().nullable(),
  co2Intensity: z.string().nullable(),
  outputUnit: z.string().nullable(),
  months: z.int().nullable(),
  provisional: z.boolean(),
});
export type UpgradeFact = z.infer<typeof Fact>;
const about = { projectId: UpgradeId, townId: TownId, organisationId: OrgId, indicator: UpgradeKind, formula: z.int(), baseline: Fact };

export const UpgradeBaselined = eventOf("town.upgrade.baselined.v1", about);
export const UpgradeVerified = eventOf("town.upgrade.verified.v1", { ...about, measured: Fact });
export const UpgradeReopened = eventOf("town.upgrade.reopened.v1", { ...about, measured: Fact });
export type UpgradeEvent = z.infer<typeof UpgradeBaselined> | z.infer<typeof UpgradeVerified> | z.infer<typeof UpgradeReopened>;
