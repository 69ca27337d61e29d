import type { Words } from "../words.ts";
import { documents } from "./documents.ts";
import { platform } from "./platform.ts";
import { town } from "./town.ts";
import { trade } from "./trade.ts";

export const en: Words = { ...platform, ...town, ...documents, ...trade };
