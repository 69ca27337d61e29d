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
  "procurement.link.waiting":
    "{{town}} is still deciding on the application of {{firm}}, and only an admitted firm can quote. Write the quote now: it stays on this device and no price is sent. Once you are admitted this page becomes the quote. The close does not wait for the decision.",
  "procurement.link.to_application": "See the application",
  "procurement.link.keep": "Keep on this device",
  "procurement.link.kept":
    "Kept on this device, not sent yet. You will be told when you are admitted; come back by that message or by the same link, look it over and send it.",
  "procurement.link.share_words": "They see the request without signing in. To quote they sign up or sign in and come back to it.",
};
