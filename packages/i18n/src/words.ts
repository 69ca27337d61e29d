import type { zhCN } from "./zh-CN/index.ts";

/** A key without words in either language does not compile. */
export type TextKey = keyof typeof zhCN;
export type Words = Readonly<Record<TextKey, string>>;
