/** A request seen by its link, without signing in, and the way from there to a quote. */
export const procurementLink = {
  "procurement.link.title": "采购需求",
  "procurement.link.unknown": "没有找到这个采购需求。请核对链接，或请发送的人再发一次。",
  "procurement.link.quote": "报价",
  "procurement.link.closed": "报价已截止，这个需求不再接受报价。",
  "procurement.link.others": "看看{{town}}的其他需求",
  "procurement.link.how": "报价需要企业账号：注册或登录，填写统一社会信用代码，然后就在这个需求上报价，不用重新找链接。",
  "procurement.link.waiting":
    "{{town}}还在审核{{firm}}的入驻申请，准入后才能提交报价。现在可以先写好，保存在本机，价格不会发出；准入后这里会变成正式报价。截止时间不因审核顺延。",
  "procurement.link.to_application": "查看申请进度",
  "procurement.link.keep": "保存在本机",
  "procurement.link.kept": "已保存在本机，尚未提交。准入后会通知您，从通知或原链接回到这里，核对后提交即可。",
  "procurement.link.share_words": "对方不用登录就能看到这个需求；要报价时再注册或登录，仍回到这个需求。",
};
