import { newId } from "@jizhen/db";
import type { Fact, TownId } from "@jizhen/kernel";
import superjson, { type SuperJSONResult } from "superjson";
import type * as z from "zod";
import type { Tx } from "./tx.ts";

/** What one module does when it hears of a past fact. Its name is a sentence and part of the key that makes it act once. */
export type Reaction = {
  readonly type: string;
  readonly name: string;
  readonly run: (tx: Tx, payload: unknown) => Promise<void>;
  readonly retired?: true;
};

type EventSchema = z.ZodObject<{ type: z.ZodLiteral<string> }>;

/** A line of `wiring.ts`: `on(RequestAwarded, "trade: issue the purchase order", (tx, event) => …)`. */
export const on = <S extends EventSchema>(
  schema: S,
  name: string,
  run: (tx: Tx, event: z.infer<S>, heard: Heard) => Promise<void>,
): Reaction => ({
  type: schema.shape.type.value,
  name,
  run: (tx, payload) => {
    const { event, heard } = payload as { event: unknown; heard: Heard };
    return run(tx, schema.parse(event), heard);
  },
});

/** A subscriber for whom nothing is queued any more: it hears only what an earlier release has queued. */
export const retired = (reaction: Reaction): Reaction => ({ ...reaction, retired: true });

/** The stored event beside its own content: its id makes what a subscriber writes unique; who caused it, and when. */
export type Heard = { readonly eventId: string; readonly personId: string; readonly organisationId: string; readonly at: Date };

/** Payload of a reaction's job: ids only, so that a look at the queue shows nothing of anybody's business. */
export type ReactionJob = { readonly townId: TownId; readonly eventId: string; readonly subscriber: string };

/** Writes the events and enqueues one job for each subscriber, all in this transaction. Called from an aggregate's `commit` and nowhere else. */
export async function publish(tx: Tx, events: readonly Fact[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ id: newId("evnt"), type: event.type, payload: superjson.serialize(event) }));
  tx.send(
    `insert into event (town_id, id, type, payload, at, person_id, organisation_id)
     select $1, e.id, e.type, e.payload, $2::timestamptz, $3, $4 from jsonb_to_recordset($5::jsonb) as e(id text, type text, payload jsonb)`,
    [tx.by.townId, tx.at.toISOString(), tx.by.personId, tx.by.orgId, JSON.stringify(rows)],
  );
  const jobs = rows.flatMap((row) =>
    tx.services.reactions
      .filter((reaction) => reaction.type === row.type && reaction.retired !== true)
      .map((reaction): ReactionJob => ({ townId: tx.by.townId, eventId: row.id, subscriber: reaction.name })),
  );
  await tx.services.jobs.enqueue(tx, "reaction", jobs);
}

type EventRow = { type: string; payload: SuperJSONResult; personId: string; organisationId: string; at: Date };

/** Runs one subscriber for one event in the given town transaction; a job that runs twice acts once. */
export async function react(tx: Tx, job: ReactionJob): Promise<"acted" | "already" | "unknown"> {
  const reaction = tx.services.reactions.find(({ name }) => name === job.subscriber);
  if (!reaction) return "unknown";
  const marked = await tx.query(
    `insert into event_done (town_id, event_id, subscriber, at) values ($1, $2, $3, $4::timestamptz) on conflict do nothing returning subscriber`,
    [tx.by.townId, job.eventId, job.subscriber, tx.at.toISOString()],
  );
  if (marked.length === 0) return "already";
  const [event] = await tx.query<EventRow>(
    `select type, payload, person_id as "personId", organisation_id as "organisationId", at from event where town_id = $1 and id = $2`,
    [tx.by.townId, job.eventId],
  );
  if (!event) throw new Error(`event ${job.eventId} is not in its town`);
  const heard: Heard = { eventId: job.eventId, personId: event.personId, organisationId: event.organisationId, at: event.at };
  await reaction.run(tx, { event: superjson.deserialize(event.payload), heard });
  return "acted";
}
