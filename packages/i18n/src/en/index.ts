import type { Words } from "../words.ts";
import { platform } from "./platform.ts";
import { town } from "./town.ts";

export const en: Words = { ...platform, ...town };
