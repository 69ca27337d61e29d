import pg from "pg";

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;
const JSON_TEXT = 114;
const JSONB = 3802;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the database returned an integer beyond 2^53: ${text}`);
  return value;
}

function instant(text: string): Date {
  // Every session is in UTC; anything else than +00 would be a wrong setting, not another notation.
  const value = new Date(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, "Z")}`);
  if (Number.isNaN(value.getTime())) throw new RangeError(`the database returned an instant that is none: ${text}`);
  return value;
}

const asWritten = (text: string) => text;

const pinned: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: safeInteger,
  [TIMESTAMPTZ]: instant,
  [DATE]: asWritten,
  [NUMERIC]: asWritten,
  [JSON_TEXT]: (text) => JSON.parse(text),
  [JSONB]: (text) => JSON.parse(text),
};

/**
 * How raw SQL's values arrive: timestamptz as Date, int8 as a safe number (or a loud error), numeric as an exact string,
 * date as "2026-11-23", json parsed. Pinned per connection, because the driver's defaults are global and can be changed
 * by any package.
 */
export const pinnedTypes: pg.CustomTypesConfig = { getTypeParser: parserFor as typeof pg.types.getTypeParser };

type Asked = Parameters<typeof pg.types.getTypeParser>;

function parserFor(oid: Asked[0], format?: Asked[1]): unknown {
  return (format === "binary" ? undefined : pinned[oid]) ?? pg.types.getTypeParser(oid, format);
}
