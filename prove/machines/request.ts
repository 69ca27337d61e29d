import { bestChoice, clockOf, refuseOrder, someContent, someTerms } from "../../packages/api/src/modules/procurement/story.fixtures.ts";
import { newId } from "../../packages/db/src/ids.ts";
import type { RequestId } from "../../packages/domain-procurement/src/index.ts";
import { procurement as procurementInvariants } from "../support/invariants/procurement.ts";
import type { Driver, Ground, Move, Taken, Verdict } from "../support/machine.ts";
import { anywhere, type Thing } from "../support/one-thing.ts";

type S = "draft" | "quoting" | "frozen" | "opened" | "awarded" | "unsuccessful" | "cancelled";
/** Before the close, within the hours in which an unanswered question moves it, or after it; timers may not have looked yet. */
type Time = "early" | "near" | "late";
type Model = {
  readonly status: S;
  readonly published: boolean;
  readonly sealed: boolean;
  readonly time: Time;
  readonly quoted: boolean;
  /** Questions are taken: until a day before the close as it stood when the buyer last set it, so a hold alone does not bring them back. */
  readonly asking: boolean;
  /** A question waits for its answer. */
  readonly asked: boolean;
  readonly holds: number;
};
type Real = Thing & { readonly ground: Ground; requestVersion: number; closesAt: Date; questionId: string };

const machine = "procurement.request";
const hour = 3_600_000;
const seen = ({ id, version }: Real) => ({ requestId: id as RequestId, version });
const about = ({ id }: Real) => ({ requestId: id as RequestId });
const buyer = ({ ground: { world } }: Real) => world.as(world.buyer).procurement;
const supplier = ({ ground: { world } }: Real) => world.as(world.supplier).procurement;
const inHours = async ({ ground: { world } }: Real, hours: number) => new Date((await clockOf(world)).getTime() + hours * hour);
const later = async (real: Real, until: Date) => {
  const seconds = Math.ceil((until.getTime() - (await clockOf(real.ground.world)).getTime()) / 1000);
  if (seconds > 0) await real.ground.world.later({ seconds });
};

const wrong = { refused: "procurement.request.wrong_status" };
const closed = { refused: "procurement.request.closed" };
const steps = (model: Model, ...way: readonly (readonly [step: string, to: S])[]): Verdict<Model> => {
  const took: Taken[] = [];
  let from = model.status;
  for (const [step, to] of way) {
    took.push({ machine, from, step, to });
    from = to;
  }
  return { next: { ...model, status: from }, took };
};
const stays = (next: Model): Verdict<Model> => ({ next, took: [] });

/** The freeze and what follows it by itself. */
const frozen = (model: Model, ...then: readonly (readonly [string, S])[]): Verdict<Model> => {
  if (!model.quoted) return steps(model, ["freeze", "frozen"], ["end", "unsuccessful"]);
  return model.sealed ? steps(model, ["freeze", "frozen"], ...then) : steps(model, ["freeze", "frozen"], ["open", "opened"]);
};

const move = (step: string, expect: (model: Model) => Verdict<Model>, act: Move<Model, Real>["act"], name = step): Move<Model, Real> => ({
  name,
  tries: { machine, step, at: ({ status }) => status },
  expect,
  act,
});
const bySupplier = (
  name: string,
  whenQuoting: (model: Model) => Verdict<Model>,
  act: (real: Real) => Promise<unknown>,
): Move<Model, Real> => ({
  name,
  expect: (model) => {
    if (!model.published) return { refused: "procurement.request.unknown" };
    return model.status === "quoting" ? whenQuoting(model) : wrong;
  },
  act,
});
const beforeClose = (model: Model, verdict: Verdict<Model>): Verdict<Model> => {
  if (model.status !== "quoting") return wrong;
  return model.time === "late" ? closed : verdict;
};

const publication = (sealed: boolean) => (model: Model) =>
  model.status === "draft" ? steps({ ...model, sealed, published: true }, ["save", "draft"], ["publish", "quoting"]) : wrong;
