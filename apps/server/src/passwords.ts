import { hashPassword, verifyPassword } from "better-auth/crypto";

/** Work that waits its turn: never more than so many of it go on at once. */
export function atMost(places: number) {
  const waiting: (() => void)[] = [];
  let free = places;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/**
 * A hash takes one of the runtime's four threads for a good while, and new database connections and files need the same threads: while
 * many sign in, or guess, two threads stay free for everybody else.
 */
const hashing = atMost(2);

export const passwords = {
  hash: (password: string): Promise<string> => hashing(() => hashPassword(password)),
  verify: (given: { hash: string; password: string }): Promise<boolean> => hashing(() => verifyPassword(given)),
};
