import { tracked } from "@trpc/server";
import * as z from "zod";
import { forPersons, forVisitors, router } from "../trpc/procedures.ts";
import { readClock } from "./clock.ts";
import { hintsFor } from "./live-stream.ts";
import { countUnread, listNotifications, markRead } from "./notification.views.ts";
import { viewMe } from "./session.views.ts";

const NotificationId = z.string().regex(/^noti_[0-9a-z]{26}$/);

/** Numbered, so that a stream taken up again after a break knows that it may have missed something. */
async function* numbered(topics: AsyncIterable<string>) {
  let count = 0;
  for await (const topic of topics) {
    count += 1;
    yield tracked(String(count), { topic });
  }
}

export const platformRouter = router({
  clock: router({
    /** The database's clock, by which deadlines are decided; screens count down from it. */
    now: forVisitors.query(({ ctx }) => readClock(ctx.services.database)),
  }),

  session: router({
    /** A visitor gets `person: null`: asking who one is needs no permission. */
    me: forVisitors.query(async ({ ctx }) => viewMe(ctx.services, await ctx.identity())),
  }),

  // For everybody with a seat: an applicant is told what is missing, a suspended member why.
  notification: router({
    list: forPersons
      .input(z.strictObject({ before: NotificationId.nullable() }))
      .query(({ ctx, input }) => ctx.openTown(ctx.workspace().actor).read((tx) => listNotifications(tx, input))),
    unread: forPersons.query(({ ctx }) => ctx.openTown(ctx.workspace().actor).read(countUnread)),
    markRead: forPersons
      .input(z.strictObject({ ids: z.array(NotificationId).max(100).nullable() }))
      .mutation(({ ctx, input }) => ctx.openTown(ctx.workspace().actor).write((tx) => markRead(tx, input.ids))),
  }),

  live: router({
    /** Topics to read again. It ends when the person's standing changes, with "platform.session" as its last word. */
    hints: forPersons
      .input(z.strictObject({ lastEventId: z.string().max(40).nullish(), standing: z.string().max(400).nullish() }).optional())
      .subscription(({ ctx, input, signal }) =>
        numbered(
          hintsFor(ctx, ctx.workspace(), signal ?? new AbortController().signal, {
            drawnFor: input?.standing ?? null,
            resumed: typeof input?.lastEventId === "string",
          }),
        ),
      ),
  }),
});
