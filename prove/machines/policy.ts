import { aDraftPolicy, aPolicyText } from "../../packages/api/src/modules/town/policy.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { policyInvariants } from "../support/invariants/town-things.ts";
import { type Hand, lifeOf, once, readState } from "../support/life.ts";
import type { Driver } from "../support/machine.ts";
import { brokenOf, type Status } from "../support/one-thing.ts";

type S = "draft" | "published" | "withdrawn";
type Writer = "reviewer" | "administrator";
/** `pending`: who wrote what waits to be published. */
type Model = Status<S> & { readonly form: "policy" | "notice"; readonly pending: Writer | null; readonly revision: number };
const machine = "town.policy";
const reason = "政策调整";

const seen = ({ id, version }: Hand) => ({ policyId: id as never, version });
const as = ({ ground: { world } }: Hand, who: Someone) => world.as(who).town.policy;
const reviewer = (real: Hand) => as(real, real.ground.world.reviewer);
const administrator = (real: Hand) => as(real, real.ground.world.townAdministrator);
const second = async (real: Hand) => {
  const { world } = real.ground;
  return as(real, await once(world, "second", () => world.colleague(world.townAdministrator, ["town_administrator"])));
};

const { step, never, beside } = lifeOf<Model, Hand>(machine, "town.policy.wrong_state");
const written = (by: Writer) => ({ also: () => ({ pending: by }) });
const published = { also: ({ revision }: Model) => ({ pending: null, revision: revision + 1 }) };
const nothing = ({ pending }: Model) => (pending === null ? "town.policy.nothing_to_publish" : null);
/** The administrator publishes a notice alone; a policy only when another wrote it. */
const own = ({ form, pending }: Model) => (form === "policy" && pending === "administrator" ? "town.policy.own_writing" : null);
const rewritten = { content: aPolicyText("设备更新补助办法（修订）") };
const noPermission = "platform.not_permitted";

export const policy: Driver<Model, Hand> = {
  covers: [machine],
  begin: async (ground) => {
    const { policyId: id, version } = await aDraftPolicy(ground.world);
    return { model: { status: "draft", form: "policy", pending: "reviewer", revision: 0 }, real: { id, version, ground } };
  },
  moves: [
    step(
      "save",
      { draft: "draft", published: "published" },
      (real) => reviewer(real).rewrite({ ...seen(real), ...rewritten }),
      written("reviewer"),
    ),
    step("save", { draft: "draft", published: "published" }, (real) => administrator(real).rewrite({ ...seen(real), ...rewritten }), {
      as: "save by the administrator",
      ...written("administrator"),
    }),
    step("publish", { draft: "published", published: "published" }, (real) => administrator(real).publish(seen(real)), {
      ...published,
      unless: (model) => nothing(model) ?? own(model),
    }),
    step("publish", { draft: "published", published: "published" }, async (real) => (await second(real)).publish(seen(real)), {
      ...published,
      as: "publish by a second administrator",
      unless: nothing,
    }),
    step("withdraw", { published: "withdrawn" }, (real) => administrator(real).withdraw({ ...seen(real), reason }), {
      also: () => ({ pending: null }),
    }),
    beside(
      "a notice by the administrator is looked at instead",
      () => ({ status: "draft", form: "notice", pending: "administrator", revision: 0 }),
      async (real) => {
        const { id, version } = await administrator(real).write({ form: "notice", content: aPolicyText("办公时间调整") });
        Object.assign(real, { id, version });
      },
    ),
    never("withdraw as somebody saw it who looked too long ago", "platform.changed_meanwhile", (real) =>
      administrator(real).withdraw({ ...seen(real), version: real.version + 1, reason }),
    ),
    never("publish by a reviewer", noPermission, (real) => reviewer(real).publish(seen(real))),
    never("save by a member", noPermission, (real) => as(real, real.ground.world.buyerOwner).rewrite({ ...seen(real), ...rewritten })),
    never("withdraw by the administrator of the other town", "town.policy.unknown", (real) =>
      as(real, real.ground.world.elsewhereAdministrator).withdraw({ ...seen(real), reason }),
    ),
  ],
  tours: [
    ["save", "publish", "save by the administrator", "publish by a second administrator", "save", "withdraw"],
    ["save by the administrator", "a notice by the administrator is looked at instead", "publish", "save by the administrator", "publish"],
  ],
  cases: [],
  stage: ({ status, form, pending }) => [status, form, pending],
  statuses: ({ status, form, pending, revision }) => ({ status, form, waits: pending !== null, revision }),
  read: (real) =>
    readState(real.ground, "policy", real, {
      form: "t.form",
      waits: "t.state = 'draft' or t.amendment is not null",
      revision: "coalesce(t.revision, 0)",
    }),
  violations: (real) => brokenOf(real.ground, policyInvariants, real.id),
};
