import type { Locale } from "@jizhen/i18n";
import type { Content, TableCell } from "pdfmake/interfaces";
import type { Board, BoardCell, BoardTotal } from "../modules/town/board.table.ts";
import { nameOf, periodName, readable, unitOf } from "../modules/town/figure-words.ts";
import type { PdfDocument } from "../platform/documents.ts";
import { figurePaper, grey, methodOf, textOf } from "./figure-paper.ts";
import type { Paper } from "./paper.ts";
import { type Press, printed } from "./press.ts";

type BoardForPaper = {
  readonly board: Board;
  readonly province: { readonly nameZh: string; readonly nameEn: string; readonly demo: boolean };
  readonly madeAt: Date;
};

/** Indicators side by side on one A4 page. */
const abreast = 4;
type Definition = Board["definitions"][number];

function cellWords(cell: BoardCell | undefined, { unit }: Definition, { say, locale }: Press): string {
  if (!cell) return readable({ state: "missing" }, unit, say, locale);
  const growth = cell.growth.state === "value" ? `\n${say("figures.board.growth")} ${cell.growth.percent}%` : "";
  return `${readable(cell.value, unit, say, locale)}${growth}`;
}

function totalWords(total: BoardTotal | undefined, { unit }: Definition, { say, locale }: Press): string {
  if (!total) return "";
  return [
    readable(total.value, unit, say, locale),
    say("figures.board.reported", { reported: total.reported, of: total.of }),
    total.growthOfSum.state === "value" ? say("figures.board.growth_sum", { percent: total.growthOfSum.percent }) : "",
    total.meanOfGrowths.state === "value" ? say("figures.board.growth_mean", { percent: total.meanOfGrowths.percent }) : "",
  ]
    .filter((words) => words !== "")
    .join("\n");
}

function tableOf(board: Board, definitions: readonly Definition[], press: Press): Content {
  const { say, locale } = press;
  const text = textOf(press);
  const right = { alignment: "right", fontSize: 8 } as const;
  const head = definitions.map((one) => text(`${nameOf(one, locale)}\n${unitOf(one.unit, say)}`, { ...right, bold: true }));
  const rows = board.towns.map((town): TableCell[] => {
    const report = town.report ? `\n${say(`figures.state.${town.report.state}`)} ${town.report.checked}/${town.report.expected}` : "";
    const cells = definitions.map((one) => text(cellWords(town.cells[one.key], one, press), right));
    return [{ stack: [text(nameOf(town, locale), { fontSize: 8.5 }), text(report.trim(), { fontSize: 7, color: grey })] }, ...cells];
  });
  const totals = definitions.map((one) => text(totalWords(board.totals[one.key], one, press), { ...right, bold: true }));
  return {
    margin: [0, 0, 0, 14],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ["*", ...definitions.map(() => 92)],
      body: [
        [text(say("figures.board.town"), { bold: true, fontSize: 8 }), ...head],
        ...rows,
        [text(say("figures.board.total"), { bold: true, fontSize: 8.5 }), ...totals],
      ],
    },
    layout: "lines",
  };
}

function boardPaper({ board, province }: BoardForPaper, press: Press): Paper {
  const { say, locale } = press;
  const groups = Array.from({ length: Math.ceil(board.definitions.length / abreast) }, (_, at) =>
    board.definitions.slice(at * abreast, (at + 1) * abreast),
  );
  const body = [...groups.map((group) => tableOf(board, group, press)), ...methodOf(board.definitions, press)];
  return figurePaper(
    press,
    `${nameOf(province, locale)} ${say("figures.board.title")}`,
    periodName(board.period, say),
    province.demo,
    body,
  );
}

/** The province's board of one period as a file: what is hidden on the screen is hidden on paper. */
export async function drawBoard(facts: BoardForPaper, locale: Locale): Promise<PdfDocument> {
  const content = await printed((press) => boardPaper(facts, press), locale, facts.madeAt);
  return { name: `board-${facts.board.period}.pdf`, content };
}
