import { allCases } from "../src/cases/all.ts";
import type { Case } from "../src/cases/model.ts";
import { type Miss, type Score, scoreAll } from "../src/cases/score.ts";

/**
 * How well the parser reads its cases: `npx tsx packages/spec/scripts/report.ts`, with `--held-out` to list that half's misses too.
 * Asked counts as not right; fields nobody could know are counted apart.
 */
const write = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const share = ({ right, asked, wrong }: Score): string => `${((100 * right) / Math.max(1, right + asked + wrong)).toFixed(1)} %`;
const line = (name: string, cases: readonly Case[], score: Score): string =>
  `${name.padEnd(20)} ${String(cases.length).padStart(4)} lines  right ${score.right}  asked ${score.asked}  wrong ${score.wrong}  (rightly asked ${score.rightlyAsked})  ${share(score)}`;
const missed = (misses: readonly Miss[]): void => {
  for (const { kind, field, wanted, got, text } of misses) write(`    ${kind} ${field}: wanted ${wanted}, got ${got} — ${text}`);
};

for (const half of ["tuned", "heldOut"] as const) {
  write(half === "tuned" ? "Tuned on" : "Held out");
  for (const part of allCases) {
    const { score, misses } = scoreAll(part[half]);
    write(line(part.name, part[half], score));
    if (half === "tuned" || process.argv.includes("--held-out")) missed(misses);
  }
  const cases = allCases.flatMap((part) => part[half]);
  write(line("all", cases, scoreAll(cases).score));
}
