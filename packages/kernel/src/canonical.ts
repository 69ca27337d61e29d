/** Plain JSON values: what an event, an audit entry or a sealed content may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON with keys in code-unit order and no blanks (RFC 8785 in spirit), so that equal facts have equal bytes and hashes. */
export function canonical(value: unknown): string {
  if (value === undefined) throw new TypeError("undefined has no canonical form");
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError("only finite numbers have a canonical form");
  return JSON.stringify(value);
}
