import type { ReadTx, Tx } from "./tx.ts";

/** A question that is asked both while reading and in the middle of a change. */
export type AnyTx = Tx | ReadTx;

export const ask = <R extends object>(tx: AnyTx, name: string, sql: string, params: readonly unknown[]): Promise<R[]> =>
  "db" in tx ? tx.query<R>(sql, params) : tx.query<R>(name, sql, params);
