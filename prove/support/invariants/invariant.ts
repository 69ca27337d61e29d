/** A promise as SQL, written once and checked by every proof. */
export type Invariant = {
  readonly name: string;
  /** Answers each row that breaks it, as `what`. */
  readonly broken: string;
  /** Answers how many rows it speaks of, as `n`: a promise over nothing proves nothing. */
  readonly over: string;
  /** Breaks it, in a database without triggers, checks and unique indexes: so that we know it can be seen. */
  readonly plant: string;
};
