import { afterAll, beforeAll, expect, it } from "vitest";
import { call, procedures } from "../packages/api/src/access-matrix/harness.ts";
import { aWorld, type World } from "../packages/api/src/testing/index.ts";
import { newId } from "../packages/db/src/ids.ts";
import { recordedLooks } from "./support/looks.ts";
import { figure, seed, size, timed } from "./support/scale.ts";
import {
  asItsOwner,
  type Cast,
  changedTables,
  idsOf,
  neighbours,
  onTheMarket,
  ours,
  rowsOf,
  shownToAll,
  theOtherTown,
} from "./tenants/casts.ts";
import { idsWithin, nobodyBeside, type Place, withId } from "./tenants/places.ts";
import { isForeign, type Laid, lay, type Subject, subjectsOf } from "./tenants/stories.ts";
import { earOf, everyReading, plainly, stopClock, verdictOf, wholeRoll } from "./tenants/unseen.ts";

/** What an id names here is everybody's, so that it may be told from one that nobody has. */
const lawful: ReadonlySet<string> = new Set([
  "town.town.get townId",
  "town.organisation.checkNumber townId",
  "town.organisation.register townId",
  "town.membership.joinAsVisitor townId",
]);
/** What firms of one town do with one another: ask to quote, complain, and deal with a request that is on the market. */
const lawfulNear: ReadonlySet<string> = new Set([
  "procurement.request.publish invite.0",
  "procurement.request.invite suppliers.0",
  "town.complaint.file about.organisationId",
]);
const dealing: ReadonlySet<string> = new Set([
  "procurement.request.ask requestId",
  "procurement.quote.save requestId",
  "procurement.quote.submit requestId",
]);

/** Read by whoever holds the link, as long as its buyer shows it to everybody; any other id there is nobody's. */
const byLink = "procurement.market.get id";

type Side = { readonly cast: Cast; readonly laid: Laid; readonly secrets: ReadonlySet<string> };

let world: World;
let subjects: readonly Subject[] = [];
let sides: readonly Side[] = [];
let market: ReadonlySet<string> = new Set();
let shown: ReadonlySet<string> = new Set();
/** Ids in rows that name one of ours: a neighbour's request for which a firm of ours was matched may be shown to it. */
let own: ReadonlySet<string> = new Set();

beforeAll(async () => {
  world = await aWorld();
  subjects = await subjectsOf(world);
  const casts = [await theOtherTown(world), await neighbours(world)];
  const laid = [];
  for (const cast of casts) laid.push({ cast, laid: await lay(cast, subjects) });
  await world.drain();
  market = await onTheMarket(world);
  shown = await shownToAll(world);
  own = await idsOf(world, ours(world));
  sides = await Promise.all(
    laid.map(async (side) => {
      const secrets = new Set([...(await idsOf(world, side.cast))].filter((id) => !own.has(id)));
      side.laid.keep(secrets);
      return { ...side, secrets };
    }),
  );
}, 1_200_000);
afterAll(() => world.close());

/** The version that its own thing has goes with an id: a refusal for a wrong version would prove nothing. */
function withTheirVersion(input: unknown, { path }: Place, theirs: unknown): unknown {
  if (path.length !== 1 || typeof input !== "object" || typeof theirs !== "object" || theirs === null) return input;
  const numbers = Object.entries(theirs).filter(([name, value]) => typeof value === "number" && input !== null && name in input);
  return { ...input, ...Object.fromEntries(numbers) };
}

const counts = { places: 0, attacks: 0, refused: 0, answered: 0, onTheMarket: 0, withoutForeign: [] as string[] };
const findings = new Set<string>();

async function attack(subject: Subject, place: Place, { cast, laid, secrets }: Side): Promise<void> {
  const { path, schema, input, row } = subject;
  if (schema === null) return;
  const name = `${path} ${place.path.join(".")}`;
  const who = row.by === null ? null : world[row.by];
  const base = withTheirVersion(input, place, laid.inputs.get(path));
  const send = (id: string) => withId(base, place, id, laid.pool, schema, seed);
  const isNear = cast.label === "a neighbour";
  if (lawful.has(name) || (isNear && lawfulNear.has(name))) return;
  const ids = laid.idsFor(place, laid.inputs.get(path), size(2, 8), own);
  if (ids.length === 0) counts.withoutForeign.push(`${name} of ${cast.label}`);
  for (const id of ids) {
    const isPublic = isNear && market.has(id);
    if ((isPublic && dealing.has(name)) || (name === byLink && shown.has(id))) continue;
    const nobody = nobodyBeside(id);
    const baseline = verdictOf(await call(world, who, path, send(nobody)), nobody);
    const sent = send(id);
    const outcome = await call(world, who, path, sent);
    counts.attacks += 1;
    counts[outcome.kind === "allowed" ? "answered" : "refused"] += 1;
    if (outcome.kind === "fault") findings.add(`${name}: an id of ${cast.label} is a fault`);
    if (isPublic) {
      counts.onTheMarket += 1;
      if (outcome.kind === "allowed" && procedures[path]?._def.type === "mutation") findings.add(`${name}: changes what is a neighbour's`);
      continue;
    }
    const said = outcome.kind === "allowed" ? outcome.answer : JSON.stringify(outcome.reason);
    const asked = JSON.stringify(sent);
    const told = idsWithin(said).filter((one) => secrets.has(one) && !asked.includes(one));
    if (told.length > 0) findings.add(`${name}: an id of ${cast.label} brings ${told.slice(0, 3).join(", ")}`);
    const verdict = verdictOf(outcome, id);
    if (verdict !== baseline)
      findings.add(`${name}: an id of ${cast.label}: ${verdict.slice(0, 200)} — nobody's: ${baseline.slice(0, 100)}`);
  }
}

