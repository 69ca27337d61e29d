import { MembershipId } from "@jizhen/domain-town";
import type { Someone, World } from "../../testing/index.ts";
import { aScan } from "./document.fixtures.ts";

/** The newest membership of a firm in the town where it stands. */
export async function membershipOf(world: World, { actor, workspace }: Someone) {
  const [row] = await world.asOwner<{ id: string; version: number }>(
    "select id, version from membership where organisation_id = $1 and town_id = $2 order by id desc limit 1",
    [actor.orgId, workspace.split("/")[0]],
  );
  return { membershipId: MembershipId.parse(row?.id), version: row?.version ?? 0 };
}

/** Proposed by the town's first administrator against a firm. */
export async function aMeasure(world: World, firm: Someone, kind: "end_membership" | "recover_owner", email = "new@jizhen.example") {
  const on = { ...(await membershipOf(world, firm)), reasonText: "测试处置" };
  const { town } = world.as(world.townAdministrator);
  const made =
    kind === "end_membership"
      ? await town.membership.end(on)
      : await town.seat.recoverOwner({ ...on, email, letter: await aScan(world, world.townAdministrator, "measure") });
  return { measureId: made.id, version: 0 };
}
