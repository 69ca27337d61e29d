import type { procurementMatch as zh } from "../zh-CN/procurement-match.ts";

const refusals = {
  "procurement.capability.unknown": "This statement of capability was not found",
  "procurement.capability.wrong_status": "The statement has moved on; this is not possible any more",
  "procurement.capability.one_per_family": "Your firm already has a statement for this family; please change that one",
  "procurement.capability.nothing_stated": "State at least one thing you can make before declaring",
  "procurement.capability.attribute_unknown": "This family has no attribute “{{attribute}}”",
  "procurement.capability.value_unknown": "“{{value}}” is not on the list",
  "procurement.capability.wrong_kind": "Choose from the list here; a range does not fit",
  "procurement.capability.range_reversed": "The lower end is above the upper end",
  "procurement.capability.unit_mismatch": "The unit {{unit}} does not fit here",
  "procurement.capability.unverifiable": "The firm did not state “{{attribute}}”, so it cannot be verified",
  "procurement.capability.document_unknown": "Document {{number}} does not exist or is not held",
  "procurement.capability.expired": "The statement was valid until {{validTo}}; the firm must renew it first",
};

const reasons = {
  "procurement.match.reason.in_set": "among what you make",
  "procurement.match.reason.makes_any": "no limit",
  "procurement.match.reason.not_in_closed_set": "not on your complete list",
  "procurement.match.reason.among_others": "your list is open; please confirm",
  "procurement.match.reason.not_stated": "you have not said",
  "procurement.match.reason.inside": "within your range",
  "procurement.match.reason.outside": "outside your range",
  "procurement.match.reason.in_doubt": "the buyer's value is in doubt",
  "procurement.match.reason.units_differ": "units cannot be compared",
  "procurement.match.reason.same_grade": "the same grade",
  "procurement.match.reason.equivalent_grade": "an equivalent grade",
  "procurement.match.reason.equivalent_not_allowed": "only an equivalent; the buyer has not allowed equivalents",
  "procurement.match.reason.near_grade": "only a similar grade",
  "procurement.match.reason.grade_unlisted": "the grade is in no table; please confirm",
  "procurement.match.reason.same_standard": "the same standard",
  "procurement.match.reason.equivalent_standard": "an equivalent standard",
  "procurement.match.reason.other_edition": "another edition of the standard",
  "procurement.match.reason.equivalence_without_source": "equivalence without a source",
  "procurement.match.reason.evidence_held": "document held",
  "procurement.match.reason.evidence_expired": "document expired by then",
  "procurement.match.reason.evidence_in_progress": "document in progress",
  "procurement.match.reason.evidence_not_available": "you stated that it is not available",
  "procurement.match.reason.evidence_not_stated": "you have not said whether you hold it",
  "procurement.match.reason.tolerance_held": "tolerance held",
  "procurement.match.reason.tolerance_wider": "tolerance not reached",
};

const words = {
  "procurement.match.words.no_wishes": "The buyer has no soft requirements",
  "procurement.match.words.wishes": "{{held}} of {{all}} soft requirements met",
  "procurement.match.words.lead_not_declared": "No usual lead time stated",
  "procurement.match.words.lead_only": "Usual lead time {{lead}} days; no date asked",
  "procurement.match.words.lead_and_left": "Usual lead time {{lead}} days, {{left}} days left",
  "procurement.match.words.evidence": "{{documents}} documents",
  "procurement.match.words.no_record": "No finished order yet; the family's average counts",
  "procurement.match.words.record": "{{finished}} orders finished, {{onTime}} on time, {{claims}} with a claim",
  "procurement.match.words.capacity_not_declared": "No free capacity stated",
  "procurement.match.words.capacity": "Free capacity counted for {{lines}} lines",
  "procurement.match.words.nearness": "By the area codes of works and place of delivery",
  "procurement.match.words.nearness_unknown": "No area code for works or place",
  "procurement.match.words.newcomer": "Asked {{invitations}} times in 30 days; supported as a newcomer",
  "procurement.match.words.not_newcomer": "Asked {{invitations}} times in 30 days",
};

const features = {
  "procurement.match.feature.closeness": "Closeness",
  "procurement.match.feature.delivery": "Time in hand",
  "procurement.match.feature.evidence": "Evidence",
  "procurement.match.feature.record": "Track record",
  "procurement.match.feature.capacity": "Free capacity",
  "procurement.match.feature.nearness": "Distance",
  "procurement.match.feature.newcomer": "Newcomer",
};

const screens = {
  "notification.procurement.capability.verified": "The town has verified what your firm states it can make",
};

export const procurementMatch: Record<keyof typeof zh, string> = { ...refusals, ...reasons, ...words, ...features, ...screens };
