import type { zhCN } from "./zh-CN/index.ts";

/** A key without words in either language does not compile. */
export type TextKey = keyof typeof zhCN;
/** One part of the catalogue, as its Chinese side has it. */
export type Words<Part> = Readonly<Record<keyof Part, string>>;
export type AllWords = Words<typeof zhCN>;
