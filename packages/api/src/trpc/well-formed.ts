/** No input of the product nests this deep; a reader that recurses would run out of stack on much more. */
const deepest = 60;

/**
 * Whether every text in an input can be kept as it is: PostgreSQL takes neither NUL nor half of a surrogate pair, and what
 * it does not take must be the sender's mistake and not our fault.
 */
export function isStorable(input: unknown): boolean {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === "string" && !isText(value)) return false;
    if (typeof value !== "object" || value === null) continue;
    if (depth > deepest) return false;
    for (const [name, part] of Object.entries(value)) {
      if (!isText(name)) return false;
      waiting.push({ value: part, depth: depth + 1 });
    }
  }
  return true;
}

const unfit = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const isText = (text: string): boolean => !unfit.test(text);
