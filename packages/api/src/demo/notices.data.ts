type Text = readonly [titleZh: string, textZh: string, titleEn: string, textEn: string];

/** Invented policies and notices; each row carries both languages. */
export const policyTexts: readonly Text[] = [
  [
    "设备更新改造补助办法",
    "对本镇会员企业更新生产、检测设备的投入给予补助。\n\n一、补助比例与上限以年度通知为准。\n二、须提供合同、发票和验收记录。\n三、同一设备不得重复申报。",
    "Support for renewing equipment",
    "Member firms at home in this town receive support for renewing production and testing equipment.\n\n1. Share and ceiling follow the yearly notice.\n2. Contract, invoice and acceptance record are required.\n3. The same equipment counts once.",
  ],
  [
    "主导产品检测费用补贴办法",
    "生产本镇主导产品的会员企业，送检费用按规定给予补贴。\n\n申报时请附检测报告和付款凭证。",
    "Support for testing the town's main products",
    "Member firms that make the town's main products receive support for testing fees.\n\nPlease attach the report and proof of payment.",
  ],
  [
    "科研机构入驻服务办法",
    "高校和检测研究机构入驻本镇提供服务的，可申请场地与首年服务费支持。",
    "Support for research institutions",
    "Universities and testing institutions that serve the town may apply for premises and first-year fees.",
  ],
];

export const noticeTexts: readonly Text[] = [
  ["关于开展集中采购意向征集的公告", "请有意参加下季度原材料集中采购的企业在平台登记需求。", "Call for joint purchasing", "Firms interested in next quarter's joint purchase of raw material please register their needs."],
  ["关于营业执照到期提醒的公告", "请各会员核对证照有效期，到期前及时更新。", "Check the validity of your licence", "Members are asked to check their documents and renew them in time."],
  ["关于举办出口业务培训的公告", "本月将举办出口单证和信用证培训，欢迎报名。", "Training on export papers", "A course on export documents and letters of credit takes place this month."],
  ["关于安全生产检查安排的公告", "请各企业做好自查，配合安全生产检查。", "Safety inspection", "Firms are asked to inspect themselves first and to support the inspection."],
  ["关于检测设备开放预约的公告", "公共检测设备面向会员开放预约，具体时段见平台。", "Testing equipment open for booking", "Shared testing equipment can be booked by members; times stand on the platform."],
  ["关于节假日办公安排的公告", "节假日期间线上业务照常受理，办理期限按工作日计算。", "Office hours on holidays", "Online business goes on during holidays; deadlines count working days."],
];
