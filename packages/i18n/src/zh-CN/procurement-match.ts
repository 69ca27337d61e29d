import type { CapabilityRefusal, Feature } from "@jizhen/domain-procurement";
import type { MatchReason } from "@jizhen/spec";

const refusals = {
  "procurement.capability.unknown": "未找到该能力声明",
  "procurement.capability.wrong_status": "能力声明的状态已变化，当前不能这样操作",
  "procurement.capability.one_per_family": "本企业在该品类已有能力声明，请在原声明上修改",
  "procurement.capability.nothing_stated": "请至少填写一项能做的内容，再对外声明",
  "procurement.capability.attribute_unknown": "该品类没有“{{attribute}}”这一项",
  "procurement.capability.value_unknown": "“{{value}}”不在可选项中",
  "procurement.capability.wrong_kind": "这一项请从列表中选择，不能填区间",
  "procurement.capability.range_reversed": "下限不能大于上限",
  "procurement.capability.unit_mismatch": "单位 {{unit}} 不适用于这一项",
  "procurement.capability.unverifiable": "企业没有声明“{{attribute}}”，无法核验",
  "procurement.capability.document_unknown": "第 {{number}} 份证明不存在或未持有",
  "procurement.capability.expired": "声明有效期已到 {{validTo}}，请先由企业更新",
} satisfies Record<CapabilityRefusal["code"], string> & Record<string, string>;

/** Why a requirement was judged as it was, said to the firm itself. */
const reasons = {
  "procurement.match.reason.in_set": "在能做的范围内",
  "procurement.match.reason.makes_any": "不限",
  "procurement.match.reason.not_in_closed_set": "不在您声明的完整清单内",
  "procurement.match.reason.among_others": "清单未写全，待您确认",
  "procurement.match.reason.not_stated": "您没有写明",
  "procurement.match.reason.inside": "在尺寸范围内",
  "procurement.match.reason.outside": "超出您声明的范围",
  "procurement.match.reason.in_doubt": "采购方这一项尚有疑问",
  "procurement.match.reason.units_differ": "单位不同，无法比较",
  "procurement.match.reason.same_grade": "同一牌号",
  "procurement.match.reason.equivalent_grade": "等同牌号",
  "procurement.match.reason.equivalent_not_allowed": "只有等同牌号，采购方未写明可用等同牌号",
  "procurement.match.reason.near_grade": "只有相近牌号",
  "procurement.match.reason.grade_unlisted": "牌号不在对照表中，待您确认",
  "procurement.match.reason.same_standard": "标准一致",
  "procurement.match.reason.equivalent_standard": "等效标准",
  "procurement.match.reason.other_edition": "标准年号不同",
  "procurement.match.reason.equivalence_without_source": "等效关系没有出处",
  "procurement.match.reason.evidence_held": "持有证明",
  "procurement.match.reason.evidence_expired": "证明届时已过期",
  "procurement.match.reason.evidence_in_progress": "证明办理中",
  "procurement.match.reason.evidence_not_available": "您声明不能提供",
  "procurement.match.reason.evidence_not_stated": "未写明有无证明",
  "procurement.match.reason.tolerance_held": "公差满足",
  "procurement.match.reason.tolerance_wider": "公差达不到",
} satisfies Record<`procurement.match.reason.${MatchReason}`, string> & Record<string, string>;

const words = {
  "procurement.match.words.no_wishes": "采购方没有软性要求",
  "procurement.match.words.wishes": "软性要求 {{all}} 项，符合 {{held}} 项",
  "procurement.match.words.lead_not_declared": "没有填写常规交期",
  "procurement.match.words.lead_only": "常规交期 {{lead}} 天，采购方未定日期",
  "procurement.match.words.lead_and_left": "常规交期 {{lead}} 天，距要求日期 {{left}} 天",
  "procurement.match.words.evidence": "证明材料 {{documents}} 份",
  "procurement.match.words.no_record": "还没有完成的订单，按品类平均计",
  "procurement.match.words.record": "完成 {{finished}} 单，准时 {{onTime}} 单，有质量索赔 {{claims}} 单",
  "procurement.match.words.capacity_not_declared": "没有填写可用产能",
  "procurement.match.words.capacity": "{{lines}} 行按可用产能计算",
  "procurement.match.words.nearness": "按厂址与交货地的行政区划计算",
  "procurement.match.words.nearness_unknown": "厂址或交货地没有区划代码",
  "procurement.match.words.newcomer": "30 天内受邀 {{invitations}} 次，按新供应商扶持",
  "procurement.match.words.not_newcomer": "30 天内受邀 {{invitations}} 次",
};

const features = {
  "procurement.match.feature.closeness": "匹配度",
  "procurement.match.feature.delivery": "交期余量",
  "procurement.match.feature.evidence": "证据",
  "procurement.match.feature.record": "履约",
  "procurement.match.feature.capacity": "产能余量",
  "procurement.match.feature.nearness": "距离",
  "procurement.match.feature.newcomer": "新供应商",
} satisfies Record<`procurement.match.feature.${Feature}`, string> & Record<string, string>;

const screens = {
  "notification.procurement.capability.verified": "您的能力声明已由专业镇核验",
};

export const procurementMatch = { ...refusals, ...reasons, ...words, ...features, ...screens };
