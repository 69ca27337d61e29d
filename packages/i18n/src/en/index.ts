import type { AllWords } from "../words.ts";
import { everywhere } from "./everywhere.ts";
import { townHall } from "./town-hall.ts";

/** Every word of the product in English. */
export const en: AllWords = { ...everywhere, ...townHall };
