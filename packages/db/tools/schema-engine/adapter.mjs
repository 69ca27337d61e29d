import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { connectionFields } from "./options.mjs";

const INTERNAL_CHAR = 18;
const PADDED_CHAR = 1042;

/** The stock adapter with what migrations need: whole scripts in one query, the catalogue's "char" type, a real shadow database. */
export function adapterFactory(url) {
  const fields = connectionFields(url);
  const stock = new PrismaPg(fields, { schema: "public" });
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    connect: async () => mended(await stock.connect()),
    connectToShadowDb: () => shadow(fields),
  };
}

async function shadow(fields) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const admin = new pg.Client(fields);
  await admin.connect();
  await admin.query(`create database "${name}"`);
  const adapter = mended(await new PrismaPg({ ...fields, database: name }).connect());
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await admin.query(`drop database if exists "${name}" with (force)`);
    await admin.end();
  };
  return adapter;
}

function mended(adapter) {
  const pool = adapter.underlyingDriver();
  withInternalChar(adapter);
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => withInternalChar(await startTransaction(level));
  // The stock version splits at every ";" over pooled connections: functions and DO blocks break, and nothing is atomic.
  adapter.executeScript = async (sql) => {
    try {
      await pool.query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/** Catalogue queries return "char" columns, for which the stock adapter has no type. */
function withInternalChar(queryable) {
  const performIO = queryable.performIO.bind(queryable);
  const queryRaw = queryable.queryRaw.bind(queryable);
  const found = new WeakMap();
  queryable.performIO = async (query) => {
    const result = await performIO(query);
    const columns = (result.fields ?? []).flatMap((field, at) => (field.dataTypeID === INTERNAL_CHAR ? [at] : []));
    found.set(query, columns);
    for (const at of columns) result.fields[at] = Object.assign(Object.create(result.fields[at]), { dataTypeID: PADDED_CHAR });
    return result;
  };
  queryable.queryRaw = async (query) => {
    const own = { ...query };
    const result = await queryRaw(own);
    for (const at of found.get(own) ?? []) result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}
