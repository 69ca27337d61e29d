/** A seeded source of chance (mulberry32): one seed gives the same demo on every machine. */
export type Chance = {
  /** A whole number from 0 up to, and without, `below`. */
  readonly whole: (below: number) => number;
  readonly oneOf: <T>(choices: readonly T[]) => T;
  /** Some different ones, at most `count`. */
  readonly some: <T>(choices: readonly T[], count: number) => T[];
};

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  const oneOf = <T>(choices: readonly T[]): T => {
    const chosen = choices[whole(choices.length)];
    if (chosen === undefined) throw new RangeError("nothing to choose from");
    return chosen;
  };
  const some = <T>(choices: readonly T[], count: number): T[] => {
    const left = [...choices];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(whole(left.length), 1)).flat();
  };
  return { whole, oneOf, some };
}
