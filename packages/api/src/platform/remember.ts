import type { Services } from "./services.ts";

/** What a process keeps of values that follow from their key alone, so that no entry can be wrong: only forgotten. */
export type Memory<T> = {
  find(key: string): T | undefined;
  keep(key: string, value: T): T;
};

/**
 * A bounded memory of one process for one database; the least recently used goes first. A key names its town and everything the value
 * follows from, a row by its id and `xmin`: the transaction that wrote it, which no change of the row leaves as it was. Keys come
 * from rows read behind the wall, so nothing is found that was not just seen.
 */
export function memoryOf<T>(most: number): (services: Services) => Memory<T> {
  const memories = new WeakMap<Services["database"], Memory<T>>();
  return ({ database }) => {
    const known = memories.get(database) ?? bounded<T>(most);
    memories.set(database, known);
    return known;
  };
}

function bounded<T>(most: number): Memory<T> {
  const kept = new Map<string, T>();
  const keep = (key: string, value: T): T => {
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.size > most ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    return value;
  };
  return {
    keep,
    find: (key) => {
      const value = kept.get(key);
      return value === undefined ? undefined : keep(key, value);
    },
  };
}
