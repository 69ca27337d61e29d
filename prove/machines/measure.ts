import { aMeasure, membershipOf } from "../../packages/api/src/modules/town/measure.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { measureInvariants } from "../support/invariants/town-things.ts";
import { type Hand, lifeOf, once, readState, seated } from "../support/life.ts";
import type { Driver } from "../support/machine.ts";
import { brokenOf, type Status } from "../support/one-thing.ts";

type S = "proposed" | "confirmed" | "declined";
type Kind = "end_membership" | "recover_owner";
/** `lapsed`: it was proposed too long ago to be confirmed; `member`: the firm is one still. */
type Model = Status<S> & { readonly kind: Kind; readonly lapsed: boolean; readonly member: boolean };
type Real = Hand & { readonly firm: Someone; readonly insider: Someone };
const machine = "town.measure";

const seen = ({ id, version }: Real) => ({ measureId: id as never, version });
const as = ({ ground: { world } }: Real, who: Someone) => world.as(who).town.measure;
const first = (real: Real) => as(real, real.ground.world.townAdministrator);
const second = async (real: Real) => {
  const { world } = real.ground;
  return as(real, await once(world, "second", () => world.colleague(world.townAdministrator, ["town_administrator"])));
};

const { step, never, beside } = lifeOf<Model, Real>(machine, "town.measure.wrong_state");
/** Decision and deed are one: what cannot be done any more is not decided either. */
const undone = ({ lapsed, member }: Model) => {
  if (lapsed) return "town.measure.lapsed";
  return member ? null : "town.membership.wrong_state";
};

export const measure: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world } = ground;
    const firm = await world.firm(world.dingxiang, "Measured");
    const insider = await seated(ground, await world.colleague(world.townAdministrator, ["town_administrator"]), firm);
    const { measureId: id, version } = await aMeasure(world, firm, "end_membership");
    return {
      model: { status: "proposed", kind: "end_membership", lapsed: false, member: true },
      real: { id, version, ground, firm, insider },
    };
  },
  moves: [
    step("confirm", { proposed: "confirmed" }, async (real) => (await second(real)).confirm(seen(real)), {
      unless: undone,
      also: ({ kind, member }) => ({ member: kind === "recover_owner" && member }),
    }),
    step("confirm", { proposed: "confirmed" }, (real) => first(real).confirm(seen(real)), {
      as: "confirm by who proposed it",
      unless: () => "town.measure.same_person",
    }),
    step("decline", { proposed: "declined" }, async (real) => (await second(real)).decline(seen(real))),
    step("decline", { proposed: "declined" }, (real) => first(real).decline(seen(real)), { as: "decline by who proposed it" }),
    beside(
      "its fortnight passes",
      () => ({ lapsed: true }),
      ({ ground: { world } }, { lapsed }) => (lapsed ? Promise.resolve() : world.later({ days: 14 })),
    ),
    beside(
      "the firm leaves by itself",
      () => ({ member: false }),
      async ({ ground: { world }, firm }) => world.as(firm).town.membership.leave(await membershipOf(world, firm)),
      ({ member }) => (member ? null : "town.membership.not_active"),
    ),
    beside(
      "a new owner is proposed, and looked at instead",
      () => ({ status: "proposed", kind: "recover_owner", lapsed: false }),
      async (real) => {
        const { measureId: id, version } = await aMeasure(real.ground.world, real.firm, "recover_owner");
        Object.assign(real, { id, version });
      },
      ({ status, kind, member }) => {
        if (!member) return "town.membership.wrong_state";
        return status === "proposed" && kind === "recover_owner" ? "town.measure.already_proposed" : null;
      },
    ),
    never("confirm by an administrator with a seat in the firm", "town.measure.own_concern", (real) =>
      as(real, real.insider).confirm(seen(real)),
    ),
    never("decline by an administrator with a seat in the firm", "town.measure.own_concern", (real) =>
      as(real, real.insider).decline(seen(real)),
    ),
    never("decline as somebody saw it who looked too long ago", "platform.changed_meanwhile", (real) =>
      first(real).decline({ ...seen(real), version: real.version + 1 }),
    ),
    never("confirm by a reviewer", "platform.not_permitted", (real) => as(real, real.ground.world.reviewer).confirm(seen(real))),
    never("decline by another firm", "platform.not_permitted", (real) => as(real, real.ground.world.rival).decline(seen(real))),
    never("confirm by the administrator of the other town", "town.measure.unknown", (real) =>
      as(real, real.ground.world.elsewhereAdministrator).confirm(seen(real)),
    ),
  ],
  tours: [
    ["a new owner is proposed, and looked at instead", "confirm", "a new owner is proposed, and looked at instead", "decline"],
    ["its fortnight passes", "a new owner is proposed, and looked at instead", "its fortnight passes", "decline by who proposed it"],
    ["the firm leaves by itself", "decline"],
    ["confirm"],
  ],
  cases: [],
  statuses: ({ status, kind, lapsed, member }) => ({ status, kind, member, lapsed: status === "proposed" && lapsed }),
  read: (real) =>
    readState(real.ground, "measure", real, {
      kind: "t.kind",
      member: "(select m.state = 'active' from membership m where m.id = t.content->>'membershipId')",
      lapsed: "t.state = 'proposed' and jizhen_clock() >= t.proposed_at + interval '14 days'",
    }),
  violations: (real) => brokenOf(real.ground, measureInvariants, real.id),
};
