import { documents } from "./documents.ts";
import { platform } from "./platform.ts";
import { town } from "./town.ts";
import { trade } from "./trade.ts";

/** Every word of the product in Chinese, by dotted key; one file an area, each area's refusals typed by its domain. */
export const zhCN = { ...platform, ...town, ...documents, ...trade };
