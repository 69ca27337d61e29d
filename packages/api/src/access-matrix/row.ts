import type { People, World } from "../testing/index.ts";

/**
 * What somebody gets who asks for another's thing: a kind of refusal; `allowed`, for what is everybody's; or `blank`:
 * an answer in which nothing of `secrets` occurs.
 */
export type Expectation = "not_found" | "forbidden" | "conflict" | "rule" | "allowed" | "blank";

export type Given = {
  /** A valid input about something of the owner's; omit it for procedures that take none. */
  readonly input?: unknown;
  /** Texts (ids, titles, prices) that no answer to anybody else may hold. */
  readonly secrets?: readonly string[];
};

export type PersonName = { [Name in keyof People]: People[Name] extends { token: string } ? Name : never }[keyof People];

/**
 * One procedure's row. The harness calls it as a visitor, as colleagues with each role that lacks the permission, as a
 * suspended member, as the rival in the same town and as somebody in the other town; and at last as its owner, who must
 * succeed: so the input was valid and nobody before had changed anything.
 */
export type Row = {
  /** Whose thing it is, and who calls last; `null` for what visitors may do. */
  readonly by: PersonName | null;
  /** Lays what the call is about. Called once for each row; a world is shared by a function's rows. */
  readonly given?: (world: World) => Promise<Given>;
  /** Same town, other firm, every permission; default not_found. */
  readonly rival?: Expectation;
  /** Other town, in the own workspace there; default not_found. */
  readonly elsewhere?: Expectation;
  /** A suspended member, when the permission stays with the suspended; default as the rival. */
  readonly suspended?: Expectation;
  /** Somebody signed in without any seat; for procedures of persons; default not_found. */
  readonly stranger?: Expectation;
  /** When even the owner cannot succeed in a test; say why in a comment. Default allowed. */
  readonly owner?: Expectation;
};

/** Path of the procedure → its row. A procedure without a row, and a row without a procedure, fail the build. */
export type Rows = Readonly<Record<string, Row>>;
