import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { type MouseEvent, memo, type ReactNode } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "./button.tsx";
import { Loading } from "./states.tsx";

export type Column<T> = {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: T) => ReactNode;
  /** Figures stand right, in tabular digits. */
  readonly figures?: boolean;
  /** A word or two, which stay on one line. */
  readonly short?: boolean;
  /** The name under which the server sorts; absent: not sortable. */
  readonly sort?: string;
  /** The heading of the card below 640 px; usually the column with the row's link. */
  readonly lead?: boolean;
  /** Left out of the card on phones. */
  readonly wideOnly?: boolean;
};

export type SortOrder = { readonly by: string; readonly direction: "ascending" | "descending" };

type DataTableProps<T> = {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly sort?: SortOrder | null;
  readonly onSort?: (sort: SortOrder) => void;
  /** What stands in place of the rows when there are none. */
  readonly empty: ReactNode;
  readonly loading?: boolean;
  /** The rows are those of the question before: greyed until the answer comes. */
  readonly stale?: boolean;
  /** Keyset paging: present while there is more. */
  readonly onMore?: (() => void) | undefined;
  readonly moreBusy?: boolean;
  /** Marks a row that wants attention, such as an unread one. */
  readonly marked?: (row: T) => boolean;
};

/** Following the row's own link from anywhere in the row, unless something inside was meant or text is being selected. */
function followRow(event: MouseEvent<HTMLTableRowElement>): void {
  if (event.target instanceof Element && event.target.closest("a,button,input,select,textarea,label")) return;
  if (window.getSelection()?.toString() !== "") return;
  event.currentTarget.querySelector<HTMLAnchorElement>("a[href]")?.click();
}

function Head<T>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<T>;
  readonly sort: SortOrder | null;
  readonly onSort: ((sort: SortOrder) => void) | undefined;
}) {
  const { sort: by } = column;
  if (by === undefined || onSort === undefined) return <>{column.title}</>;
  const mine = sort?.by === by ? sort.direction : null;
  const Sign = mine === "ascending" ? IconArrowUp : mine === "descending" ? IconArrowDown : IconArrowsSort;
  return (
    <button type="button" className="k-sort" onClick={() => onSort({ by, direction: mine === "ascending" ? "descending" : "ascending" })}>
      {column.title}
      <Sign size={14} aria-hidden="true" />
    </button>
  );
}

type LineProps<T> = { readonly row: T; readonly columns: readonly Column<T>[]; readonly marked: boolean };

/** A row is drawn anew when its data change; `columns` must be held with `useMemo` for that, else each drawing of the page draws all rows. */
const Line = memo(function Line<T>({ row, columns, marked }: LineProps<T>) {
  return (
    <tr onClick={followRow} className={marked ? "k-marked" : undefined}>
      {columns.map((column) => (
        <td
          key={column.key}
          className={`${column.figures ? "k-right k-figures" : ""}${column.short ? " k-short" : ""}${column.lead ? " k-lead" : ""}${column.wideOnly ? " k-wide-only" : ""}`}
        >
          {!column.lead && <span className="k-cell-name">{column.title}</span>}
          <div className="k-cell">{column.cell(row)}</div>
        </td>
      ))}
    </tr>
  );
}) as <T>(props: LineProps<T>) => ReactNode;

/** A list: a table with sortable heads on wide screens, a card per row below 640 px. Sorting, filtering and paging happen on the server. */
export function DataTable<T>(props: DataTableProps<T>) {
  const {
    caption,
    columns,
    rows,
    rowKey,
    sort = null,
    onSort,
    empty,
    loading = false,
    stale = false,
    onMore,
    moreBusy = false,
    marked,
  } = props;
  const { t } = useTranslation();
  if (loading) return <Loading />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <>
      <div className="k-table-box">
        <table className="k-table">
          <caption className="k-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={column.figures ? "k-right" : undefined}
                  aria-sort={column.sort === undefined ? undefined : sort?.by === column.sort ? sort.direction : "none"}
                >
                  <Head column={column} sort={sort} onSort={onSort} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody aria-busy={stale || undefined}>
            {rows.map((row) => (
              <Line key={rowKey(row)} row={row} columns={columns} marked={marked?.(row) ?? false} />
            ))}
          </tbody>
        </table>
      </div>
      {onMore && (
        <div className="k-more">
          <Button onClick={onMore} busy={moreBusy}>
            {t("ui.more")}
          </Button>
        </div>
      )}
    </>
  );
}
