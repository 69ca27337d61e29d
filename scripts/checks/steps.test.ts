import { expect, it } from "vitest";
// @ts-expect-error the commands are plain JavaScript, so that they run before anything is installed
import { chosen, steps } from "../steps.mjs";

type Step = { readonly name: string; readonly built?: boolean };
const names = (some: readonly Step[]) => some.map(({ name }) => name);
const whole = names(steps);

it("gives a step that is run alone what it rests on, before it and nothing else", () => {
  for (const { name, built } of steps as readonly Step[]) {
    const before = ["generate", ...(built === true ? ["build"] : [])].filter((one) => one !== name);
    expect(names(chosen(name)).filter((one) => !one.includes(name))).toEqual(before);
    expect(names(chosen(name)).at(-1)).toContain(name);
  }
});

it("runs everything once and in order without a word, and nothing for a word that no step has", () => {
  expect(names(chosen(""))).toEqual(whole);
  expect(chosen("no step has this")).toEqual([]);
});

it("knows that stories, proofs and budgets look at the built product", () => {
  expect(names((steps as readonly Step[]).filter(({ built }) => built === true)).map((name) => name.split(/[ ,:]/)[0])).toEqual([
    "budgets",
    "proofs",
    "browser",
  ]);
});
