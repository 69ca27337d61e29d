import { nameOf } from "@jizhen/spec";
import { IconArrowBarToDown, IconCopy, IconEdit, IconTrash } from "@tabler/icons-react";
import { type ClipboardEvent, type KeyboardEvent, memo, useRef, useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { IconButton } from "#ui/button.tsx";
import { Chip } from "#ui/tag.tsx";
import { cellText, filledDown, pasted, withCell } from "./cells.ts";
import { columnKey, columnsFor, type LineColumn, opensFor } from "./columns.ts";
import type { PostLine } from "./line.ts";
import { stopsOf } from "./line.ts";
import { UnitField } from "./line-editor.tsx";
import { LineQuestions } from "./line-questions.tsx";

type TableProps = {
  readonly lines: readonly PostLine[];
  readonly onLines: (change: (lines: readonly PostLine[]) => readonly PostLine[]) => void;
  readonly onEdit: (key: string) => void;
  readonly onCopy: (key: string) => void;
  readonly onRemove: (key: string) => void;
};

/**
 * The lines as a sheet: arrow keys and Enter move, Ctrl D fills down, a block from a spreadsheet lands where it is pasted. Tab stops at one
 * cell of it and at the buttons of that cell's row, so that two hundred lines are no two thousand stops.
 */
export function LineTable({ lines, onLines, onEdit, onCopy, onRemove }: TableProps) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<Place>({ row: 0, column: 0 });
  const here = { ...current, row: Math.min(current.row, lines.length - 1) };
  const columns = columnsFor(lines);
  const family = lines[0]?.spec.family ?? "generic";
  const titleOf = (column: LineColumn): string =>
    column.kind === "attribute"
      ? nameOf({ family, attribute: column.attribute.code }, locale)
      : t(column.kind === "quantity" ? "procurement.request.post.quantity" : "procurement.request.post.wanted_date");
  const go = (row: number, column: number) => box.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)?.focus();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const place = placeOf(event.target);
    if (place === null || event.nativeEvent.isComposing) return;
    const column = columns[place.column];
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d" && column !== undefined) {
      event.preventDefault();
      (event.target as HTMLInputElement).blur();
      onLines((held) => filledDown(held, column, place.row, locale));
      setTimeout(() => go(place.row, place.column));
      return;
    }
    const next = moved(event, place, lines.length, columns.length);
    if (next === null) return;
    event.preventDefault();
    go(next.row, next.column);
  };
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData("text");
    if (place === null || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onLines((held) => pasted(held, columns, place, text, locale));
  };
  return (
    <div
      className="p-sheet"
      ref={box}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onFocus={({ target }) => setCurrent((held) => placeOf(target) ?? held)}
      role="presentation"
    >
      <table>
        <caption className="k-hidden">{t("procurement.request.post.keys")}</caption>
        <SheetHead
          titles={columns.map(titleOf)}
          columns={columns}
          onFill={lines.length > 1 ? (column) => onLines((held) => filledDown(held, column, 0, locale)) : null}
        />
        {lines.map((line, row) => (
          <SheetRow
            key={line.key}
            line={line}
            row={row}
            current={here.row === row ? here.column : null}
            columns={columns}
            titles={columns.map(titleOf)}
            onLines={onLines}
            onEdit={onEdit}
            onCopy={onCopy}
            onRemove={onRemove}
          />
        ))}
      </table>
    </div>
  );
}

type HeadProps = {
  readonly columns: readonly LineColumn[];
  readonly titles: readonly string[];
  /** Null where there is nothing below to fill; by keyboard Ctrl D does it. */
  readonly onFill: ((column: LineColumn) => void) | null;
};

function SheetHead({ columns, titles, onFill }: HeadProps) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">#</th>
        {columns.map((column, at) => (
          <th key={columnKey(column)} scope="col" data-kind={column.kind}>
            <span className="p-head">
              {titles[at]}
              {onFill !== null && (
                <button
                  type="button"
                  className="p-fill"
                  tabIndex={-1}
                  aria-label={t("ui.pair", { name: titles[at], value: t("procurement.request.post.fill_down") })}
                  title={t("procurement.request.post.fill_down")}
                  onClick={() => onFill(column)}
                >
                  <IconArrowBarToDown size={15} aria-hidden="true" />
                </button>
              )}
            </span>
          </th>
        ))}
        <th scope="col">{t("procurement.request.post.unit")}</th>
        <th scope="col">
          <span className="k-hidden">{t("procurement.request.post.edit_line")}</span>
        </th>
      </tr>
    </thead>
  );
}

type Place = { readonly row: number; readonly column: number };

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof HTMLElement ? target.dataset["cell"] : undefined;
  if (cell === undefined) return null;
  const [row = 0, column = 0] = cell.split(":").map(Number);
  return { row, column };
}

/** Left and right leave a cell only when the caret is at its edge, so that words can be edited. */
function moved(event: KeyboardEvent, { row, column }: Place, rows: number, columns: number): Place | null {
  const input = event.target as HTMLInputElement;
  const atStart = input.selectionStart === 0 && input.selectionEnd === 0;
  const atEnd = input.selectionStart === input.value.length;
  const { key } = event;
  if ((key === "ArrowDown" || key === "Enter") && row + 1 < rows) return { row: row + 1, column };
  if (key === "ArrowUp" && row > 0) return { row: row - 1, column };
  if (key === "ArrowLeft" && atStart && column > 0) return { row, column: column - 1 };
  if (key === "ArrowRight" && atEnd && column + 1 < columns) return { row, column: column + 1 };
  return null;
}

