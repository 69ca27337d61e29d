import { eventOf, OrgId, PersonId, SeatId } from "@jizhen/kernel";
import * as z from "zod";
import { RoleName } from "./model.ts";

const about = { seatId: SeatId, personId: PersonId, organisationId: OrgId, roles: z.array(RoleName) };

export const SeatOpened = eventOf("town.seat.opened.v1", about);
export const SeatRolesChanged = eventOf("town.seat.roles_changed.v1", about);
export const SeatEnded = eventOf("town.seat.ended.v1", about);
export type SeatEvent = z.infer<typeof SeatOpened> | z.infer<typeof SeatRolesChanged> | z.infer<typeof SeatEnded>;
