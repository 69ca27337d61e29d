import { LocalDate, plusDays, startOf } from "@jizhen/kernel";

/** "Until the 5th" includes the 5th: the instant at which the next day begins in the town. */
export const endOf = (date: string): Date => startOf(plusDays(LocalDate.parse(date), 1));
