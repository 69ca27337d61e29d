import { anOfferContent, today } from "../../packages/api/src/modules/trade/offer.fixtures.ts";
import { plusDays } from "../../packages/kernel/src/index.ts";
import { offerInvariants } from "../support/invariants/things.ts";
import { type Hand, lifeOf } from "../support/life.ts";
import type { Driver, Ground } from "../support/machine.ts";
import { brokenOf, readOne, type Status } from "../support/one-thing.ts";

type S = "draft" | "published" | "paused" | "withdrawn";
const machine = "trade.offer";
const seen = ({ id, version }: Hand) => ({ offerId: id as never, version });
const firm = ({ ground: { world } }: Hand) => world.as(world.supplier).trade.offer;

const { step, never } = lifeOf<Status<S>, Hand>(machine, "trade.offer.wrong_status");

/** The world's clock goes on from run to run; an offer is dated by it. */
const content = async ({ sql }: Ground) => {
  const [row] = await sql<{ days: number }>("select (jizhen_clock()::date - current_date)::int as days");
  return anOfferContent({ validUntil: plusDays(today, 30 + (row?.days ?? 0)) });
};

export const offer: Driver<Status<S>, Hand> = {
  covers: [machine],
  begin: async (ground) => {
    const { id, version } = await ground.world.as(ground.world.supplier).trade.offer.save({ seen: null, content: await content(ground) });
    return { model: { status: "draft" }, real: { id, version, ground } };
  },
  moves: [
    step("save", { draft: "draft", published: "published", paused: "paused" }, async (real) =>
      firm(real).save({ seen: seen(real), content: await content(real.ground) }),
    ),
    step("publish", { draft: "published", paused: "published" }, (real) => firm(real).publish(seen(real))),
    step("pause", { published: "paused" }, (real) => firm(real).pause(seen(real))),
    step("withdraw", { published: "withdrawn", paused: "withdrawn" }, (real) => firm(real).withdraw({ ...seen(real), reasonText: "" })),
    never("pause as somebody saw it who looked too long ago", "platform.changed_meanwhile", (real) =>
      firm(real).pause({ ...seen(real), version: real.version + 1 }),
    ),
    never(
      "withdraw by the rival, who sees only what is published",
      ({ status }) => (status === "published" ? "trade.offer.not_yours" : "trade.offer.unknown"),
      (real) => real.ground.world.as(real.ground.world.rival).trade.offer.withdraw({ ...seen(real), reasonText: "" }),
    ),
  ],
  tours: [
    ["save", "publish", "save", "pause", "save", "publish", "withdraw"],
    ["publish", "pause", "withdraw"],
  ],
  cases: [],
  statuses: ({ status }) => ({ status }),
  read: (real) => readOne(real.ground, "offer", "status", real),
  violations: (real) => brokenOf(real.ground, offerInvariants, real.id),
};
