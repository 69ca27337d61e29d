import { type Actor, TownId } from "@jizhen/kernel";
import type { Database } from "./connect.ts";
import { type Reading, readIn, type Writing, writeIn } from "./transactions.ts";

/** One town, one actor, one instant, one transaction: the only handle a store ever sees. */
export type TownTx = Writing & { readonly by: Actor };
/** The same for views: a read-only snapshot behind the town's wall. */
export type TownRead = Reading & { readonly by: Actor };

export type Town = {
  read<T>(work: (tx: TownRead) => Promise<T>): Promise<T>;
  /** May run the work again when it loses a conflict: effects outside the database do not belong in it. */
  write<T>(work: (tx: TownTx) => Promise<T>): Promise<T>;
};

/** Opens the town the actor stands in. Every row of another town is absent from what these handles see and accept. */
export function openTown(database: Database, by: Actor): Town {
  const townId = TownId.parse(by.townId);
  return {
    read: (work) => readIn(database, townId, (tx) => work({ ...tx, by })),
    write: (work) => writeIn(database, townId, (tx) => work({ ...tx, by })),
  };
}

/** For workers, which learn the town from an event or a timer instead of a session. */
export const asTown = (database: Database, townId: string, by: Omit<Actor, "townId">): Town =>
  openTown(database, { ...by, townId: TownId.parse(townId) });

/** The identity space: people, organisations, towns and the market. Tables behind a wall are empty here. */
export type Shared = {
  read<T>(work: (tx: Reading) => Promise<T>): Promise<T>;
  write<T>(work: (tx: Writing) => Promise<T>): Promise<T>;
};

export const openShared = (database: Database): Shared => ({
  read: (work) => readIn(database, null, work),
  write: (work) => writeIn(database, null, work),
});
