import { newId, openTown, type Prisma } from "@jizhen/db";
import {
  itemsOf,
  upgrades as life,
  type MeasureInput,
  type Month,
  monthAt,
  monthPlus,
  newestEdition,
  UpgradeId,
  type UpgradeKind,
  type UpgradePlan,
  type UpgradeProject,
  type UpgradeState,
} from "@jizhen/domain-town";
import { type LocalDate, localDateAt, millisecondsIn, minor, plus, plusDays } from "@jizhen/kernel";
import { upgradeColumns } from "../modules/town/upgrade.store.ts";
import { orRefuse } from "../platform/refuse.ts";
import type { Platform } from "../platform/start.ts";
import { platformActor } from "../platform/tx.ts";
import type { LaidTown } from "./cast.ts";
import { type Chance, chance } from "./chance.ts";
import type { Player } from "./rows.ts";
import { upgradeTexts, upgradeWords } from "./upgrades.data.ts";

/** How far the projects of each town have come; Taigu's 112 manufacturers are the ones the platform is known for. */
const standing: Readonly<Record<string, Partial<Record<UpgradeState, number>>>> = {
  taigu: { running: 80, baselined: 12, measured: 10, verified: 6, stopped: 4 },
  dingxiang: { running: 8, baselined: 2, measured: 2, verified: 2, stopped: 1 },
  wanrong: { running: 4, approved: 1, baselined: 1, measured: 1, closed: 1 },
  xinghuacun: { running: 3, proposed: 1, baselined: 1, verified: 1 },
  qixian: { running: 3, baselined: 1, measured: 1, verified: 1 },
};

const { day } = millisecondsIn;
const kinds = ["both", "low_carbon", "digital"] as const satisfies readonly UpgradeKind[];
type Step = Prisma.UpgradeStepCreateManyInput;
type Laid = { readonly project: UpgradeProject; readonly steps: readonly Step[] };

/** A year of readings; `part` is how much of the earlier energy a unit of output still takes, in per cent. */
function readings(from: Month, months: number, part: number, luck: Chance): MeasureInput["months"] {
  return Array.from({ length: months }, (_, at) => {
    const output = 180 + luck.whole(60);
    const scaled = (perUnit: number) => String(Math.round((output * perUnit * part) / 100));
    return { month: monthPlus(from, at), output: String(output), used: { electricity: scaled(620), coke: scaled(110), gas: scaled(45) } };
  });
}

function measured(kind: UpgradeKind, boundary: string, rest: Pick<MeasureInput, "months">, better: number, luck: Chance): MeasureInput {
  const edition = newestEdition();
  if (edition === null) throw new Error("there is no edition to answer");
  const answers = Object.fromEntries(itemsOf(edition).map(({ key }) => [key, Math.min(4, luck.whole(3) + better)]));
  const digital = kind !== "low_carbon";
  const metered = kind === "digital" ? { outputUnit: null, months: [] } : { outputUnit: "TNE", ...rest };
  return { boundary, edition: digital ? edition.key : null, answers: digital ? answers : {}, ...metered, files: [] };
}

function planOf(kind: UpgradeKind, begins: LocalDate, luck: Chance): UpgradePlan {
  const { title, text, steps } = upgradeTexts[kind];
  return {
    kind,
    title,
    text,
    boundary: upgradeWords.boundary,
    cost: minor((30 + luck.whole(170)) * 1_000_000),
    suppliers: upgradeWords.suppliers,
    targetLevel: kind === "low_carbon" ? null : 2,
    targetSaving: kind === "digital" ? null : 8 + luck.whole(8),
    steps: steps.map((name, at) => ({ name, dueOn: plusDays(begins, 60 + at * 120) })),
  };
}

type Cast = { readonly town: LaidTown; readonly owner: Player; readonly now: Date; readonly luck: Chance };