const publish = (sealing: "at_rest" | "none") => async (real: Real) => {
  const { version } = await buyer(real).request.save({ seen: seen(real), terms: someTerms({ sealing }) });
  await buyer(real).request.publish({ ...seen(real), version, closesAt: await inHours(real, 48), invite: [] });
};
const reasons = { reasonCode: "need_gone" as const, reasonText: "" };

export const request: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { id, version } = await ground.world.as(ground.world.buyer).procurement.request.save({ seen: null, terms: someTerms() });
    const real = { id, version, ground, requestVersion: 0, closesAt: new Date(0), questionId: newId("ques") };
    const model = {
      status: "draft",
      published: false,
      sealed: true,
      time: "early",
      quoted: false,
      asking: true,
      asked: false,
      holds: 0,
    } as const;
    return { model, real };
  },
  moves: [
    move(
      "save",
      (model) => (model.status === "draft" ? steps({ ...model, sealed: true }, ["save", "draft"]) : wrong),
      (real) => buyer(real).request.save({ seen: seen(real), terms: someTerms() }),
    ),
    move("publish", publication(true), publish("at_rest"), "publish sealed"),
    move("publish", publication(false), publish("none"), "publish a quick enquiry"),
    move(
      "amend",
      (model) => beforeClose(model, steps({ ...model, asking: model.time === "early" }, ["amend", "quoting"])),
      async (real, { sealed }) => {
        const terms = someTerms({ sealing: sealed ? "at_rest" : "none", note: `${real.requestVersion + 1}` });
        await buyer(real).request.amend({ ...seen(real), terms, closesAt: real.closesAt });
      },
    ),
    move(
      "extend",
      (model) => beforeClose(model, steps({ ...model, time: "early", asking: true }, ["extend", "quoting"])),
      (real) => buyer(real).request.extend({ ...seen(real), closesAt: new Date(real.closesAt.getTime() + 48 * hour) }),
    ),
    move(
      "freeze",
      (model) => {
        if (model.status !== "quoting") return wrong;
        return model.sealed && model.time !== "late" ? { refused: "procurement.request.sealed_until_close" } : frozen(model);
      },
      (real) => buyer(real).request.freeze(seen(real)),
    ),
    move(
      "open",
      (model) => {
        if (model.status === "frozen") return steps(model, ["open", "opened"]);
        if (model.status !== "quoting") return wrong;
        return model.time === "late" ? frozen(model, ["open", "opened"]) : { refused: "procurement.request.still_quoting" };
      },
      (real) => buyer(real).request.open(about(real)),
    ),
    move(
      "award",
      (model) => {
        if (model.status === "awarded") return { refused: "procurement.award.already_awarded" };
        return model.status === "opened" ? steps(model, ["award", "awarded"]) : wrong;
      },
      async (real, { status }) => {
        const { id, ground } = real;
        const blind = { ...about(real), inputsHash: "0".repeat(64), parts: [{ lineNo: 1, quoteId: newId("quot") as never }], reason: null };
        await buyer(real).award.award(status === "opened" ? await bestChoice(ground.world, id as RequestId) : blind);
      },
    ),
    move(
      "end",
      (model) => (model.status === "frozen" || model.status === "opened" ? steps(model, ["end", "unsuccessful"]) : wrong),
      (real) => buyer(real).request.end({ ...seen(real), ...reasons }),
    ),
    move(
      "cancel",
      (model) => (["draft", "quoting", "frozen", "opened"].includes(model.status) ? steps(model, ["cancel", "cancelled"]) : wrong),
      (real) => buyer(real).request.cancel({ ...seen(real), ...reasons }),
    ),
    bySupplier(
      "quote",
      (model) => (model.time === "late" ? closed : stays({ ...model, quoted: true })),
      (real) =>
        supplier(real).quote.submit({
          ...about(real),
          requestVersion: Math.max(1, real.requestVersion),
          content: someContent(["86.5", "120"]),
          confirm: true,
        }),
    ),
    bySupplier(
      "ask",
      (model) => {
        if (model.time === "late") return closed;
        return model.asking ? stays({ ...model, asked: true }) : { refused: "procurement.request.questions_over" };
      },
      async (real) => {
        const { id } = await supplier(real).request.ask({ ...about(real), text: "垫片是否随货？" });
        real.questionId = id;
      },
    ),
    {
      name: "six hours before the close",
      expect: (model) => stays(model.status === "quoting" && model.time === "early" ? { ...model, time: "near", asking: false } : model),
      act: async (real, { status, time }) => {
        if (status === "quoting" && time === "early") await later(real, new Date(real.closesAt.getTime() - 5 * hour));
      },
    },
    {
      name: "the close passes",
      expect: (model) => stays(model.status === "quoting" ? { ...model, time: "late" } : model),
      act: async (real, { status }) => {
        if (status === "quoting") await later(real, new Date(real.closesAt.getTime() + hour));
      },
    },
    {
      name: "timers",
      expect: (model) => {
        if (model.status !== "quoting" || model.time === "early") return stays(model);
        if (model.time === "late") return frozen(model);
        if (!model.asked || model.holds >= 3) return stays(model);
        return steps({ ...model, time: "early", holds: model.holds + 1 }, ["hold", "quoting"]);
      },
      act: ({ ground: { world } }) => world.drain(),
    },
    {
      name: "the supplier refuses its order, and nobody is next",
      expect: (model) => (model.status === "awarded" ? steps(model, ["end", "unsuccessful"]) : stays(model)),
      act: async ({ id, ground: { world } }, { status }) => {
        if (status === "awarded") await refuseOrder(world, id as RequestId, world.supplier);
      },
    },
    {
      name: "cancel as somebody saw it who looked too long ago",
      expect: () => ({ refused: "platform.changed_meanwhile" }),
      act: (real) => buyer(real).request.cancel({ ...seen(real), version: real.version + 1, ...reasons }),
    },
    {
      name: "cancel by the rival",
      expect: ({ published }) => ({ refused: published ? "procurement.request.not_yours" : "procurement.request.unknown" }),
      act: (real) => real.ground.world.as(real.ground.world.rival).procurement.request.cancel({ ...seen(real), ...reasons }),
    },
  ],
  tours: [
    [
      "save",
      "publish sealed",
      "ask",
      "amend",
      "six hours before the close",
      "timers",
      "extend",
      "quote",
      "the close passes",
      "timers",
      "open",
      "award",
      "the supplier refuses its order, and nobody is next",
    ],
    ["cancel"],
    ["publish sealed", "the close passes", "cancel"],
    ["publish sealed", "quote", "the close passes", "timers", "cancel"],
    ["publish sealed", "quote", "the close passes", "open", "cancel"],
    ["publish sealed", "quote", "the close passes", "freeze", "end"],
    ["publish a quick enquiry", "quote", "freeze", "end"],
    ["publish a quick enquiry", "freeze"],
    ["publish sealed", "the close passes", "open"],
  ],
  cases: [["save", "publish sealed", "ask", "amend", "six hours before the close", "timers", "ask", "amend", "ask"]],
  statuses: ({ status, published, sealed, time, holds }) =>
    status === "quoting" ? { status, published, sealed, time, holds } : { status, published, sealed },
  read: async (real) => {
    const [row] = await real.ground.sql<Row>(
      `select status, version, request_version as "requestVersion", closes_at as "closesAt", sealing <> 'none' as sealed, number is not null as published,
         holds, md5(t::text) as digest, case when jizhen_clock() >= closes_at then 'late'
           when jizhen_clock() >= closes_at - interval '6 hours' then 'near' else 'early' end as time
       from purchase_request t where id = $1`,
      [real.id],
    );
    if (!row) throw new Error(`${real.id} is gone`);
    const { status, published, sealed, time, holds, digest } = row;
    Object.assign(real, { version: row.version, requestVersion: row.requestVersion, closesAt: row.closesAt ?? new Date(0) });
    return { statuses: status === "quoting" ? { status, published, sealed, time, holds } : { status, published, sealed }, digest };
  },
  violations: ({ ground }) => anywhere(ground, procurementInvariants),
};

type Row = {
  readonly status: string;
  readonly version: number;
  readonly requestVersion: number;
  readonly closesAt: Date | null;
  readonly sealed: boolean;
  readonly published: boolean;
  readonly holds: number;
  readonly digest: string;
  readonly time: string;
};
