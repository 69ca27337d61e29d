import type { Words } from "../words.ts";
import type { everywhere as chinese } from "../zh-CN/everywhere.ts";
import { documents } from "./documents.ts";
import { notification } from "./notification.ts";
import { platform } from "./platform.ts";
import { procurementAwardPages } from "./procurement-award-pages.ts";
import { procurementLink } from "./procurement-link.ts";
import { procurementMatch } from "./procurement-match.ts";
import { procurementNegotiation } from "./procurement-negotiation.ts";
import { procurementPost } from "./procurement-post.ts";
import { procurementQuote } from "./procurement-quote.ts";
import { procurementQuotePages } from "./procurement-quote-pages.ts";
import { procurementRequest } from "./procurement-request.ts";
import { procurementRequestPages } from "./procurement-request-pages.ts";
import { shell } from "./shell.ts";
import { spec } from "./spec.ts";
import { town } from "./town.ts";
import { townScreens } from "./town-screens.ts";
import { trade } from "./trade.ts";
import { ui } from "./ui.ts";

export const everywhere: Words<typeof chinese> = {
  ...platform,
  ...procurementRequest,
  ...procurementQuote,
  ...procurementNegotiation,
  ...procurementRequestPages,
  ...procurementAwardPages,
  ...procurementQuotePages,
  ...procurementMatch,
  ...procurementLink,
  ...spec,
  ...town,
  ...townScreens,
  ...documents,
  ...trade,
  ...notification,
  ...shell,
  ...ui,
  ...procurementPost,
};
