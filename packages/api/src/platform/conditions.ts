/** The conditions that a filter really has. Each set of them is a statement of its own, planned with the index that fits it. */
export type Conditions = {
  /** Gives a value its place in the statement. */
  readonly put: (value: unknown) => string;
  /** Adds a condition under a name that tells it from all others of the list. */
  readonly add: (name: string, condition: string) => void;
  /** The same for a search of words, which few rows hold or nearly all. */
  readonly search: (condition: string) => void;
  readonly where: () => string;
  readonly values: readonly unknown[];
  /**
   * The name under which the statement over these conditions is prepared, or null where each call is planned for its own values:
   * one plan for every word reads the whole town to find twenty rows of a frequent one.
   */
  readonly named: (statement: string) => string | null;
};

/** Begins with what always holds and the values that it names as `$1`, `$2` and so on. */
export function conditionsFrom(always: readonly string[], first: readonly unknown[]): Conditions {
  const [parts, values, names] = [[...always], [...first], [] as string[]];
  let searched = false;
  const add = (name: string, condition: string) => {
    names.push(name);
    parts.push(condition);
  };
  return {
    put: (value) => `$${values.push(value)}`,
    add,
    search: (condition) => {
      searched = true;
      add("text", condition);
    },
    where: () => parts.join(" and "),
    values,
    named: (statement) => (searched ? null : [statement, ...names].join(".")),
  };
}
