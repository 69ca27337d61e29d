import { anIssuedOrder } from "../../packages/api/src/modules/trade/order.fixtures.ts";
import { orderInvariants } from "../support/invariants/things.ts";
import type { Driver, Ground, Move, Verdict } from "../support/machine.ts";
import { brokenOf, readOne, type Thing } from "../support/one-thing.ts";

type S = "issued" | "confirmed" | "refused" | "lapsed";
/** `late`: the time to answer is over, whether or not the timer has looked yet. */
type Model = { readonly status: S; readonly late: boolean };
type Real = Thing & { readonly ground: Ground };
const machine = "trade.order";
const seen = ({ id, version }: Real) => ({ orderId: id as never, version });
const supplier = ({ ground: { world } }: Real) => world.as(world.supplier).trade.order;
const reason = { code: "no_capacity" as const, text: "产能已满" };

const took = (model: Model, step: string, to: S): Verdict<Model> => ({
  next: { ...model, status: to },
  took: [{ machine, from: model.status, step, to }],
});

/** An answer in time is taken; at the end of the time it is too late for everybody but the timer. */
const answer = (step: string, to: S, act: (real: Real) => Promise<unknown>): Move<Model, Real> => ({
  name: step,
  tries: { machine, step, at: ({ status }) => status },
  expect: (model) => {
    if (model.status !== "issued") return { refused: "trade.order.wrong_status" };
    return model.late ? { refused: "trade.order.answer_overdue" } : took(model, step, to);
  },
  act,
});

export const order: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world } = ground;
    const { orderId, version } = await anIssuedOrder(world, world.buyer, world.supplier);
    return { model: { status: "issued", late: false }, real: { id: orderId, version, ground } };
  },
  moves: [
    answer("confirm", "confirmed", (real) => supplier(real).confirm(seen(real))),
    answer("refuse", "refused", (real) => supplier(real).refuse({ ...seen(real), reason })),
    {
      name: "the time to answer passes",
      expect: (model) => ({ next: { ...model, late: true }, took: [] }),
      act: ({ ground: { world } }, { late }) => (late ? Promise.resolve() : world.later({ days: 6 })),
    },
    {
      name: "timers",
      expect: (model) => (model.status === "issued" && model.late ? took(model, "lapse", "lapsed") : { next: model, took: [] }),
      act: ({ ground: { world } }) => world.drain(),
    },
    {
      name: "confirm as somebody saw it who looked too long ago",
      expect: ({ status }) => ({ refused: status === "issued" ? "platform.changed_meanwhile" : "trade.order.wrong_status" }),
      act: (real) => supplier(real).confirm({ ...seen(real), version: real.version + 1 }),
    },
    {
      name: "confirm by the buyer",
      expect: () => ({ refused: "trade.order.not_yours" }),
      act: (real) => real.ground.world.as(real.ground.world.buyerOwner).trade.order.confirm(seen(real)),
    },
    {
      name: "refuse by a stranger to the order",
      expect: () => ({ refused: "trade.order.unknown" }),
      act: (real) => real.ground.world.as(real.ground.world.secondSupplier).trade.order.refuse({ ...seen(real), reason }),
    },
  ],
  tours: [
    ["timers", "confirm", "the time to answer passes", "timers"],
    ["refuse", "timers"],
    ["the time to answer passes", "timers", "timers"],
  ],
  cases: [],
  statuses: ({ status }) => ({ status }),
  read: (real) => readOne(real.ground, "purchase_order", "status", real),
  violations: (real) => brokenOf(real.ground, orderInvariants, real.id),
};
