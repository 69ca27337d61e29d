import { aComplaintText, aFiledComplaint } from "../../packages/api/src/modules/town/complaint.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { complaintInvariants } from "../support/invariants/town-things.ts";
import { type Hand, lifeOf, once, readState, seated } from "../support/life.ts";
import type { Driver } from "../support/machine.ts";
import { brokenOf, type Status } from "../support/one-thing.ts";

type S = "filed" | "accepted" | "hearing" | "answered" | "reopened" | "declined" | "closed";
type Judge = "first" | "second";
type Model = Status<S> & {
  /** About the town's administration, and so before the province. */
  readonly above: boolean;
  readonly stated: boolean;
  readonly extended: boolean;
  readonly answeredBy: Judge;
  /** Who gave the answer that did not end it. */
  readonly before: Judge | null;
  /** The day of the answer is over; so is the other side's day to speak, or the complainant's to open it again. */
  readonly answerOver: boolean;
  readonly partyOver: boolean;
};
type Real = Hand & { readonly above: boolean };
const machine = "town.complaint";
const text = "请说明包装情况。";
const reason = "需要向第三方核实";

const seen = ({ id, version }: Hand) => ({ complaintId: id as never, version });
const as = ({ ground: { world } }: Hand, who: Someone) => world.as(who).town.complaint;
const complainant = (real: Real) => as(real, real.ground.world.buyerOwner);
const respondent = (real: Real) => as(real, real.above ? real.ground.world.townAdministrator : real.ground.world.supplier);
const officer = ({ ground: { world } }: Real, name: string) =>
  once(world, name, () => world.colleague(world.provinceOfficer, ["province_officer"]));
/** Who prepares, and never answers. */
const clerk = async (real: Real) => as(real, real.above ? await officer(real, "clerk above") : real.ground.world.reviewer);
const judge = async (real: Real, which: Judge) => {
  const { world } = real.ground;
  if (real.above) return as(real, which === "first" ? world.provinceOfficer : await officer(real, "second above"));
  if (which === "first") return as(real, world.townAdministrator);
  return as(real, await once(world, "second", () => world.colleague(world.townAdministrator, ["town_administrator"])));
};
/** Of the desk, with a seat in the party that is complained of. */
const insider = async (real: Real) => {
  const { above, ground } = real;
  const { world } = ground;
  const make = async () => seated(ground, await world.colleague(world.reviewer, ["reviewer"]), world.supplier);
  const makeAbove = async () =>
    seated(ground, await world.colleague(world.provinceOfficer, ["province_officer"]), world.townAdministrator, "reviewer");
  return as(real, await (above ? once(world, "insider above", makeAbove) : once(world, "insider", make)));
};

const { step, never, beside, follows } = lifeOf<Model, Real>(machine, "town.complaint.wrong_state");
const unknown = "town.complaint.unknown";
const again = (which: Judge) => (model: Model) => (model.before === which ? "town.complaint.same_person" : null);
const unheard = ({ stated, partyOver }: Model) => (stated || partyOver ? null : "town.complaint.not_heard");
/** The other side learns of it with the hearing, and knows of it from then on. */
const hidden = ({ status, before }: Model) => (before === null && ["filed", "accepted", "declined"].includes(status) ? unknown : null);
const open = { filed: "accepted", reopened: "accepted" } as const;
const taken = { also: () => ({ extended: false, answerOver: false }) };
const answers = (which: Judge, name: string) =>
  step(
    "answer",
    { hearing: "answered" },
    async (real) => (await judge(real, which)).answer({ ...seen(real), outcome: "upheld", text: "应予更换。" }),
    {
      as: name,
      unless: (model) => again(which)(model) ?? unheard(model),
      also: () => ({ answeredBy: which, partyOver: false }),
    },
  );
const filed = {
  status: "filed",
  stated: false,
  extended: false,
  answeredBy: "first",
  before: null,
  answerOver: false,
  partyOver: false,
} as const;

