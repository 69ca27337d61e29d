import { procurementMatchRows } from "./procurement-match.ts";
import type { Rows } from "./row.ts";

export const procurementRows: Rows = { ...procurementMatchRows };
