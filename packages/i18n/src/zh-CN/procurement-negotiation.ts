import type { NegotiationRefusal } from "@jizhen/domain-procurement";

const refusals = {
  "procurement.negotiation.unknown": "采购方没有发起议价",
  "procurement.negotiation.sealed": "密封报价的采购不能议价",
  "procurement.negotiation.round_used": "已向该供应方议过价，每家只有一次",
  "procurement.negotiation.nothing_asked": "请填写期望单价，或写明希望对方怎么调整",
  "procurement.negotiation.line_not_priced": "该供应方没有报第 {{line}} 行",
  "procurement.negotiation.not_below": "第 {{line}} 行的期望单价须低于现报价 {{quoted}}",
  "procurement.negotiation.answered": "本次议价已有答复",
} satisfies Record<NegotiationRefusal["code"], string> & Record<string, string>;

const words = {
  "procurement.negotiation.do": "议价",
  "procurement.negotiation.title": "向 {{name}} 议价",
  "procurement.negotiation.once": "每家只能议价一次。对方可以重新报价，也可以维持原价；其他供应方不会知道。",
  "procurement.negotiation.line": "第 {{line}} 行期望单价",
  "procurement.negotiation.quoted": "现报价",
  "procurement.negotiation.text": "想对供应方说的话（选填）",
  "procurement.negotiation.send": "发出议价",
  "procurement.negotiation.sent": "议价已发出，等待对方答复",
  "procurement.negotiation.status.asked": "议价中",
  "procurement.negotiation.status.requoted": "议价后已改价",
  "procurement.negotiation.status.kept": "议价后维持原价",
  "procurement.negotiation.asked_title": "采购方希望您再优惠一些",
  "procurement.negotiation.asked_words": "只议这一次。您可以更改报价后重新提交，也可以维持原价；截止前不答复，按原报价参与比价。",
  "procurement.negotiation.wanted": "期望单价",
  "procurement.negotiation.wanted_line": "第 {{line}} 行",
  "procurement.negotiation.requote": "更改报价",
  "procurement.negotiation.keep": "维持原价",
  "procurement.negotiation.keep_words": "采购方会收到通知，本次议价随即结束，不能撤回。",
  "procurement.negotiation.kept_done": "已告知采购方：维持原价",
  "procurement.negotiation.waiting": "还有 {{count}} 家没有答复议价，提前截止后按其原报价比价。",
} as const;

const notices = {
  "notification.procurement.negotiation.asked": "{{title}}（{{number}}）的采购方向您议价，请在 {{closesAt}} 前答复",
  "notification.procurement.negotiation.requoted": "{{title}}（{{number}}）有供应方议价后重新报价",
  "notification.procurement.negotiation.kept": "{{title}}（{{number}}）有供应方议价后维持原价",
} as const;

export const procurementNegotiation = { ...refusals, ...words, ...notices };
