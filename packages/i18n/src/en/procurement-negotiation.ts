import type { procurementNegotiation as zh } from "../zh-CN/procurement-negotiation.ts";

export const procurementNegotiation: Record<keyof typeof zh, string> = {
  "procurement.negotiation.unknown": "The buyer has not asked for a better price",
  "procurement.negotiation.sealed": "Prices of a sealed request cannot be negotiated",
  "procurement.negotiation.round_used": "This supplier has been asked already; there is one round only",
  "procurement.negotiation.nothing_asked": "Give a target price, or say what you would like changed",
  "procurement.negotiation.line_not_priced": "This supplier has not priced line {{line}}",
  "procurement.negotiation.not_below": "The target for line {{line}} must be below the quoted {{quoted}}",
  "procurement.negotiation.answered": "This round has been answered",

  "procurement.negotiation.do": "Negotiate",
  "procurement.negotiation.title": "Negotiate with {{name}}",
  "procurement.negotiation.once":
    "You can ask each supplier once. It may send a new quote or stay with its price; no other supplier is told.",
  "procurement.negotiation.line": "Target price, line {{line}}",
  "procurement.negotiation.quoted": "Quoted",
  "procurement.negotiation.text": "Message to the supplier (optional)",
  "procurement.negotiation.send": "Ask for a better price",
  "procurement.negotiation.sent": "Sent; the supplier has been asked",
  "procurement.negotiation.status.asked": "Asked for a better price",
  "procurement.negotiation.status.requoted": "Quoted again after negotiation",
  "procurement.negotiation.status.kept": "Kept its price",
  "procurement.negotiation.asked_title": "The buyer asks for a better price",
  "procurement.negotiation.asked_words":
    "This is the only round. Send a new quote or stay with your price. If you do nothing before the close, your quote stands as it is.",
  "procurement.negotiation.wanted": "Target price",
  "procurement.negotiation.wanted_line": "Line {{line}}",
  "procurement.negotiation.requote": "Change the quote",
  "procurement.negotiation.keep": "Keep my price",
  "procurement.negotiation.keep_words": "The buyer is told and the round is over. This cannot be undone.",
  "procurement.negotiation.kept_done": "The buyer has been told that you keep your price",
  "procurement.negotiation.waiting":
    "Suppliers still to answer your request for a better price: {{count}}. If you close now, their quotes stand as they are.",

  "notification.procurement.negotiation.asked":
    "The buyer of {{title}} ({{number}}) asks for a better price; please answer before {{closesAt}}",
  "notification.procurement.negotiation.requoted": "{{title}} ({{number}}): a supplier has quoted again after negotiation",
  "notification.procurement.negotiation.kept": "{{title}} ({{number}}): a supplier keeps its price after negotiation",
};
