import { type Database, openTown } from "@jizhen/db";
import type { Actor } from "@jizhen/kernel";
import { type Identity, identify, nobodyAtAll } from "../platform/actor.ts";
import { once, type Submission } from "../platform/idempotency.ts";
import type { Services } from "../platform/services.ts";
import type { Town } from "../platform/tx.ts";

/** What the host knows of a request before any procedure runs. */
export type Context = {
  readonly services: Services;
  /** Session token whose signature was checked; null for a visitor. */
  readonly token: string | null;
  /** `<townId>/<orgId>` as the client asked for. */
  readonly workspaceKey: string | null;
  readonly idempotencyKey: string | null;
  /** Read once a request, when first asked for; a stream asks again. */
  readonly identity: () => Promise<Identity>;
};

export type ContextParts = Omit<Context, "identity">;

export function contextOf(parts: ContextParts): Context {
  let found: Promise<Identity> | null = null;
  return { ...parts, identity: () => (found ??= askIdentity(parts.services.database, parts)) };
}

export const askIdentity = (
  database: Database,
  { token, workspaceKey }: Pick<ContextParts, "token" | "workspaceKey">,
): Promise<Identity> => (token === null ? Promise.resolve(nobodyAtAll) : identify(database, token, workspaceKey));

/** Opens a town for an actor. With a submission, the first write of the request is done once for all its repetitions. */
export function townFor(services: Services, actor: Actor, submission: Submission | null): Town {
  const town = openTown(services.database, actor);
  let waiting = submission;
  return {
    read: (work) => town.read((tx) => work({ ...tx, services })),
    write: (work) => {
      const mine = waiting;
      waiting = null;
      return town.write((bare) => {
        const tx = { ...bare, services };
        return mine === null ? work(tx) : once(tx, mine, () => work(tx));
      });
    },
  };
}
