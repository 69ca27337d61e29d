import { townBoard } from "./town-board.ts";
import { townFigures } from "./town-figures.ts";
import { townPlaces } from "./town-places.ts";
import { townPolicy } from "./town-policy.ts";
import { townRoll } from "./town-roll.ts";

/** The words of towns, policies, the roll and the figures: their pages bring them along. */
export const townHall = {
  ...townBoard,
  ...townFigures,
  ...townPlaces,
  ...townPolicy,
  ...townRoll,
};
