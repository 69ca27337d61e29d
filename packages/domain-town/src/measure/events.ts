import { eventOf, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { MeasureId } from "./model.ts";

const kinds = z.enum(["end_membership", "recover_owner"]);
const about = { measureId: MeasureId, organisationId: OrgId, townId: TownId, kind: kinds };

export const MeasureProposed = eventOf("town.measure.proposed.v1", about);
export const MeasureConfirmed = eventOf("town.measure.confirmed.v1", about);
export const MeasureDeclined = eventOf("town.measure.declined.v1", about);

export type MeasureEvent = z.infer<typeof MeasureProposed> | z.infer<typeof MeasureConfirmed> | z.infer<typeof MeasureDeclined>;
