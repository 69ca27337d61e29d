import type { Words } from "../words.ts";
import type { procurementLink as zhCN } from "../zh-CN/procurement-link.ts";

export const procurementLink: Words<typeof zhCN> = {
  "procurement.link.title": "Purchase request",
  "procurement.link.unknown": "This request was not found. Check the link, or ask whoever sent it to send it again.",
  "procurement.link.quote": "Quote",
  "procurement.link.closed": "Quoting has closed; this request takes no more quotes.",
  "procurement.link.others": "Other requests of {{town}}",
  "procurement.link.how":
    "To quote you need a firm's account: sign up or sign in, enter the unified social credit code, and quote on this very request. You need not find the link again.",
  "procurement.link.share_words": "They see the request without signing in. To quote they sign up or sign in and come back to it.",
};
