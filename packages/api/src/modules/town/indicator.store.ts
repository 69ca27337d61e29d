import { Definition, firstDefinitions, type IndicatorKey } from "@jizhen/domain-town";
import { record } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import type { Tx } from "../../platform/tx.ts";
import { type AnyTx, ask } from "./ask.ts";

/** Every version of every definition: those a province starts with, and those it added. */
export async function allDefinitions(tx: AnyTx): Promise<Definition[]> {
  const rows = await ask<{ content: unknown }>(
    tx,
    "town.indicator.all",
    "select content from indicator_definition order by key, version",
    [],
  );
  return [...firstDefinitions, ...rows.map(({ content }) => Definition.parse(content))];
}

type Defined = {
  readonly type: "town.indicator.defined.v1";
  readonly key: IndicatorKey;
  readonly version: number;
  readonly validFrom: Definition["validFrom"];
};

/** A version is written once; two officers at one instant meet the primary key. */
export async function addDefinition(tx: Tx, next: Definition, events: readonly Defined[]): Promise<boolean> {
  const added = await tx.query(
    `insert into indicator_definition (key, version, content, defined_by, at) values ($1, $2::int, $3::jsonb, $4, $5::timestamptz)
     on conflict do nothing returning key`,
    [next.key, next.version, JSON.stringify(next), tx.by.personId, tx.at.toISOString()],
  );
  if (added.length === 0) return false;
  await record(tx, "town.indicator.define", `${next.key}/${next.version}`, {
    key: next.key,
    version: next.version,
    validFrom: next.validFrom,
  });
  await publish(tx, events);
  return true;
}
