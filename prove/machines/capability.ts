import { aDraftCapability, aStatement } from "../../packages/api/src/modules/procurement/capability.fixtures.ts";
import { capabilityInvariants } from "../support/invariants/capability.ts";
import type { Driver, Ground, Move } from "../support/machine.ts";
import { brokenOf, readOne, type Status, stepping, type Thing } from "../support/one-thing.ts";

type S = "draft" | "declared" | "verified" | "withdrawn";
type Real = Thing & { readonly ground: Ground };
const machine = "procurement.capability";
const seen = ({ id, version }: Real) => ({ id: id as never, version });
const firm = ({ ground: { world } }: Real) => world.as(world.supplier).procurement.capability;
const town = ({ ground: { world } }: Real) => world.as(world.townAdministrator).procurement.capability;

const move = (
  name: string,
  open: Partial<Record<S, S>>,
  act: (real: Real) => Promise<unknown>,
  otherwise: (from: S) => string = () => "procurement.capability.wrong_status",
): Move<Status<S>, Real> => ({
  name,
  tries: { machine, step: name, at: ({ status }) => status },
  expect: stepping<S>(machine, name, open, otherwise),
  act,
});

export const capability: Driver<Status<S>, Real> = {
  covers: [machine],
  begin: async (ground) => {
    // One statement stands for a firm and family: the one before makes room.
    await ground.sql("update capability set status = 'withdrawn' where organisation_id = $1", [ground.world.supplier.actor.orgId]);
    const { id, version } = await aDraftCapability(ground.world, ground.world.supplier);
    return { model: { status: "draft" }, real: { id, version, ground } };
  },
  moves: [
    move("save", { draft: "draft", declared: "declared", verified: "declared" }, (real) =>
      firm(real).save({ seen: seen(real), content: aStatement() }),
    ),
    move("declare", { draft: "declared" }, (real) => firm(real).declare(seen(real))),
    move("withdraw", { draft: "withdrawn", declared: "withdrawn", verified: "withdrawn" }, (real) => firm(real).withdraw(seen(real))),
    move(
      "verify",
      { declared: "verified", verified: "verified" },
      (real) => town(real).verify({ ...seen(real), attributes: ["type" as never], accredited: [], note: "" }),
      (from) => (from === "draft" ? "procurement.capability.unknown" : "procurement.capability.wrong_status"),
    ),
    {
      name: "withdraw as somebody saw it who looked too long ago",
      expect: () => ({ refused: "platform.changed_meanwhile" }),
      act: (real) => firm(real).withdraw({ ...seen(real), version: real.version + 1 }),
    },
    {
      name: "withdraw by the rival",
      expect: () => ({ refused: "procurement.capability.unknown" }),
      act: (real) => real.ground.world.as(real.ground.world.rival).procurement.capability.withdraw(seen(real)),
    },
  ],
  tours: [["save", "declare", "save", "verify", "verify", "save", "withdraw"], ["withdraw"], ["declare", "verify", "withdraw"]],
  cases: [],
  statuses: ({ status }) => ({ status }),
  read: (real) => readOne(real.ground, "capability", "status", real),
  violations: (real) => brokenOf(real.ground, capabilityInvariants, real.id),
};
