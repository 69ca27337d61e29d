import { eventOf } from "@jizhen/kernel";
import * as z from "zod";
import { IndicatorKey } from "./model.ts";
import { Quarter } from "./period.ts";

export const IndicatorDefined = eventOf("town.indicator.defined.v1", { key: IndicatorKey, version: z.int(), validFrom: Quarter });
export type DefinitionAdded = z.infer<typeof IndicatorDefined>;
