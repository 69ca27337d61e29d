import fc from "fast-check";
import type * as z from "zod";
import { accessOf, call, type Outcome, procedures } from "../../packages/api/src/access-matrix/harness.ts";
import { makeDocument } from "../../packages/api/src/platform/documents.ts";
import { fetchFile } from "../../packages/api/src/platform/file-uploads.ts";
import { makeSheet } from "../../packages/api/src/platform/sheets/offer.ts";
import type { Someone, World } from "../../packages/api/src/testing/index.ts";
import { askIdentity } from "../../packages/api/src/trpc/context.ts";
import { documents, sheets } from "../../packages/api/src/wiring.ts";
import { Refusal } from "../../packages/kernel/src/index.ts";
import { fitting, schemaOf } from "../fuzz/from-schema.ts";
import { rows, type Subject } from "./stories.ts";

/** The word an outcome comes down to, with the id that was asked for taken out: two ids that nobody here has must read the same. */
export const verdictOf = (outcome: Outcome, id: string): string =>
  outcome.kind === "allowed" ? `answered ${outcome.answer.replaceAll(id, "·")}` : `${outcome.kind} ${outcome.reason?.code}`;

/** Inputs for a reading: its own if it has one; nothing, an empty filter, or what the schema draws; and a word that every story holds. */
function inputsFor(path: string, own: unknown): unknown[] {
  const [input] = (procedures[path] as unknown as { _def: { inputs: z.ZodType[] } })._def.inputs;
  if (input === undefined) return [undefined];
  const isTaken = (one: unknown) => input.safeParse(one).success;
  const drawn = fc.sample(fitting(schemaOf(input), {}), { numRuns: 20, seed: 1 });
  const filter = own ?? [undefined, {}, { text: "" }, { state: "all" }, ...drawn].find(isTaken);
  return [filter, ...[{ text: "法兰" }].filter(isTaken)];
}

/** Every reading of firms and administrations, as the people of a stage: lists, counts, searches, boards. */
export async function everyReading(stage: World, subjects: readonly Subject[]): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const path of Object.keys(procedures)) {
    const [row, { kind }] = [rows[path], accessOf(path)];
    // What visitors and the province read is made of every town.
    if (!row || row.by === null || procedures[path]?._def.type !== "query" || kind === "visitor" || kind === "province") continue;
    for (const [n, input] of inputsFor(path, subjects.find((one) => one.path === path)?.input).entries())
      answers.set(n === 0 ? path : `${path} by a word`, verdictOf(await call(stage, stage[row.by], path, input), "·"));
  }
  return answers;
}

const workspaceOf = async (world: World, { token, workspace }: Someone) =>
  askIdentity(world.platform.services.database, { token, workspaceKey: workspace });

const codeOf = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
    return "answered";
  } catch (error) {
    if (error instanceof Refusal) return (error.reason as { code: string }).code;
    throw error;
  }
};

/** The plain routes that take an id in their address: files, documents, exports. */
export const plainly: Readonly<
  Record<
    string,
    {
      readonly prefix: string;
      readonly by: "buyer" | "reviewer";
      readonly ask: (world: World, who: Someone, id: string) => Promise<string>;
    }
  >
> = {
  file: {
    prefix: "file",
    by: "buyer",
    ask: async (world, who, id) => {
      const identity = await workspaceOf(world, who);
      return codeOf(() => fetchFile(world.platform.services, identity, id, null));
    },
  },
  document: {
    prefix: "ordr",
    by: "buyer",
    ask: async (world, who, id) => {
      const { workspace } = await workspaceOf(world, who);
      return codeOf(() => makeDocument(world.platform.services, workspace, documents["orders"], id, "zh-CN"));
    },
  },
  "report of an import": {
    prefix: "rimp",
    by: "reviewer",
    ask: async (world, who, id) => {
      const { workspace } = await workspaceOf(world, who);
      const asked = { filter: { importId: id }, locale: "zh-CN", type: "csv" } as const;
      return codeOf(() => makeSheet(world.platform.services, workspace, sheets["roll-import"], asked));
    },
  },
};

/** The whole roll as an administration takes it home. */
export async function wholeRoll(stage: World): Promise<string> {
  const { workspace } = await workspaceOf(stage, stage.reviewer);
  const { content } = await makeSheet(stage.platform.services, workspace, sheets["roll"], { filter: {}, locale: "zh-CN", type: "csv" });
  return Buffer.from(content).toString("utf8");
}

/** What a person's open stream says until the world closes. */
export async function earOf(world: World, who: Someone) {
  const topics: string[] = [];
  const stream = (await world.as(who).platform.live.hints()) as AsyncIterable<[string, { topic: string }, unknown]> &
    AsyncIterator<unknown>;
  void (async () => {
    for await (const [, { topic }] of stream) topics.push(topic);
  })();
  return { heard: () => topics.filter((topic) => topic !== "*") };
}

/** A product's clock that stands still: two readings at one instant differ only by what happened in between. */
export const stopClock = (world: World, instant: Date) =>
  world.asOwner(
    `create or replace function public.jizhen_clock() returns timestamptz language sql volatile as $$select timestamptz '${instant.toISOString()}'$$`,
  );
