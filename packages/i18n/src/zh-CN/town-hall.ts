import { townBoard } from "./town-board.ts";
import { townComplaint } from "./town-complaint.ts";
import { townDocument } from "./town-document.ts";
import { townFigures } from "./town-figures.ts";
import { townMeasure } from "./town-measure.ts";
import { townPlaces } from "./town-places.ts";
import { townPolicy } from "./town-policy.ts";
import { townRoll } from "./town-roll.ts";
import { townUpgrade } from "./town-upgrade.ts";

/** The words of towns, policies, the roll and the figures: their pages bring them along. */
export const townHall = {
  ...townBoard,
  ...townDocument,
  ...townComplaint,
  ...townFigures,
  ...townMeasure,
  ...townPlaces,
  ...townPolicy,
  ...townRoll,
  ...townUpgrade,
};
