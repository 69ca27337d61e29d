import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@jizhen/db";
import { type FreshDatabase, freshDatabase } from "@jizhen/db/testing";
import { layJobs } from "../platform/boss.ts";
import { folderStore } from "../platform/file-store.ts";
import { loadKeys } from "../platform/keys.ts";
import { logTo } from "../platform/log.ts";
import type { Letter, Mail } from "../platform/mail.ts";
import { openPlatform, type Platform } from "../platform/start.ts";
import type { Town, Tx } from "../platform/tx.ts";
import { platformActor } from "../platform/tx.ts";
import { appRouter } from "../root.ts";
import { contextOf, townFor } from "../trpc/context.ts";
import { callerOf } from "../trpc/procedures.ts";
import { type People, people, type Someone } from "./people.ts";

const callAs = callerOf(appRouter);
export type Caller = ReturnType<typeof callAs>;

export type CallOptions = {
  /** The client's name for one submission; the same key gives the same answer. */
  readonly key?: string;
  /** Another workspace than the person's own: "<townId>/<orgId>". */
  readonly workspace?: string | null;
};

export type World = People & {
  /** Calls procedures as this person, from the same live rows and through the same guards as over HTTP. `null` is a visitor. */
  as(who: Someone | null, options?: CallOptions): Caller;
  /** Moves the product's clock (`jizhen_clock()`), never the server's. Timers that fell due wait for `drain`. */
  later(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): Promise<void>;
  /** Does every due job and reaction, and what these cause, until nothing is left. */
  drain(): Promise<number>;
  /** Letters that would have gone out. */
  readonly letters: readonly Letter[];
  /** What the process wrote to its log. */
  readonly logged: readonly string[];
  /** The town opened for somebody, to write fixtures through real stores. */
  town(who: Someone): Town;
  /** A write as the platform itself, as reactions do it. */
  asPlatform<T>(townId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One statement past every wall: to look at what was really written. */
  asOwner: FreshDatabase["asOwner"];
  readonly fresh: FreshDatabase;
  readonly platform: Platform;
  readonly dataDir: string;
  /** A second process on the same database. */
  secondPlatform(): Promise<Platform>;
  close(): Promise<void>;
};

/** Two towns, a province, and people with every standing, in a database of their own. Call `close` in afterAll. */
export async function aWorld(): Promise<World> {
  const fresh = await freshDatabase();
  await layJobs(fresh.ownerUrl);
  const dataDir = mkdtempSync(join(tmpdir(), "jizhen-world-"));
  const [letters, logged]: [Letter[], string[]] = [[], []];
  const mail: Mail = { send: async (letter) => void letters.push(letter), close: () => {} };
  const open = () =>
    openPlatform({
      appUrl: fresh.appUrl,
      publicUrl: "https://jizhen.example",
      keys: loadKeys(dataDir),
      files: folderStore(dataDir),
      mail,
      log: logTo((line) => logged.push(line)),
    });
  const platform = await open();
  const { services } = platform;
  const opened = [platform];
  const everybody = await people(fresh);
  let offset = 0;
  return {
    ...everybody,
    as: (who, options = {}) =>
      callAs(
        contextOf({ services, token: who?.token ?? null, workspaceKey: workspaceOf(who, options), idempotencyKey: options.key ?? null }),
      ),
    later: async ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      offset += ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
      await fresh.asOwner(
        `create or replace function public.jizhen_clock() returns timestamptz language sql volatile as $$select clock_timestamp() + interval '${offset} seconds'$$`,
      );
    },
    drain: () => platform.drain(),
    letters,
    logged,
    town: (who) => townFor(services, who.actor, null),
    asPlatform: (townId, work) => townFor(services, platformActor(townId as Someone["actor"]["townId"]), null).write(work),
    asOwner: (sql, params) => fresh.asOwner(sql, params),
    fresh,
    platform,
    dataDir,
    secondPlatform: async () => {
      const second = await open();
      opened.push(second);
      return second;
    },
    close: async () => {
      await Promise.all(opened.map((one) => one.close()));
      await fresh.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const workspaceOf = (who: Someone | null, { workspace }: CallOptions): string | null =>
  workspace === undefined ? (who?.workspace ?? null) : workspace;

/** A key for one submission. */
export const aKey = (): string => newId("key");
