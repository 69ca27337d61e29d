export { CannotStart } from "./cannot-start.ts";
export { constraintOf, isConflict, withTx } from "./conflicts.ts";
export { type ConnectOptions, connect, type Database } from "./connect.ts";
export { type Embedded, type EmbeddedOptions, startEmbedded } from "./embedded/start.ts";
export { Prisma, type PrismaClient } from "./generated/client.ts";
export { newId } from "./ids.ts";
export { appUrlOf, type MigrateOptions, migrate, migrationsDir } from "./migrate.ts";
export { asTown, openShared, openTown, type Shared, type Town, type TownRead, type TownTx } from "./town.ts";
export type { Params, Reading, Writing } from "./transactions.ts";
