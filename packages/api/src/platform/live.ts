import type { TownTx } from "@jizhen/db";
import type { Actor } from "@jizhen/kernel";

/** The database channel on which processes tell each other that something has changed. */
export const liveChannel = "jizhen_live";

/** "Look again", never what is to be seen: the screen reads through its own permission. */
export type Hint = {
  readonly townId: string;
  /** Exactly these may know; `null` in both is everybody in the town. */
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly topic: string;
};

export type Live = {
  /** Aborted when the process is about to stop: open streams end, so that nothing waits for them. */
  readonly ending: AbortSignal;
  /** Every hint of every town that this process hears; the stream authorises each for its own actor. */
  subscribe(listener: (hint: Hint | "missed") => void): () => void;
};

/** Who may know of a hint: the same town, and the organisation or person it names. */
export const mayHear = (hint: Hint, actor: Actor): boolean =>
  hint.townId === actor.townId &&
  (hint.organisationId === null || hint.organisationId === actor.orgId) &&
  (hint.personId === null || hint.personId === actor.personId);

export type HintTo = { readonly organisationId: string } | { readonly personId: string } | { readonly town: true };

/** Tells open screens to read again; sent when, and only when, this transaction commits. */
export function hint(tx: TownTx, to: HintTo, topic: string): void {
  const message: Hint = {
    townId: tx.by.townId,
    organisationId: "organisationId" in to ? to.organisationId : null,
    personId: "personId" in to ? to.personId : null,
    topic,
  };
  tx.send("select pg_notify($1, $2)::text as sent", [liveChannel, JSON.stringify(message)]);
}
