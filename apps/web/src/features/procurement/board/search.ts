import type { FamilyCode } from "@jizhen/spec";

/** What the address of the board holds; the same names as in the route. */
export type BoardSearch = {
  tab?: "market";
  family?: FamilyCode;
  text?: string;
  days?: "1" | "3" | "7" | "30";
  sort?: "newest";
  fits?: true;
  asked?: true;
};
export const isFiltered = ({ family, text, days, fits, asked }: BoardSearch): boolean =>
  [family, text, days, fits, asked].some((part) => part !== undefined && part !== "");
export type Turn = (change: { [K in keyof BoardSearch]: BoardSearch[K] | undefined }) => void;
