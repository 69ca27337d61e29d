import type { Json } from "@jizhen/kernel";
import type { ReadTx, Tx } from "./tx.ts";

export type NotificationRow = {
  readonly id: string;
  /** Words stand at `notification.<kind>`. */
  readonly kind: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly link: string;
  readonly at: Date;
  readonly readAt: Date | null;
};

const pageSize = 30;

/** This person's messages in this organisation and town, newest first. */
export async function listNotifications(tx: ReadTx, { before }: { before: string | null }) {
  const rows = await tx.query<NotificationRow>(
    "platform.notification.list",
    `select id, kind, params, link, at, read_at as "readAt" from notification
      where town_id = $1 and person_id = $2 and organisation_id = $3 and ($4::text is null or id < $4) order by id desc limit $5::int`,
    [tx.by.townId, tx.by.personId, tx.by.orgId, before, pageSize + 1],
  );
  const shown = rows.slice(0, pageSize);
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** Stops counting where a screen would write "99+". */
export async function countUnread(tx: ReadTx): Promise<{ count: number }> {
  const [row] = await tx.query<{ count: number }>(
    "platform.notification.unread",
    `select count(*) as count from (select 1 from notification
      where town_id = $1 and person_id = $2 and organisation_id = $3 and read_at is null limit 100) as unread`,
    [tx.by.townId, tx.by.personId, tx.by.orgId],
  );
  return { count: row?.count ?? 0 };
}

/** Marks these as read, or all when none are named; what is read stays read at its first instant. */
export async function markRead(tx: Tx, ids: readonly string[] | null): Promise<{ marked: number }> {
  const marked = await tx.query(
    `update notification set read_at = $4::timestamptz
      where town_id = $1 and person_id = $2 and organisation_id = $3 and read_at is null and ($5::text[] is null or id = any($5)) returning id`,
    [tx.by.townId, tx.by.personId, tx.by.orgId, tx.at.toISOString(), ids === null ? null : [...ids]],
  );
  return { marked: marked.length };
}