type RowProps = Omit<TableProps, "lines"> & {
  readonly line: PostLine;
  readonly row: number;
  /** The column that Tab stops at, if the stop is in this row. */
  readonly current: number | null;
  readonly columns: readonly LineColumn[];
  readonly titles: readonly string[];
};

const SheetRow = memo(
  function SheetRow({ line, row, current, columns, titles, onLines, onEdit, onCopy, onRemove }: RowProps) {
    const { t } = useTranslation();
    const change = (next: PostLine) => onLines((held) => held.map((one) => (one.key === line.key ? next : one)));
    const wanting = new Set(stopsOf(line).flatMap(({ attributes }) => attributes));
    const number = row + 1;
    const open = columns.flatMap((column, at) => (opensFor(line, column) ? [at] : []));
    const stop = current === null ? null : open.includes(current) ? current : open[0];
    const inRow = current === null ? -1 : 0;
    return (
      <tbody id={`line-${line.key}`}>
        <tr>
          <th scope="row">{number}</th>
          {line.spec.byText ? (
            <td colSpan={columns.filter(({ kind }) => kind === "attribute").length}>
              <Chip tone="note" name={t("procurement.request.post.by_text")}>
                {line.text}
              </Chip>
            </td>
          ) : (
            columns.map(
              (column, at) =>
                column.kind === "attribute" && (
                  <Cell
                    key={columnKey(column)}
                    {...{ line, column, row, at, stop: at === stop, change }}
                    title={titles[at] ?? ""}
                    wanting={wanting.has(column.attribute.code)}
                  />
                ),
            )
          )}
          {columns.map(
            (column, at) =>
              column.kind !== "attribute" && (
                <Cell
                  key={columnKey(column)}
                  {...{ line, column, row, at, stop: at === stop, change }}
                  title={titles[at] ?? ""}
                  wanting={column.kind === "quantity" && line.quantity === ""}
                />
              ),
          )}
          <td className="p-unit">
            <UnitField line={line} onChange={change} hidden tabIndex={inRow} />
          </td>
          <td className="p-row-actions">
            <IconButton tabIndex={inRow} label={`${t("procurement.request.post.edit_line")} ${number}`} onClick={() => onEdit(line.key)}>
              <IconEdit size={18} aria-hidden="true" />
            </IconButton>
            <IconButton tabIndex={inRow} label={`${t("procurement.request.post.copy_line")} ${number}`} onClick={() => onCopy(line.key)}>
              <IconCopy size={18} aria-hidden="true" />
            </IconButton>
            <IconButton
              tabIndex={inRow}
              label={`${t("procurement.request.post.remove_line")} ${number}`}
              onClick={() => onRemove(line.key)}
            >
              <IconTrash size={18} aria-hidden="true" />
            </IconButton>
          </td>
        </tr>
        <tr className="p-under">
          <td colSpan={columns.length + 3}>
            <div className="p-under-box">
              <LineQuestions line={line} onChange={change} />
              {line.spec.note.trim() !== "" && !line.spec.byText && (
                <Chip tone="note" name={t("procurement.request.post.note")}>
                  {line.spec.note}
                </Chip>
              )}
            </div>
          </td>
        </tr>
      </tbody>
    );
  },
  (before, after) =>
    before.line === after.line &&
    before.row === after.row &&
    before.current === after.current &&
    before.titles.join() === after.titles.join(),
);

type CellProps = {
  readonly line: PostLine;
  readonly column: LineColumn;
  readonly row: number;
  readonly at: number;
  readonly stop: boolean;
  readonly title: string;
  readonly wanting: boolean;
  readonly change: (line: PostLine) => void;
};

function Cell({ line, column, row, at, stop, title, wanting, change }: CellProps) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const [typed, setTyped] = useState<string | null>(null);
  if (!opensFor(line, column)) return <td className="p-closed">—</td>;
  const shown = cellText(line, column, locale);
  const doubtful =
    column.kind === "attribute" &&
    line.spec.values.some(({ attribute, state }) => attribute === column.attribute.code && state === "doubt");
  const settle = () => {
    if (typed !== null && typed !== shown) change(withCell(line, column, typed, locale));
    setTyped(null);
  };
  return (
    <td
      className={doubtful ? "p-doubt" : wanting ? "p-wanting" : undefined}
      data-kind={column.kind}
      data-attribute={column.kind === "attribute" ? column.attribute.code : undefined}
    >
      <input
        data-cell={`${row}:${at}`}
        tabIndex={stop ? 0 : -1}
        aria-label={t("procurement.request.post.line_of", { line: row + 1, column: title })}
        aria-invalid={wanting || undefined}
        autoComplete="off"
        spellCheck={false}
        inputMode={column.kind === "quantity" ? "decimal" : undefined}
        placeholder={wanting ? t("procurement.request.post.required") : undefined}
        value={typed ?? shown}
        title={shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
      />
    </td>
  );
}
