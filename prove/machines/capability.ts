import { aDraftCapability, aStatement } from "../../packages/api/src/modules/procurement/capability.fixtures.ts";
import { capabilityInvariants } from "../support/invariants/capability.ts";
import { type Hand, lifeOf } from "../support/life.ts";
import type { Driver } from "../support/machine.ts";
import { brokenOf, readOne, type Status } from "../support/one-thing.ts";

type S = "draft" | "declared" | "verified" | "withdrawn";
const machine = "procurement.capability";
const seen = ({ id, version }: Hand) => ({ id: id as never, version });
const firm = ({ ground: { world } }: Hand) => world.as(world.supplier).procurement.capability;
const town = ({ ground: { world } }: Hand) => world.as(world.townAdministrator).procurement.capability;

const { step, never } = lifeOf<Status<S>, Hand>(machine, "procurement.capability.wrong_status");

export const capability: Driver<Status<S>, Hand> = {
  covers: [machine],
  begin: async (ground) => {
    // One statement stands for a firm and family: the one before makes room.
    await ground.sql("update capability set status = 'withdrawn' where organisation_id = $1", [ground.world.supplier.actor.orgId]);
    const { id, version } = await aDraftCapability(ground.world, ground.world.supplier);
    return { model: { status: "draft" }, real: { id, version, ground } };
  },
  moves: [
    step("save", { draft: "draft", declared: "declared", verified: "declared" }, (real) =>
      firm(real).save({ seen: seen(real), content: aStatement() }),
    ),
    step("declare", { draft: "declared" }, (real) => firm(real).declare(seen(real))),
    step("withdraw", { draft: "withdrawn", declared: "withdrawn", verified: "withdrawn" }, (real) => firm(real).withdraw(seen(real))),
    step(
      "verify",
      { declared: "verified", verified: "verified" },
      (real) => town(real).verify({ ...seen(real), attributes: ["type" as never], accredited: [], note: "" }),
      { otherwise: ({ status }) => (status === "draft" ? "procurement.capability.unknown" : "procurement.capability.wrong_status") },
    ),
    never("withdraw as somebody saw it who looked too long ago", "platform.changed_meanwhile", (real) =>
      firm(real).withdraw({ ...seen(real), version: real.version + 1 }),
    ),
    never("withdraw by the rival", "procurement.capability.unknown", (real) =>
      real.ground.world.as(real.ground.world.rival).procurement.capability.withdraw(seen(real)),
    ),
  ],
  tours: [["save", "declare", "save", "verify", "verify", "save", "withdraw"], ["withdraw"], ["declare", "verify", "withdraw"]],
  cases: [],
  statuses: ({ status }) => ({ status }),
  read: (real) => readOne(real.ground, "capability", "status", real),
  violations: (real) => brokenOf(real.ground, capabilityInvariants, real.id),
};
