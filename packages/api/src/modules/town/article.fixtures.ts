import { newId } from "@jizhen/db";
import type { Quarter } from "@jizhen/domain-town";
import { RollContent } from "@jizhen/domain-town";
import type { Someone, TownFixture, World } from "../../testing/index.ts";
import { cellsOf, handIn } from "./figures.fixtures.ts";
import { insertEntries } from "./roll.store.ts";
import { aNumber } from "./town.fixtures.ts";

/** What an invented town reports; all of them together make the headline figures of the article that the platform follows. */
type Story = {
  readonly entities: number;
  readonly projects: number;
  readonly fundsFen: number;
  readonly jobs: number;
  /** Output of one month, the year before and now. */
  readonly before: number;
  readonly now: number;
};

const billion = 100_000_000_000;
/** Ten towns. The larger one is the slower it grows, so that the mean of growths and the growth of the sum are two figures. */
export const tenTowns: readonly Story[] = Array.from({ length: 10 }, (_, i): Story => {
  const [before, growthInTenths] = [(20 - i) * 100_000_000, 74 + 20 * i];
  return {
    entities: i === 9 ? 106 : 107,
    projects: i < 8 ? 19 : 20,
    fundsFen: 5.71 * billion + i * 0.1 * billion,
    jobs: 3_701 + 2 * i,
    before,
    now: (before * (1_000 + growthInTenths)) / 1_000,
  };
});

type ToldTown = {
  readonly town: TownFixture;
  readonly administrator: Someone;
  readonly reviewer: Someone;
  readonly firms: Someone[];
};
/** As few as a figure may be shown of. */
const firmsOfTown = 3;

export async function aReportingTown(world: World, at: number): Promise<ToldTown> {
  const laid = await world.anotherTown(`reporting-${at}`, `填报镇${at}`, `Reporting ${at}`);
  const firms: Someone[] = [];
  for (let n = 0; n < firmsOfTown; n += 1) firms.push(await world.firm(laid.town, `Reporting ${at} firm ${n}`));
  return { ...laid, firms };
}

/** Entities that the town entered on its roll with a licence of this quarter. */
export const enterEntities = (world: World, { town }: ToldTown, at: number, count: number, quarter: Quarter) =>
  world.asPlatform(town.id, (tx) =>
    insertEntries(
      tx,
      "hand",
      Array.from({ length: count }, (_, n) => ({
        id: newId("roll"),
        content: RollContent.parse({
          country: "CN",
          number: aNumber(10_000 + at * 1_000 + n),
          nameZh: `填报镇${at}新设${n}（演示）`,
          nameEn: null,
          regionCode: null,
          address: null,
          legalRepresentative: null,
          contactName: null,
          contactPhone: null,
          mainProducts: null,
          establishedOn: `${quarter.slice(0, 4)}-0${7 + (n % 3)}-${String(1 + (n % 28)).padStart(2, "0")}`,
          state: "operating",
          employees: null,
        }),
      })),
    ),
  );

/** A whole in parts that differ by one at most. */
const partOf = (whole: number, nth: number, of: number): number => Math.floor(whole / of) + (nth < whole % of ? 1 : 0);

/** Every firm of the town declares its part, the reviewer checks and hands in, and the administrator answers for it. */
export async function report(
  world: World,
  { firms, reviewer, administrator }: ToldTown,
  quarter: Quarter,
  wholes: Readonly<Record<string, number>>,
) {
  for (const [nth, firm] of firms.entries()) {
    const parts = Object.fromEntries(Object.entries(wholes).map(([key, whole]) => [key, partOf(whole, nth, firms.length)]));
    await world.as(firm).town.declaration.submit({ quarter, cells: cellsOf(quarter, parts, "演示说明"), version: 0 });
  }
  const { id, version } = await handIn(world, quarter, reviewer);
  await world.as(administrator).town.report.approve({ reportId: id, version });
}

/** The province takes in every report of a quarter that has come up, locks them and publishes. */
export async function publishAll(world: World, quarter: Quarter): Promise<void> {
  await world.drain();
  const { report: office, publication } = world.as(world.provinceOfficer).town;
  for (const { report: one } of await office.list({ quarter })) {
    const accepted = await office.accept({ reportId: one.id, version: one.version });
    await office.lock({ reportId: accepted.id, version: accepted.version });
  }
  await publication.publish({ quarter });
  await world.drain();
}
