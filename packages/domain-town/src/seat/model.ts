import { OrgId, PersonId, SeatId } from "@jizhen/kernel";
import * as z from "zod";
import { roles } from "../permission/table.ts";

export const RoleName = z.enum(roles);
export const RoleList = z
  .array(RoleName)
  .min(1)
  .max(roles.length)
  .refine((held) => new Set(held).size === held.length);

const Base = z.strictObject({
  id: SeatId,
  personId: PersonId,
  organisationId: OrgId,
  roles: RoleList,
  openedAt: z.date(),
  version: z.int(),
});

/** A person's place in one organisation, with its roles. A second stay is a second seat. */
export const Seat = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("active") }),
  Base.extend({ state: z.literal("ended"), endedAt: z.date() }),
]);
export type Seat = z.infer<typeof Seat>;
export type SeatIn<S extends Seat["state"]> = Extract<Seat, { state: S }>;
