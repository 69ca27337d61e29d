import { cellsAsked, Decimal, type DeclarationCell, firstDefinitions, inForce, type Quarter } from "@jizhen/domain-town";
import type { Chance } from "./chance.ts";

type Amounts = Readonly<Record<string, number>>;

/** One distillery makes far more than all the small ones of its town together, so that its town's output has to be hidden. */
const scaleOf = (slug: string, firm: number): number => (slug !== "xinghuacun" ? 1 : firm === 2 ? 27 : 1 / 6);

/** What a firm of the demo declares: about the same every month, a little more every quarter. */
export function amountsOf(slug: string, firm: number, nth: number, luck: Chance): Amounts {
  const size = 8 + ((firm * 37) % 45);
  const grown = (base: number): number => Math.round(base * (1 + nth * 0.02) * (0.96 + luck.whole(9) / 100));
  const monthly = grown(size * 10_000_000 * scaleOf(slug, firm));
  const begins = (firm * 5 + nth * 3) % 9 === 0;
  return {
    output_value: monthly,
    chain_output: monthly * 5,
    jobs: grown(size * 4),
    jobs_new: luck.whole(4),
    exports: firm % 3 === 0 ? Math.round(grown(size * 10_000_000) * 0.9) : 0,
    projects_new: begins ? 1 : 0,
    project_funds: begins ? grown(size * 10_000_000) * 3 : 0,
    overseas_dealers: slug === "xinghuacun" ? firm % 3 : firm % 5 === 0 ? 1 : 0,
    energy: grown(size * 900),
  };
}

/** Every cell of a quarter's form; what is not named is nothing. */
export const cellsOf = (quarter: Quarter, amounts: Amounts): DeclarationCell[] =>
  cellsAsked(inForce(firstDefinitions, quarter), quarter).map((place) => ({
    ...place,
    amount: Decimal.parse(String(amounts[place.key] ?? 0)),
    remark: "",
  }));
