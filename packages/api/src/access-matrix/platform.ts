import type { Rows } from "./row.ts";

export const platformRows: Rows = {
  "platform.clock.now": { by: null },
  "platform.session.me": { by: null },
  "platform.notification.list": { by: "buyer", given: async () => ({ input: { before: null } }) },
  "platform.notification.unread": { by: "buyer" },
  "platform.notification.markRead": { by: "buyer", given: async () => ({ input: { ids: null } }) },
  "platform.live.hints": { by: "buyer" },
};
