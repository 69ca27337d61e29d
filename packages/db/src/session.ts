/**
 * Fixed for every session. Another time zone makes Prisma store wrong instants in silence; another search path makes a
 * user named like a schema see other tables.
 */
export const SESSION = "-c timezone=UTC -c search_path=public";

/** A process that died in the middle must not hold its locks for ever, nor one statement a connection. */
export const SERVING_SESSION = `${SESSION} -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000`;
