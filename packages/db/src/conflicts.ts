/** What a thrown database error may carry, through Prisma, its adapter, or straight from the driver. */
type DatabaseError = {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly meta?: unknown;
  readonly kind?: unknown;
  readonly originalCode?: unknown;
  readonly originalMessage?: unknown;
  readonly driverAdapterError?: unknown;
  readonly index?: unknown;
};

const isObject = (value: unknown): value is DatabaseError => typeof value === "object" && value !== null;

/** The error and everything it wraps: Prisma keeps the driver's words three levels down. */
function* layers(error: unknown, depth = 0): Generator<DatabaseError> {
  if (!isObject(error) || depth > 5) return;
  yield error;
  for (const inner of [error.meta, error.driverAdapterError, error.cause]) yield* layers(inner, depth + 1);
}

const CONFLICT_CODES: ReadonlySet<unknown> = new Set(["P2034", "40001", "40P01"]);

/** A lost serialisation or a deadlock, in any of its disguises: the same work may succeed when done again. */
export function isConflict(error: unknown): boolean {
  for (const layer of layers(error)) {
    if (CONFLICT_CODES.has(layer.code) || CONFLICT_CODES.has(layer.originalCode)) return true;
    if (layer.kind === "TransactionWriteConflict") return true;
  }
  return false;
}

const VIOLATIONS: ReadonlySet<unknown> = new Set(["23505", "23P01", "23514", "23503", "23001"]);

/**
 * The name of the constraint that said no (unique, exclusion, check, foreign key), or null. A violation is an answer:
 * "somebody was quicker" or "this already happened", not a fault.
 */
export function constraintOf(error: unknown): string | null {
  for (const layer of layers(error)) {
    if (VIOLATIONS.has(layer.code) && typeof layer.constraint === "string") return layer.constraint;
    if (!VIOLATIONS.has(layer.originalCode)) continue;
    if (isObject(layer.constraint) && typeof layer.constraint.index === "string") return layer.constraint.index;
    const named = typeof layer.originalMessage === "string" ? /constraint [«"„»“]?([a-z0-9_]+)/.exec(layer.originalMessage) : null;
    if (named?.[1] !== undefined) return named[1];
  }
  return null;
}

const TRIES = 10;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 400;

/** Repeats a whole transaction that lost a conflict, after a random pause that grows. The work must be repeatable as a whole. */
export async function withTx<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (tries >= TRIES || !isConflict(error)) throw error;
      const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
    }
  }
}
