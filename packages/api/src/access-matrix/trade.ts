import type { Rows } from "./row.ts";

export const tradeRows: Rows = {};
