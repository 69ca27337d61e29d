import { openShared } from "@jizhen/db";
import type { ComplaintId } from "@jizhen/domain-town";
import { type Actor, TownId } from "@jizhen/kernel";
import { refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { townFor } from "../../trpc/context.ts";

/** The space of the province, which decides what is said about a town's administration. */
export const provinceOf = (services: Services): Promise<TownId> =>
  openShared(services.database).read(async (tx) => {
    const [province] = await tx.query<{ id: string }>(
      "town.complaint.province",
      "select id from town where kind = 'province' order by created_at limit 1",
      [],
    );
    return province ? TownId.parse(province.id) : refuse({ kind: "not_found", code: "town.town.unknown" });
  });

/** A party of a complaint reads it wherever it lies: here, or in the province's space under its own name. */
export const aboveFor = async (services: Services, actor: Actor) =>
  townFor(services, { ...actor, townId: await provinceOf(services) }, null);

const hereSql = "select 1 as one from complaint where town_id = $1 and id = $2";

/** In which space this complaint lies; what is in neither is looked for here and not found. */
export async function spaceOf(tx: ReadTx, id: ComplaintId): Promise<TownId> {
  const here = await tx.query("town.complaint.here", hereSql, [tx.by.townId, id]);
  if (here.length > 0) return tx.by.townId;
  const above = await provinceOf(tx.services);
  const there = await townFor(tx.services, { ...tx.by, townId: above }, null).read((up) =>
    up.query("town.complaint.here", hereSql, [above, id]),
  );
  return there.length > 0 ? above : tx.by.townId;
}