it("an id of somebody else, in whatever field of whatever input, is the same as an id that nobody has (G9)", async () => {
  await stopClock(world, new Date());
  const before = await Promise.all(sides.map(({ cast }) => rowsOf(world, cast)));
  const { seconds } = await timed(async () => {
    for (const subject of subjects)
      for (const place of subject.places) {
        counts.places += 1;
        for (const side of sides) if (isForeign(side.cast, subject, place)) await attack(subject, place, side);
      }
  });
  const after = await Promise.all(sides.map(({ cast }) => rowsOf(world, cast)));
  const changed = sides.map(({ cast }, n) => [cast.label, changedTables(before[n] ?? new Set(), after[n] ?? new Set())]);
  let openedByOwner = 0;
  for (const { cast, laid } of sides)
    for (const { path, row } of subjects) {
      const input = laid.inputs.get(path);
      if (input !== undefined && (await asItsOwner(cast, path, row, input)).kind === "allowed") openedByOwner += 1;
    }
  figure({ promise: "G9", proof: "foreign ids in inputs", seconds, procedures: subjects.length, ...counts, openedByOwner });
  expect([...findings]).toEqual([]);
  expect(changed).toEqual([
    ["the other town", []],
    ["a neighbour", []],
  ]);
  // The control: sent by those whose they are, the same inputs open.
  expect(openedByOwner).toBeGreaterThan(size(5, 60));
});

it("files, documents and exports of the other town are found by nobody here (G9)", async () => {
  const [other] = sides;
  if (!other) throw new Error("there is another town");
  for (const [name, { prefix, by, ask }] of Object.entries(plainly)) {
    const nobodys = await ask(world, world[by], newId(prefix));
    for (const id of other.laid.idsFor({ path: [], prefix, way: [] }, undefined, 5))
      expect(await ask(world, world[by], id), `${name} ${id}`).toBe(nobodys);
  }
});

it("whatever the other town does, every list, count, search, export and stream here stays as it was (G9)", async () => {
  // People who have done nothing yet: the control above let the first ones hand over, leave and be removed.
  const cast = await theOtherTown(world);
  // Long after every deadline of the stories here, so that nothing of their own is still to come.
  const longAfter = new Date(Date.now() + 500 * 86_400_000);
  await stopClock(world, longAfter);
  await world.drain();
  const again = await everyReading(world, subjects);
  const [before, roll, theirs] = [await everyReading(world, subjects), await wholeRoll(world), await everyReading(cast.stage, [])];
  const restless = [...before].filter(([path, answer]) => again.get(path) !== answer).map(([path]) => path);
  const ears = await Promise.all([world.buyer, world.supplier, world.townAdministrator].map((who) => earOf(world, who)));
  const ear = await earOf(world, cast.stage.buyer);
  const { seconds } = await timed(async () => {
    await lay(cast, subjects);
    await stopClock(world, longAfter);
    await world.drain();
  });
  const after = await everyReading(world, subjects);
  const changed = [...after].filter(([path, answer]) => before.get(path) !== answer && !restless.includes(path));
  const changedThere = [...(await everyReading(cast.stage, []))].filter(([path, answer]) => theirs.get(path) !== answer);
  const answered = [...after.values()].filter((answer) => answer.startsWith("answered")).length;
  const heard = ears.flatMap((one) => one.heard());
  figure({
    promise: "G9",
    proof: "the other town unseen",
    seconds,
    readings: after.size,
    answered,
    restless,
    changedHere: changed.length,
    changedThere: changedThere.length,
    heardHere: heard.length,
    heardThere: ear.heard().length,
  });
  expect(changed).toEqual([]);
  expect(await wholeRoll(world)).toBe(roll);
  expect(heard).toEqual([]);
  // A look into a firm's file is written down, and shown with the file.
  expect(restless.filter((path) => !recordedLooks.has(path))).toEqual([]);
  // The control: there the same readings did change, and the same kind of stream did speak.
  expect(changedThere.length).toBeGreaterThan(2);
  expect(ear.heard().length).toBeGreaterThan(0);
});
