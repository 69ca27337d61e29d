/** Checks of search params without zod, which the first page must not load. Whatever does not fit is left out, never an error page. */
type Search = Record<string, unknown>;

export const textIn = (search: Search, name: string): string | undefined => {
  const value = search[name];
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text.slice(0, 200) : undefined;
};

export const oneOf = <const V extends string>(search: Search, name: string, allowed: readonly V[]): V | undefined =>
  allowed.find((value) => value === search[name]);

export const flagIn = (search: Search, name: string): true | undefined =>
  search[name] === true || search[name] === "true" || search[name] === 1 ? true : undefined;

/** The first page needs no place in the address. */
export function pageIn(search: Search): number | undefined {
  const page = search["page"];
  return typeof page === "number" && Number.isInteger(page) && page > 1 && page <= 10_000 ? page : undefined;
}

/** Leaves out what is undefined, so that URLs stay short and `exactOptionalPropertyTypes` is content. */
export function present<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
