type Text = { readonly title: string; readonly text: string };

/** Invented complaints, one for each state that the demo shows. */
export const complaintTexts = {
  filed: { title: "到货数量与送货单不符（演示）", text: "到货少两箱，已当场签注，对方至今没有补发。请求补足数量。（演示数据）" },
  hearing: { title: "密封面划伤要求更换（演示）", text: "部分产品密封面有划伤，影响使用，对方不同意更换。请求更换或退款。（演示数据）" },
  answered: { title: "逾期付款（演示）", text: "验收合格已满六十日，货款仍未支付。请求协调付款时间。（演示数据）" },
  closed: { title: "交货延误未提前告知（演示）", text: "交货晚了九天，事先没有告知，造成停工。请求说明情况。（演示数据）" },
  declined: { title: "同行报价偏低（演示）", text: "认为同行的报价低于成本，请求处理。（演示数据）" },
} as const satisfies Record<string, Text>;

export const complaintWords = {
  question: "请说明发货、包装和沟通的经过。（演示数据）",
  statement: "发货前已检验，愿意共同查看实物。（演示数据）",
  answer: "双方已约定查看实物，按查看结果更换。（演示数据）",
  declined: "报价高低由采购方评定，不属于投诉受理范围。（演示数据）",
} as const;
