import { Definition, indicators as life } from "@jizhen/domain-town";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import { addDefinition, allDefinitions } from "./indicator.store.ts";

export const DefineInput = Definition;

/** A new indicator, or the next version of one; towns read it from the next quarter on. */
export async function define(tx: Tx, input: Definition): Promise<{ key: string; version: number }> {
  const { next, events } = orRefuse(life.define(await allDefinitions(tx), input, tx.at));
  const taken = { kind: "conflict", code: "town.indicator.version_taken", params: { version: next.version } } as const;
  if (!(await addDefinition(tx, next, events))) refuse(taken);
  return { key: next.key, version: next.version };
}
