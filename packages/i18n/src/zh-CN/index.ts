import { everywhere } from "./everywhere.ts";
import { townHall } from "./town-hall.ts";

/** Every word of the product in Chinese. */
export const zhCN = { ...everywhere, ...townHall };
