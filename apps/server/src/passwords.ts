import { hashPassword, verifyPassword } from "better-auth/crypto";
import pLimit from "p-limit";

/**
 * A hash takes one of the runtime's four threads for a good while, and new database connections and files need the same threads: while
 * many sign in, or guess, two threads stay free for everybody else.
 */
export const turns = pLimit(2);

export const passwords = {
  hash: (password: string): Promise<string> => turns(hashPassword, password),
  verify: (given: { hash: string; password: string }): Promise<boolean> => turns(verifyPassword, given),
};
