import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";

/** The connection on which a Prisma transaction runs, for raw statements in the same transaction; gone when it ends. */
export type Seat = { client: pg.PoolClient | null };

const seats = new AsyncLocalStorage<Seat>();

/** Runs work in which the next Prisma transaction leaves its connection in the seat. */
export const seated = <T>(seat: Seat, work: () => Promise<T>): Promise<T> => seats.run(seat, work);

/** The stock adapter, telling the seat which connection a transaction has. */
export function seatingAdapter(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => {
      const transaction = await start(isolation);
      const seat = seats.getStore();
      if (seat === undefined) return transaction;
      seat.client = (transaction as unknown as { client: pg.PoolClient }).client;
      const commit = transaction.commit.bind(transaction);
      const rollback = transaction.rollback.bind(transaction);
      // Once released the connection belongs to somebody else, perhaps to another town.
      transaction.commit = () => {
        seat.client = null;
        return commit();
      };
      transaction.rollback = () => {
        seat.client = null;
        return rollback();
      };
      return transaction;
    };
    return adapter;
  };
  return factory;
}
