import { documents } from "./documents.ts";
import { notification } from "./notification.ts";
import { platform } from "./platform.ts";
import { procurementMatch } from "./procurement-match.ts";
import { procurementNegotiation } from "./procurement-negotiation.ts";
import { procurementPages } from "./procurement-pages.ts";
import { procurementPost } from "./procurement-post.ts";
import { procurementQuote } from "./procurement-quote.ts";
import { procurementRequest } from "./procurement-request.ts";
import { shell } from "./shell.ts";
import { spec } from "./spec.ts";
import { town } from "./town.ts";
import { townBoard } from "./town-board.ts";
import { townFigures } from "./town-figures.ts";
import { townPlaces } from "./town-places.ts";
import { townPolicy } from "./town-policy.ts";
import { townRoll } from "./town-roll.ts";
import { townScreens } from "./town-screens.ts";
import { trade } from "./trade.ts";
import { ui } from "./ui.ts";

/** Every word of the product in Chinese, by dotted key; one file an area, each area's refusals typed by its domain. */
export const zhCN = {
  ...platform,
  ...procurementRequest,
  ...procurementQuote,
  ...procurementNegotiation,
  ...procurementPages,
  ...procurementMatch,
  ...spec,
  ...town,
  ...townFigures,
  ...townBoard,
  ...townScreens,
  ...townRoll,
  ...townPolicy,
  ...townPlaces,
  ...documents,
  ...trade,
  ...notification,
  ...shell,
  ...ui,
  ...procurementPost,
};
