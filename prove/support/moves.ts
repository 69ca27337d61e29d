import type { Move, Taken, Tries, Verdict } from "./machine.ts";

/** A reason to say no, and its code. */
export type Check<Model> = readonly [holds: (model: Model) => boolean, code: string];

/** The first check that holds says no, in the order in which the product looks. */
export const checked =
  <Model>(checks: readonly Check<Model>[], done: (model: Model) => Verdict<Model>) =>
  (model: Model): Verdict<Model> => {
    const no = checks.find(([holds]) => holds(model));
    return no === undefined ? done(model) : { refused: no[1] };
  };

export const stays = <Model>(next: Model): Verdict<Model> => ({ next, took: [] });

/** One command that does two things after each other; the second is asked of what the first leaves. */
export function andThen<Model>(first: Verdict<Model>, second: (model: Model) => Verdict<Model>): Verdict<Model> {
  if ("refused" in first) return first;
  const last = second(first.next);
  return "refused" in last ? last : { next: last.next, took: [...first.took, ...last.took] };
}

/** What happens around the thing: time passes, somebody else acts. Where it makes no sense nothing is done. */
export const around = <Model, Real>(
  name: string,
  makesSense: (model: Model) => boolean,
  done: (model: Model) => Verdict<Model>,
  act: (real: Real, model: Model) => Promise<unknown>,
): Move<Model, Real> => ({
  name,
  expect: (model) => (makesSense(model) ? done(model) : stays(model)),
  act: async (real, model) => {
    if (makesSense(model)) await act(real, model);
  },
});

/** Somebody who must never succeed; the words may depend on how things stand. */
export const barred = <Model, Real>(
  name: string,
  code: string | ((model: Model) => string),
  act: (real: Real, model: Model) => Promise<unknown>,
): Move<Model, Real> => ({ name, expect: (model) => ({ refused: typeof code === "string" ? code : code(model) }), act });

/** Moves of one machine: each stands for a step, is refused by its checks, and otherwise does what the model says. */
export const movesOf =
  <Model, Real>(machine: string, at: Tries<Model>["at"]) =>
  (
    step: string,
    checks: readonly Check<Model>[],
    done: (model: Model) => Verdict<Model>,
    act: (real: Real, model: Model) => Promise<unknown>,
    name = step,
  ): Move<Model, Real> => ({ name, tries: { machine, step, at }, expect: checked(checks, done), act });

export const took = (machine: string, from: string, step: string, to: string): Taken => ({ machine, from, step, to });
