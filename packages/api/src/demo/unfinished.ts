import { pastTheWall } from "@jizhen/db";

/**
 * A demo that was begun and never finished (the process ended in the middle) is thrown away whole, clock and all, and laid anew. Its province
 * is still being prepared, so nothing was ever served from such a database. True when there was one.
 */
export const discardUnfinishedDemo = (ownerUrl: string): Promise<boolean> =>
  pastTheWall(ownerUrl, async (asOwner) => {
    const [table] = await asOwner<{ there: boolean }>("select to_regclass('public.town') is not null as there");
    if (!table?.there) return false;
    const unfinished = await asOwner("select 1 as one from town where kind = 'province' and demo and state = 'prepared'");
    if (unfinished.length === 0) return false;
    await asOwner("drop schema public cascade; create schema public; drop schema if exists pgboss cascade");
    return true;
  });