export const complaint: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { complaintId: id, version } = await aFiledComplaint(ground.world);
    return { model: { ...filed, above: false }, real: { id, version, ground, above: false } };
  },
  moves: [
    step("accept", open, async (real) => (await clerk(real)).accept(seen(real)), taken),
    step("accept", open, async (real) => (await judge(real, "first")).accept(seen(real)), {
      ...taken,
      as: "accept by who may have answered it",
      unless: again("first"),
    }),
    step("decline", { filed: "declined" }, async (real) => (await clerk(real)).decline({ ...seen(real), reason })),
    step("hear", { accepted: "hearing" }, async (real) => (await clerk(real)).hear({ ...seen(real), text }), {
      also: () => ({ stated: false, partyOver: false }),
    }),
    step("extend", { accepted: "accepted", hearing: "hearing" }, async (real) => (await clerk(real)).extend({ ...seen(real), reason }), {
      unless: ({ extended, answerOver }) => {
        if (extended) return "town.complaint.already_extended";
        return answerOver ? "town.complaint.past_deadline" : null;
      },
      also: () => ({ extended: true }),
    }),
    step("state", { hearing: "hearing" }, (real) => respondent(real).state({ ...seen(real), text }), {
      before: hidden,
      unless: ({ stated }) => (stated ? "town.complaint.already_stated" : null),
      also: () => ({ stated: true }),
    }),
    answers("first", "answer"),
    answers("second", "answer by a second person"),
    step("close", { answered: "closed" }, (real) => complainant(real).close(seen(real))),
    step("reopen", { answered: "reopened" }, (real) => complainant(real).reopen({ ...seen(real), reason }), {
      unless: ({ before, partyOver }) => {
        if (before !== null) return "town.complaint.already_reopened";
        return partyOver ? "town.complaint.past_deadline" : null;
      },
      also: ({ answeredBy }) => ({ before: answeredBy }),
    }),
    beside(
      "the days that were given pass",
      ({ status, answerOver, partyOver }) => ({
        answerOver: answerOver || status === "accepted" || status === "hearing",
        partyOver: partyOver || status === "hearing" || status === "answered",
      }),
      async ({ ground: { world } }, { status, answerOver, partyOver }) => {
        const waits = (status === "accepted" && !answerOver) || (status === "hearing" && !(answerOver && partyOver));
        if (waits || (status === "answered" && !partyOver)) await world.later({ days: 60 });
      },
    ),
    follows("timers", "lapse", { answered: "closed" }, ({ ground: { world } }) => world.drain(), { due: ({ partyOver }) => partyOver }),
    beside(
      "one about the administration is looked at instead",
      () => ({ ...filed, above: true }),
      async (real) => {
        const { id, version } = await complainant(real).file({ about: { about: "administration" }, ...aComplaintText("审核超过期限") });
        Object.assign(real, { id, version, above: true });
      },
    ),
    never("accept by somebody who sits with a party", "town.complaint.own_concern", async (real) =>
      (await insider(real)).accept(seen(real)),
    ),
    never("decline as somebody saw it who looked too long ago", "platform.changed_meanwhile", async (real) =>
      (await clerk(real)).decline({ ...seen(real), version: real.version + 1, reason }),
    ),
    never("accept in the space where it does not lie", unknown, (real) =>
      as(real, real.above ? real.ground.world.townAdministrator : real.ground.world.provinceOfficer).accept(seen(real)),
    ),
    never("accept by the administrator of the other town", unknown, (real) =>
      as(real, real.ground.world.elsewhereAdministrator).accept(seen(real)),
    ),
    never("accept by the complainant", "platform.not_permitted", (real) => complainant(real).accept(seen(real))),
    never("answer by a reviewer", "platform.not_permitted", (real) =>
      as(real, real.ground.world.reviewer).answer({ ...seen(real), outcome: "upheld", text: "应予更换。" }),
    ),
    never("state the other side by the complainant", unknown, (real) => complainant(real).state({ ...seen(real), text })),
    never("close by a third firm, in whatever version", unknown, (real) =>
      as(real, real.ground.world.rival).close({ ...seen(real), version: real.version + 1 }),
    ),
  ],
  tours: [
    [
      "accept",
      "extend",
      "hear",
      "extend",
      "state",
      "answer",
      "reopen",
      "accept",
      "hear",
      "the days that were given pass",
      "answer by a second person",
      "timers",
      "the days that were given pass",
      "timers",
    ],
    [
      "accept",
      "hear",
      "extend",
      "state",
      "answer",
      "reopen",
      "accept",
      "hear",
      "state",
      "answer by a second person",
      "the days that were given pass",
      "timers",
    ],
    ["decline"],
    [
      "accept by who may have answered it",
      "the days that were given pass",
      "extend",
      "hear",
      "state",
      "answer",
      "the days that were given pass",
      "reopen",
      "timers",
    ],
    [
      "one about the administration is looked at instead",
      "accept",
      "hear",
      "state",
      "answer",
      "reopen",
      "accept",
      "hear",
      "state",
      "answer by a second person",
      "close",
    ],
  ],
  cases: [],
  stage: ({ status, above, before, stated, partyOver }) => [status, above, before, status === "hearing" && (stated || partyOver)],
  statuses: (model) => {
    const { status, above, before } = model;
    const [judged, heard] = [status === "accepted" || status === "hearing", status === "hearing"];
    return {
      status,
      above,
      again: before !== null,
      stated: heard && model.stated,
      extended: judged && model.extended,
      answerOver: judged && model.answerOver,
      partyOver: (heard || status === "answered") && model.partyOver,
    };
  },
  read: (real) =>
    readState(real.ground, "complaint", real, {
      above: "t.about = 'administration' and t.town_id <> t.origin_town",
      again: "t.earlier is not null",
      stated: "t.state = 'hearing' and t.hearing->>'statement' is not null",
      extended: "t.state in ('accepted', 'hearing') and t.extension is not null",
      answerOver: `t.state in ('accepted', 'hearing') and ${today} > t.answer_by`,
      partyOver: `case t.state when 'hearing' then ${today} > t.hearing->>'stateBy' when 'answered' then ${today} > t.reopen_by else false end`,
    }),
  violations: (real) => brokenOf(real.ground, complaintInvariants, real.id),
};

const today = "to_char(jizhen_clock() at time zone 'Asia/Shanghai', 'YYYY-MM-DD')";
