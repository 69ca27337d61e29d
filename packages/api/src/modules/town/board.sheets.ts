import { Quarter, Year } from "@jizhen/domain-town";
import type { Locale } from "@jizhen/i18n";
import * as z from "zod";
import type { SheetMaker } from "../../platform/sheets/offer.ts";
import type { Board } from "./board.table.ts";
import { boardOf } from "./board.views.ts";
import { amountOf, methodSheet, nameOf, percentOf, periodName, type SayFigure, stateOf, unitOf, wordsIn } from "./figure-words.ts";
import { readFilter } from "./sheet-words.ts";

const BoardAsked = z.strictObject({ period: z.union([Quarter, Year]) });

const columns = ["town_code", "town", "key", "name", "version", "period", "revision", "report", "value", "value_state", "unit"] as const;
const more = ["growth", "like_for_like", "coverage"] as const;

/** One line a figure: a table that another program can read without knowing this one. */
function cellLines(board: Board, say: SayFigure, locale: Locale): (string | number)[][] {
  return board.towns.flatMap((town) =>
    board.definitions.map((definition) => {
      const cell = town.cells[definition.key];
      const shown = cell?.value ?? ({ state: "missing" } as const);
      return [
        town.slug,
        nameOf(town, locale),
        definition.key,
        nameOf(definition, locale),
        cell?.version ?? "",
        board.period,
        town.report?.revision ?? "",
        town.report ? say(`figures.state.${town.report.state}`) : "",
        amountOf(shown, definition.unit) ?? "",
        stateOf(shown, say),
        unitOf(definition.unit, say),
        cell ? percentOf(cell.growth) : "",
        cell ? percentOf(cell.likeForLike) : "",
        town.report ? `${town.report.checked}/${town.report.expected}` : "",
      ];
    }),
  );
}

/** The province's sums, with how many towns stand behind each; growth of the sum and mean of growths under their own headings. */
function totalSheet(board: Board, say: SayFigure, locale: Locale) {
  const head = ["key", "name", "value", "value_state", "unit", "towns", "growth_sum", "growth_mean", "ranks"] as const;
  const lines = board.definitions.flatMap((definition) => {
    const total = board.totals[definition.key];
    if (!total) return [];
    return [
      [
        definition.key,
        nameOf(definition, locale),
        amountOf(total.value, definition.unit) ?? "",
        stateOf(total.value, say),
        unitOf(definition.unit, say),
        say("figures.board.reported", { reported: total.reported, of: total.of }),
        percentOf(total.growthOfSum),
        percentOf(total.meanOfGrowths),
        total.ranks === "shown" ? "" : say(`figures.board.ranks.${total.ranks}`),
      ],
    ];
  });
  return { name: say("figures.board.total"), rows: [head.map((name) => say(`figures.file.${name}`)), ...lines] };
}

/** The board of a period as a workbook: figures, sums and method. What is hidden on the screen is hidden here. */
export const boardSheet: SheetMaker = {
  permission: "town.board.compare",
  load: async (tx, { filter, locale }) => {
    const { period } = readFilter(BoardAsked, filter);
    const board = await boardOf(tx, period);
    const say = await wordsIn(locale);
    const head = [...columns, ...more].map((name) => say(`figures.file.${name}`));
    return {
      name: `${say("figures.board.title")} ${periodName(period, say)}`,
      rows: [head, ...cellLines(board, say, locale)],
      more: [totalSheet(board, say, locale), methodSheet(board.definitions, say, locale)],
    };
  },
};
