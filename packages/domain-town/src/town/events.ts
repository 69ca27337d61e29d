import { eventOf, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";

const about = { subjectTown: TownId, administrationId: OrgId.nullable() };

/** All of them are published in the province's space, where the decision is made. */
export const TownPrepared = eventOf("town.town.prepared.v1", about);
export const TownOpened = eventOf("town.town.opened.v1", about);
export const TownPaused = eventOf("town.town.paused.v1", { ...about, reason: z.string() });
export const TownResumed = eventOf("town.town.resumed.v1", about);
export const TownClosed = eventOf("town.town.closed.v1", { ...about, reason: z.string(), successorId: TownId.nullable() });

export type TownEvent =
  | z.infer<typeof TownPrepared>
  | z.infer<typeof TownOpened>
  | z.infer<typeof TownPaused>
  | z.infer<typeof TownResumed>
  | z.infer<typeof TownClosed>;
