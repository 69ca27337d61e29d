import type { LocalDate } from "@jizhen/kernel";

export type ComplaintRefusal =
  | { kind: "not_found"; code: "town.complaint.unknown" }
  | { kind: "rule"; code: "town.complaint.wrong_state"; params: { state: string } }
  | { kind: "forbidden"; code: "town.complaint.own_concern" }
  | { kind: "forbidden"; code: "town.complaint.same_person" }
  | { kind: "rule"; code: "town.complaint.already_reopened" }
  | { kind: "rule"; code: "town.complaint.already_extended" }
  | { kind: "rule"; code: "town.complaint.already_stated" }
  | { kind: "rule"; code: "town.complaint.past_deadline"; params: { by: LocalDate } }
  | { kind: "rule"; code: "town.complaint.not_heard"; params: { by: LocalDate } }
  | { kind: "rule"; code: "town.complaint.not_due"; params: { by: LocalDate } }
  | { kind: "rule"; code: "town.complaint.about_oneself"; field?: string }
  | { kind: "rule"; code: "town.complaint.party_unknown"; field?: string };