/** One project, brought by the rules themselves as far as `upTo` says. */
function projectOf({ town, owner, now, luck }: Cast, upTo: UpgradeState, nth: number): Laid {
  const kind = kinds[nth % kinds.length] ?? "both";
  const measuredYet = upTo === "measured" || upTo === "verified" || upTo === "closed";
  const age = (measuredYet ? 480 : 200) * day;
  const by = (who: Player, days: number) => ({ by: who.actor, at: plus(now, days * day - age) });
  const plan = planOf(kind, localDateAt(plus(now, 60 * day - age)), luck);
  const number = `SJ-${localDateAt(plus(now, -age)).slice(0, 4)}-${String(nth + 1).padStart(6, "0")}`;
  const birth = { id: UpgradeId.parse(newId("upgr")), townId: town.id, organisationId: owner.actor.orgId, number };
  const proposed = orRefuse(life.propose(birth, plan, by(owner, 0))).next;
  if (upTo === "proposed") return { project: proposed, steps: [] };
  const months = nth % 9 === 4 ? 9 : 12;
  const first = monthPlus(monthAt(by(owner, 20).at), -months);
  const before = measured(kind, plan.boundary, { months: readings(first, months, 100, luck) }, 0, luck);
  const baselined = orRefuse(life.baseline(proposed, before, by(owner, 20))).next;
  if (upTo === "baselined" && nth % 2 === 0) return { project: baselined, steps: [] };
  const seen = life.seeBaseline(baselined, by(town.reviewer, 30)).next;
  if (upTo === "baselined") return { project: seen, steps: [] };
  const approved = orRefuse(life.approve(seen, by(town.administrator, 40))).next;
  if (upTo === "approved") return { project: approved, steps: [] };
  const running = life.start(approved, by(owner, 50)).next;
  const taken = measuredYet ? plan.steps.length : luck.whole(plan.steps.length);
  const steps = Array.from({ length: taken }, (_, step) => stepOf(running, step, by(owner, 60 + step * 40), luck));
  if (upTo === "running") return { project: running, steps };
  if (upTo === "stopped") return { project: life.stop(running, upgradeWords.stopped, by(owner, 120)).next, steps };
  const from = monthPlus(monthAt(running.startedAt), 1);
  const after = measured(kind, plan.boundary, { months: readings(from, 12, 82 + luck.whole(12), luck) }, 1, luck);
  const effect = orRefuse(life.measure(running, after, by(owner, 470))).next;
  if (upTo === "measured") return { project: effect, steps };
  const verified = orRefuse(life.verify(effect, by(town.reviewer, 475))).next;
  return { project: upTo === "verified" ? verified : life.close(verified, by(town.administrator, 478)).next, steps };
}

function stepOf(project: UpgradeProject, step: number, { by, at }: { by: Player["actor"]; at: Date }, luck: Chance): Step {
  return {
    townId: project.townId,
    id: newId("ustp"),
    projectId: project.id,
    step,
    doneOn: localDateAt(at),
    spend: BigInt((5 + luck.whole(20)) * 1_000_000),
    text: upgradeWords.step,
    files: [],
    by: by.personId,
    at,
  };
}

/** The upgrade projects of every populated town, written as rows: a demo is laid for every run of the browser stories. */
export async function layUpgrades({ database }: Platform, laid: readonly LaidTown[], now: Date): Promise<void> {
  for (const town of laid) {
    const luck = chance(town.firms.length);
    const states = Object.entries(standing[town.town.slug] ?? {}).flatMap(([state, count]) =>
      Array.from({ length: count }, () => state as UpgradeState),
    );
    const projects = town.firms
      .slice(0, states.length)
      .map((owner, nth) => projectOf({ town, owner, now, luck }, states[nth] ?? "proposed", nth));
    const years = [...new Set(projects.map(({ project }) => Number(project.number.slice(3, 7))))];
    await openTown(database, platformActor(town.id)).write(async ({ db }) => {
      await db.upgradeProject.createMany({ data: projects.map(({ project }) => upgradeColumns(project)) });
      await db.upgradeStep.createMany({ data: projects.flatMap(({ steps }) => [...steps]) });
      await db.numberSeries.createMany({ data: years.map((year) => ({ townId: town.id, series: "SJ", year, last: projects.length })) });
    });
  }
}
