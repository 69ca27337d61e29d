import { changesOf, RollContent, RollEntryId, readNumber, rollFields } from "@jizhen/domain-town";
import * as z from "zod";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import * as store from "./roll.store.ts";

/** The number as a person writes it. */
const Written = RollContent.extend({ number: z.string().trim().min(1).max(60).nullable() });
export const AddInput = z.strictObject({ content: Written });
export const EditInput = z.strictObject({ rollEntryId: RollEntryId, version: z.int().min(0), content: Written });

function read({ number, ...rest }: z.infer<typeof Written>): RollContent {
  return { ...rest, number: number === null ? null : orRefuse(readNumber(rest.country, number)).number };
}

export const addEntry = (tx: Tx, { content }: z.infer<typeof AddInput>) => store.add(tx, read(content));

/** What a person writes replaces what was there; the log keeps both. */
export async function editEntry(tx: Tx, { rollEntryId, version, content }: z.infer<typeof EditInput>) {
  const before = await store.getEntry(tx, rollEntryId);
  if (before.version !== version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  const next = { ...before, ...read(content) };
  const every = Object.fromEntries(rollFields.map((field, index) => [field, index]));
  const changes = changesOf(before, next, every).map(({ field, old, new: now }) => ({ field, old, now }));
  return store.commit(tx, "town.roll.edit", before, next, { changes });
}
