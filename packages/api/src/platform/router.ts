import { forVisitors, router } from "../trpc/procedures.ts";

export const platformRouter = router({
  clock: router({
    /** The database's clock, by which deadlines are decided; screens count down from it. */
    now: forVisitors.query(({ ctx }) => ctx.services.database.pool.query<{ at: Date }>("select jizhen_clock() as at").then(({ rows }) => ({ at: rows[0]?.at ?? null }))),
  }),
});
