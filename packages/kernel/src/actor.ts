import type { OrgId, PersonId, TownId } from "./id.ts";

/** Who acts, for whom, in which town. Built once per request from live rows, never from input. */
export type Actor = { readonly townId: TownId; readonly orgId: OrgId; readonly personId: PersonId };

/** Every transition is told who and when (the database's instant); none of them looks at a clock or a session. */
export type Act = { readonly by: Actor; readonly at: Date };
