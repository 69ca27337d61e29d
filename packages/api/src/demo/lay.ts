import { createHash } from "node:crypto";
import { openShared, openTown, type Prisma } from "@jizhen/db";
import type { TownId } from "@jizhen/kernel";
import { listedAs } from "../modules/town/membership.store.ts";
import { newStorageKey } from "../platform/file-store.ts";
import type { Platform } from "../platform/start.ts";
import { platformActor } from "../platform/tx.ts";
import { sampleLicence } from "./licence.data.ts";
import type { Licence, Rows } from "./rows.ts";

/** Writes the cast: the identity space, then each town behind its own wall. A commit for each table, so that a slow machine has time for each. */
export async function layRows({ database, services }: Platform, rows: Rows): Promise<void> {
  const lay = (work: (db: Prisma.TransactionClient) => Promise<unknown>) => openShared(database).write(({ db }) => work(db));
  await lay((db) => db.town.createMany({ data: rows.town as Prisma.TownCreateManyInput[] }));
  await lay((db) => db.organisation.createMany({ data: rows.organisation as Prisma.OrganisationCreateManyInput[] }));
  await lay((db) => db.person.createMany({ data: rows.person as Prisma.PersonCreateManyInput[] }));
  await lay((db) => db.seat.createMany({ data: rows.seat as Prisma.SeatCreateManyInput[] }));
  await lay((db) => db.session.createMany({ data: rows.session as Prisma.SessionCreateManyInput[] }));
  await lay((db) => db.membershipCard.createMany({ data: rows.membershipCard as Prisma.MembershipCardCreateManyInput[] }));
  for (const [townId, memberships] of rows.membership) await layMemberships(database, townId, memberships);
  for (const [townId, licences] of rows.licence) await layLicences({ database, services }, townId, licences);
}

/** One sample picture for all of them: each row has a name of its own in the store, as uploads have. */
async function layLicences(
  { database, services }: Pick<Platform, "database" | "services">,
  townId: TownId,
  licences: readonly Licence[],
): Promise<void> {
  const content = sampleLicence();
  const sha256 = createHash("sha256").update(content).digest("hex");
  const files = licences.map((licence) => ({ ...licence, storageKey: newStorageKey() }));
  for (const { storageKey } of files) await services.files.put(storageKey, content);
  const told = { name: "sample-licence.webp", mediaType: "image/webp", size: content.length, sha256, purpose: "application" };
  await openTown(database, platformActor(townId)).write(async ({ db }) => {
    await db.storedFile.createMany({ data: files.map((file) => ({ townId, ...file, ...told })) });
  });
}

const layMemberships = (database: Platform["database"], townId: TownId, rows: readonly Record<string, unknown>[]) =>
  openTown(database, platformActor(townId)).write(async ({ db }) => {
    const listed = rows.map((row) => ({ ...row, ...listedAs(row["file"] as Parameters<typeof listedAs>[0]) }));
    await db.membership.createMany({ data: listed as Prisma.MembershipCreateManyInput[] });
  });

/** The players' sessions end with the story: people sign in by their own links. */
export const endSessions = ({ database }: Platform) =>
  openShared(database).write(async ({ db }) => {
    await db.session.deleteMany({ where: { person: { demo: true } } });
  });
