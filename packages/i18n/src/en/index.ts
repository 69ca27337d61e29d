import type { Words } from "../words.ts";
import { platform } from "./platform.ts";

export const en: Words = { ...platform };
