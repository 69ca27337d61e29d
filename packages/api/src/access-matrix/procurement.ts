import { procurementMatchRows } from "./procurement-match.ts";
import { procurementRequestRows } from "./procurement-request.ts";
import type { Rows } from "./row.ts";

export const procurementRows: Rows = { ...procurementMatchRows, ...procurementRequestRows };
