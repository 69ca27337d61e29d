import { newId } from "@jizhen/db";
import { type Permission, permissionsOf, type Role } from "@jizhen/domain-town";
import type { Json } from "@jizhen/kernel";
import { hint } from "./live.ts";
import type { Tx } from "./tx.ts";

export type Notice = {
  readonly to:
    | { readonly organisationId: string; readonly permission?: Permission }
    | { readonly personId: string; readonly organisationId?: string };
  /** Words stand at `notification.<kind>` in both languages. */
  readonly kind: string;
  readonly params: Readonly<Record<string, Json>>;
  /** A path of the web application, such as "/procurement/requests/preq_…". */
  readonly link: string;
  /** What it tells of (an event's id, or "<subject>:<fact>"): one source tells one person once per kind. */
  readonly source: string;
};

type Recipient = { personId: string; organisationId: string };

/** A message to people, in this transaction: rows, a live hint, and a letter when mail is set up. */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  const recipients = await recipientsOf(tx, notice.to);
  if (recipients.length === 0) return;
  const rows = recipients.map((recipient) => ({ ...recipient, id: newId("noti") }));
  const written = await tx.query<{ id: string; personId: string }>(
    `insert into notification (town_id, id, person_id, organisation_id, kind, params, link, source, at)
     select $1, r.id, r."personId", r."organisationId", $2, $3::jsonb, $4, $5, $6::timestamptz
       from jsonb_to_recordset($7::jsonb) as r(id text, "personId" text, "organisationId" text)
     on conflict do nothing returning id, person_id as "personId"`,
    [tx.by.townId, notice.kind, JSON.stringify(notice.params), notice.link, notice.source, tx.at.toISOString(), JSON.stringify(rows)],
  );
  for (const { personId } of written) hint(tx, { personId }, "platform.notification");
  if (tx.services.mail && written.length > 0) {
    await tx.services.jobs.enqueue(
      tx,
      "mail",
      written.map(({ id }) => ({ townId: tx.by.townId, notificationId: id })),
    );
  }
}

async function recipientsOf(tx: Tx, to: Notice["to"]): Promise<Recipient[]> {
  if ("personId" in to) return [{ personId: to.personId, organisationId: to.organisationId ?? tx.by.orgId }];
  const seats = await tx.query<{ personId: string; roles: Role[] }>(
    `select person_id as "personId", roles from seat where organisation_id = $1 and state = 'active'`,
    [to.organisationId],
  );
  const { permission } = to;
  // A suspended member's people are still told: what they may no longer do is said when they try.
  const may = (roles: Role[]) => permission === undefined || permissionsOf(roles, false).has(permission);
  return seats.filter(({ roles }) => may(roles)).map(({ personId }) => ({ personId, organisationId: to.organisationId }));
}
