import type { Rows } from "./row.ts";

export const townRows: Rows = {};
