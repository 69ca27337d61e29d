import { newId } from "../../packages/db/src/ids.ts";
import { type Definition, Formula, firstDefinitions, indicatorKey, Quarter } from "../../packages/domain-town/src/index.ts";
import type { Driver, Ground } from "../support/machine.ts";
import { barred, movesOf, took } from "../support/moves.ts";
import { brokenOf, type Thing } from "../support/one-thing.ts";

/** Versions of one indicator, each from a later quarter on. */
type Model = { readonly state: "unknown" | "defined"; readonly versions: number };
type Real = Thing & { readonly ground: Ground };
const machine = "town.indicator";

/** Far enough that the world's clock never gets there: the nth quarter of that century. */
const quarter = (nth: number) => Quarter.parse(`${2150 + Math.floor(nth / 4)}-Q${1 + (nth % 4)}`);

const definition = ({ id }: Real, { versions }: Model, change: Partial<Definition> = {}): Definition => {
  const [first] = firstDefinitions;
  if (!first) throw new Error("a province starts with indicators");
  return { ...first, key: indicatorKey(id), version: versions + 1, validFrom: quarter(versions), ...change };
};
const define = (real: Real, model: Model, change: Partial<Definition> = {}, who = real.ground.world.provinceOfficer) =>
  real.ground.world.as(who).town.indicator.define(definition(real, model, change));

const move = movesOf<Model, Real>(machine, ({ state }) => state);
const no = (name: string, code: string | ((model: Model) => string), change: (model: Model) => Partial<Definition>) =>
  barred<Model, Real>(name, code, (real, model) => define(real, model, change(model)));
const unknownPart = Formula.parse({ kind: "ratio", numerator: "entities", denominator: "nowhere_known", factor: "100" });

export const indicator: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => ({
    model: { state: "unknown", versions: 0 },
    real: { id: `i${newId("key").slice(-26).toLowerCase()}`, version: 0, ground },
  }),
  moves: [
    move(
      "define",
      [],
      ({ state, versions }) => ({ next: { state: "defined", versions: versions + 1 }, took: [took(machine, state, "define", "defined")] }),
      (real, model) => define(real, model),
    ),
    no("define two versions at once", "town.indicator.version_taken", ({ versions }) => ({ version: versions + 2 })),
    no(
      "write the last version again",
      ({ versions }) => (versions === 0 ? "town.indicator.not_later" : "town.indicator.version_taken"),
      ({ versions }) => ({ version: Math.max(1, versions), validFrom: Quarter.parse("2020-Q1") }),
    ),
    no("define from a quarter that is over", "town.indicator.not_later", () => ({ validFrom: Quarter.parse("2026-Q1") })),
    no(
      "define from the quarter in which the last version begins",
      ({ versions }) => (versions === 0 ? "town.indicator.part_unknown" : "town.indicator.not_later"),
      ({ versions }) => (versions === 0 ? { formula: unknownPart } : { validFrom: quarter(versions - 1) }),
    ),
    no(
      "define in another unit",
      ({ versions }) => (versions === 0 ? "town.indicator.part_unknown" : "town.indicator.unit_changed"),
      () => ({ unit: "percent", formula: unknownPart }),
    ),
    no("define a ratio of what nobody knows", "town.indicator.part_unknown", () => ({ formula: unknownPart })),
    barred("define by a town", "platform.not_permitted", (real, model) => define(real, model, {}, real.ground.world.townAdministrator)),
    barred("define by a firm", "platform.not_permitted", (real, model) => define(real, model, {}, real.ground.world.buyerOwner)),
  ],
  tours: [["define", "define", "define"]],
  cases: [],
  statuses: ({ versions }) => ({ versions }),
  read: async ({ id, ground }) => {
    const [row] = await ground.sql<{ versions: number; digest: string }>(
      "select count(*)::int as versions, coalesce(md5(string_agg(t::text, '' order by version)), '') as digest from indicator_definition t where key = $1",
      [id],
    );
    return { statuses: { versions: row?.versions ?? 0 }, digest: row?.digest ?? "" };
  },
  violations: ({ ground, id }) => brokenOf(ground, inOrder, id),
};

const inOrder = [
  `select 'versions of an indicator do not follow each other, each from a later quarter: ' || version as broken
     from (select version, content->>'validFrom' as "from", row_number() over w as nth, lag(content->>'validFrom') over w as before
             from indicator_definition where key = $1 window w as (order by version)) one
    where version <> nth or "from" <= before`,
];
