import { platformRows } from "./platform.ts";
import { procurementRows } from "./procurement.ts";
import type { Rows } from "./row.ts";
import { townRows } from "./town.ts";
import { townComplaintRows } from "./town-complaint.ts";
import { townFigureRows } from "./town-figures.ts";
import { townUpgradeRows } from "./town-upgrade.ts";
import { tradeRows } from "./trade.ts";

/** The whole matrix, one table a function. */
export const tables: Readonly<Record<string, Rows>> = {
  platform: platformRows,
  town: townRows,
  complaints: townComplaintRows,
  upgrades: townUpgradeRows,
  figures: townFigureRows,
  procurement: procurementRows,
  trade: tradeRows,
};
