import { type Database, openShared } from "@jizhen/db";

export const readClock = (database: Database): Promise<{ at: Date }> => openShared(database).read(async ({ at }) => ({ at }));
