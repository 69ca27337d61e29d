import type { Rows } from "./row.ts";

export const procurementRows: Rows = {};
