import { anOfferContent, today } from "../../packages/api/src/modules/trade/offer.fixtures.ts";
import { plusDays } from "../../packages/kernel/src/index.ts";
import { offerInvariants } from "../support/invariants/things.ts";
import type { Driver, Ground, Move } from "../support/machine.ts";
import { brokenOf, readOne, type Status, stepping, type Thing } from "../support/one-thing.ts";

type S = "draft" | "published" | "paused" | "withdrawn";
type Real = Thing & { readonly ground: Ground };
const machine = "trade.offer";
const seen = ({ id, version }: Real) => ({ offerId: id as never, version });
const firm = ({ ground: { world } }: Real) => world.as(world.supplier).trade.offer;

const move = (name: string, open: Partial<Record<S, S>>, act: (real: Real) => Promise<unknown>): Move<Status<S>, Real> => ({
  name,
  tries: { machine, step: name, at: ({ status }) => status },
  expect: stepping<S>(machine, name, open, () => "trade.offer.wrong_status"),
  act,
});

/** The world's clock goes on from run to run; an offer is dated by it. */
const content = async ({ sql }: Ground) => {
  const [row] = await sql<{ days: number }>("select (jizhen_clock()::date - current_date)::int as days");
  return anOfferContent({ validUntil: plusDays(today, 30 + (row?.days ?? 0)) });
};

export const offer: Driver<Status<S>, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { id, version } = await ground.world.as(ground.world.supplier).trade.offer.save({ seen: null, content: await content(ground) });
    return { model: { status: "draft" }, real: { id, version, ground } };
  },
  moves: [
    move("save", { draft: "draft", published: "published", paused: "paused" }, async (real) =>
      firm(real).save({ seen: seen(real), content: await content(real.ground) }),
    ),
    move("publish", { draft: "published", paused: "published" }, (real) => firm(real).publish(seen(real))),
    move("pause", { published: "paused" }, (real) => firm(real).pause(seen(real))),
    move("withdraw", { published: "withdrawn", paused: "withdrawn" }, (real) => firm(real).withdraw({ ...seen(real), reasonText: "" })),
    {
      name: "pause as somebody saw it who looked too long ago",
      expect: () => ({ refused: "platform.changed_meanwhile" }),
      act: (real) => firm(real).pause({ ...seen(real), version: real.version + 1 }),
    },
    {
      name: "withdraw by the rival, who sees only what is published",
      expect: ({ status }) => ({ refused: status === "published" ? "trade.offer.not_yours" : "trade.offer.unknown" }),
      act: (real) => real.ground.world.as(real.ground.world.rival).trade.offer.withdraw({ ...seen(real), reasonText: "" }),
    },
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
