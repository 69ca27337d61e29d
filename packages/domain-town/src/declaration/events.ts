import { eventOf, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { Quarter } from "../indicator/period.ts";
import { DeclarationId } from "./model.ts";

const about = { declarationId: DeclarationId, organisationId: OrgId, townId: TownId, quarter: Quarter };

export const DeclarationSubmitted = eventOf("town.declaration.submitted.v1", about);
export const DeclarationChecked = eventOf("town.declaration.checked.v1", about);
export const DeclarationReturned = eventOf("town.declaration.returned.v1", { ...about, reason: z.string() });
export type DeclarationEvent =
  | z.infer<typeof DeclarationSubmitted>
  | z.infer<typeof DeclarationChecked>
  | z.infer<typeof DeclarationReturned>;
