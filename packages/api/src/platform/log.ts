/** One line a fact. Fields are ids, counts and durations; never bodies, prices or words that people wrote. */
export type Log = {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** A fault: the error's own words stay in the log and never reach a client. */
  fault(message: string, error: unknown, fields?: LogFields): void;
};

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

const fieldsOf = (fields: LogFields | undefined) =>
  Object.entries(fields ?? {})
    .map(([name, value]) => ` ${name}=${typeof value === "string" ? JSON.stringify(value) : String(value)}`)
    .join("");

const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Writes to a sink of lines (the process' standard error in production, an array in tests). */
export const logTo = (write: (line: string) => void): Log => ({
  info: (message, fields) => write(`info  ${message}${fieldsOf(fields)}`),
  warn: (message, fields) => write(`warn  ${message}${fieldsOf(fields)}`),
  fault: (message, error, fields) => write(`fault ${message}${fieldsOf(fields)}\n${wordsOf(error)}`),
});
