import { call } from "../../packages/api/src/access-matrix/harness.ts";
import type { Row } from "../../packages/api/src/access-matrix/row.ts";
import type { Someone, TownFixture, World } from "../../packages/api/src/testing/index.ts";
import { idsWithin } from "./places.ts";

/** Strangers who play the parts of the fixture's people: what a row lays for its owner, it lays here for one of them. */
export type Cast = {
  readonly label: "the other town" | "a neighbour";
  readonly stage: World;
  readonly owners: readonly Someone[];
  readonly townId: string;
};

async function cast(
  world: World,
  label: Cast["label"],
  home: TownFixture,
  office: Pick<World, "townAdministrator" | "reviewer">,
): Promise<Cast> {
  const firm = (name: string, state: "active" | "applied" = "active") =>
    world.firm(home, `${label} ${name}`, ["owner", "buyer", "seller"], state);
  const [buyer, supplier, secondSupplier, thirdSupplier] = [
    await firm("Buyer"),
    await firm("Maker"),
    await firm("Second"),
    await firm("Third"),
  ];
  const applicant = await firm("Applicant", "applied");
  const people = {
    buyer,
    buyerOwner: buyer,
    supplier,
    seller: supplier,
    secondSupplier,
    thirdSupplier,
    applicant,
    elsewhere: buyer,
    rival: thirdSupplier,
  };
  return {
    label,
    stage: { ...world, ...people, ...office, dingxiang: home, elsewhereAdministrator: office.townAdministrator },
    owners: [buyer, supplier, secondSupplier, thirdSupplier, applicant],
    townId: home.id,
  };
}

/** The same stories, told in the other town. */
export async function theOtherTown(world: World): Promise<Cast> {
  // One pack for both, so that the same goods are spoken of on either side of the wall.
  await world.asOwner("update town set pack = 'flange' where id = $1", [world.xinghuacun.id]);
  const townAdministrator = world.elsewhereAdministrator;
  return cast(world, "the other town", world.xinghuacun, {
    townAdministrator,
    reviewer: await world.colleague(townAdministrator, ["reviewer"]),
  });
}

/** And by other firms of the same town. */
export const neighbours = (world: World): Promise<Cast> => {
  const { townAdministrator, reviewer, dingxiang } = world;
  return cast(world, "a neighbour", dingxiang, { townAdministrator, reviewer });
};

/** The fixture's own people, in the shape of a cast: what their rows hold may be told to them. */
export const ours = (world: World): Cast => ({
  label: "a neighbour",
  stage: world,
  owners: [world.buyer, world.supplier, world.secondSupplier, world.thirdSupplier, world.applicant, world.townAdministrator, world.rival],
  townId: world.dingxiang.id,
});

/** Where the rows of a cast lie: in its town, or in its own town under its firms' names. */
const whose = ({ label, townId, owners }: Cast, isFenced: boolean): string => {
  const named = `t::text ~ '${owners.map(({ actor }) => actor.orgId).join("|")}'`;
  return label === "the other town" && isFenced ? `t.town_id = '${townId}'` : named;
};

type Table = { readonly name: string; readonly fenced: boolean };
const left = ["_prisma_migrations", "session", "rate_limit", "sign_in_failure"];

const tablesOf = (world: World) =>
  world.asOwner<Table>(
    `select c.relname as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'town_id') as fenced
       from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all($1) order by 1`,
    [left],
  );

/** Every row of a cast by its table and a hash of all it holds. */
export async function rowsOf(world: World, side: Cast): Promise<ReadonlySet<string>> {
  const parts = (await tablesOf(world)).map(
    ({ name, fenced }) => `select '${name} ' || md5(t::text) as row from public."${name}" t where ${whose(side, fenced)}`,
  );
  return new Set((await world.asOwner<{ row: string }>(parts.join(" union all "))).map(({ row }) => row));
}

/** Every row of every table as it is, by its table and a hash of all it holds. */
export async function everyRow(world: World): Promise<ReadonlySet<string>> {
  const parts = (await tablesOf(world)).map(({ name }) => `select '${name} ' || md5(t::text) as row from public."${name}" t`);
  return new Set((await world.asOwner<{ row: string }>(parts.join(" union all "))).map(({ row }) => row));
}

/** Tables that do not hold the same rows as before. */
export function changedTables(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  const differing = [...[...before].filter((row) => !after.has(row)), ...[...after].filter((row) => !before.has(row))];
  return [...new Set(differing.map((row) => row.slice(0, row.indexOf(" "))))].sort();
}

/** What a town's market shows all its firms: whoever names one learns that it is another's, and no more than the market says. */
export const onTheMarket = async (world: World): Promise<ReadonlySet<string>> => {
  const rows = await world.asOwner<{ id: string }>(
    `select id from purchase_request where published_at is not null and method = 'open'
     union all select id from offer where published_at is not null`,
  );
  return new Set(rows.map(({ id }) => id));
};

/** Requests that their buyers show to everybody. */
export const shownToAll = async (world: World): Promise<ReadonlySet<string>> =>
  new Set((await world.asOwner<{ id: string }>("select request_id as id from market_request")).map(({ id }) => id));

/** Every id that occurs in a cast's rows. */
export async function idsOf(world: World, side: Cast): Promise<ReadonlySet<string>> {
  const parts = (await tablesOf(world)).map(
    ({ name, fenced }) => `select t::text as row from public."${name}" t where ${whose(side, fenced)}`,
  );
  return new Set((await world.asOwner<{ row: string }>(parts.join(" union all "))).flatMap(({ row }) => idsWithin(row)));
}

/** Tells a row's story and answers the input it is about. Every story begins now: many of them wait for days that would add up. */
export async function told(stage: World, row: Row): Promise<unknown> {
  const beginNow = () =>
    stage.asOwner(
      "create or replace function public.jizhen_clock() returns timestamptz language sql volatile as $$select clock_timestamp()$$",
    );
  await beginNow();
  const given = (await row.given?.(stage))?.input;
  await beginNow();
  return given;
}

/** What the true owner gets for the same input: the control that the id would have opened something. */
export const asItsOwner = (side: Cast, path: string, row: Row, input: unknown) =>
  call(side.stage, row.by === null ? null : side.stage[row.by], path, input);
