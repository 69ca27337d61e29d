import { type Attribute, attributeOf, familyOf, heldOf } from "@jizhen/spec";
import type { PostLine } from "./line.ts";

/** A column of the line table: an attribute of the specification, or one of the line's own fields. */
export type LineColumn =
  | { readonly kind: "attribute"; readonly attribute: Attribute }
  | { readonly kind: "quantity" }
  | { readonly kind: "date" };

const most = 7;

/** What is asked of these families, and whatever some line holds; never more columns than a clerk can overlook. */
export function columnsFor(lines: readonly PostLine[]): LineColumn[] {
  const families = [...new Set(lines.map(({ spec }) => spec.family))].map(familyOf);
  const all = families.flatMap(({ attributes }) => attributes);
  const shown = new Map<string, Attribute>();
  const add = (wanted: (attribute: Attribute) => boolean) => {
    for (const attribute of all)
      if (shown.size < most && !shown.has(attribute.code) && wanted(attribute)) shown.set(attribute.code, attribute);
  };
  add(({ need }) => need === "required");
  add(({ code }) => lines.some(({ spec }) => heldOf(spec, code) !== null));
  add(({ need, onlyWhen }) => need === "asked" && onlyWhen === null);
  if (shown.size === 0) add(() => true);
  const order = [...shown.values()].sort((a, b) => all.indexOf(a) - all.indexOf(b));
  return [...order.map((attribute) => ({ kind: "attribute" as const, attribute })), { kind: "quantity" }, { kind: "date" }];
}

export const columnKey = (column: LineColumn): string => (column.kind === "attribute" ? column.attribute.code : `@${column.kind}`);

/** Whether the line's family knows this attribute; where not, the cell is closed. */
export const opensFor = (line: PostLine, column: LineColumn): boolean =>
  column.kind !== "attribute" || attributeOf(line.spec.family, column.attribute.code) !== null;
