import { openShared, openTown, type Prisma } from "@jizhen/db";
import type { TownId } from "@jizhen/kernel";
import type { Platform } from "../platform/start.ts";
import { platformActor } from "../platform/tx.ts";
import type { Rows } from "./rows.ts";

/** Writes the cast: the identity space in one commit, then each town behind its own wall. */
export async function layRows({ database }: Platform, rows: Rows): Promise<void> {
  await openShared(database).write(async ({ db }) => {
    await db.town.createMany({ data: rows.town as Prisma.TownCreateManyInput[] });
    await db.organisation.createMany({ data: rows.organisation as Prisma.OrganisationCreateManyInput[] });
    await db.person.createMany({ data: rows.person as Prisma.PersonCreateManyInput[] });
    await db.seat.createMany({ data: rows.seat as Prisma.SeatCreateManyInput[] });
    await db.session.createMany({ data: rows.session as Prisma.SessionCreateManyInput[] });
    await db.membershipCard.createMany({ data: rows.membershipCard as Prisma.MembershipCardCreateManyInput[] });
  });
  for (const [townId, memberships] of rows.membership) await layMemberships(database, townId, memberships);
}

const layMemberships = (database: Platform["database"], townId: TownId, rows: readonly Record<string, unknown>[]) =>
  openTown(database, platformActor(townId)).write(async ({ db }) => {
    await db.membership.createMany({ data: [...rows] as Prisma.MembershipCreateManyInput[] });
  });

/** The players' sessions end with the story: people sign in by their own links. */
export const endSessions = ({ database }: Platform) =>
  openShared(database).write(async ({ db }) => {
    await db.session.deleteMany({ where: { person: { demo: true } } });
  });
