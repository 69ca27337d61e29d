/** An instant inside a document column is text; the domain wants it back as one. */
export function dated(value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(dated);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === "at" && typeof part === "string" ? new Date(part) : dated(part)]),
  );
}
