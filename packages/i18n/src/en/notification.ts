import type { notification as zh } from "../zh-CN/notification.ts";

export const notification: Record<keyof typeof zh, string> = {
  "notification.unknown": "Something happened; open it to see",
};
