import { type Act, type Decided, err, type LocalDate, localDateAt, type OrgId, ok, type Result, type TownId } from "@jizhen/kernel";
import { plusWorkingDaysIn, type TownCalendar } from "../town/calendar.ts";
import { complaintDays } from "./deadlines.ts";
import type { ComplaintRefusal } from "./errors.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint, ComplaintId, ComplaintIn, ComplaintOutcome, ComplaintState, ComplaintText } from "./model.ts";

type Outcome<S extends ComplaintState> = Decided<ComplaintIn<S>, ComplaintEvent, ComplaintRefusal>;

/** The life of a complaint, to be read aloud. */
export const complaintSteps = {
  filed: { accept: "accepted", decline: "declined" },
  accepted: { hear: "hearing", extend: "accepted" },
  hearing: { state: "hearing", extend: "hearing", answer: "answered" },
  answered: { close: "closed", reopen: "reopened", lapse: "closed" },
  reopened: { accept: "accepted" },
  declined: {},
  closed: {},
} as const satisfies Record<ComplaintState, Readonly<Record<string, ComplaintState>>>;
export type ComplaintStep = "accept" | "decline" | "hear" | "extend" | "state" | "answer" | "close" | "reopen";

export function insistComplaint<S extends ComplaintState>(
  complaint: Complaint,
  ...states: readonly S[]
): Result<ComplaintIn<S>, ComplaintRefusal> {
  if (states.some((state) => state === complaint.state)) return ok(complaint as ComplaintIn<S>);
  return err({ kind: "rule", code: "town.complaint.wrong_state", params: { state: complaint.state } });
}

const event = <T extends ComplaintEvent["type"]>(type: T, { id, townId }: Complaint) => ({ type, complaintId: id, townId }) as const;

export type ComplaintBirth = {
  readonly id: ComplaintId;
  readonly townId: TownId;
  readonly originTown: TownId;
  readonly number: string;
  readonly about: Complaint["about"];
  readonly respondentId: OrgId;
};

export function file(birth: ComplaintBirth, text: ComplaintText, calendar: TownCalendar, { by, at }: Act): Outcome<"filed"> {
  if (birth.respondentId === by.orgId) return err({ kind: "rule", code: "town.complaint.about_oneself", field: "about" });
  const next: ComplaintIn<"filed"> = {
    ...birth,
    ...text,
    state: "filed",
    complainantId: by.orgId,
    filedBy: by.personId,
    filedAt: at,
    acceptBy: plusWorkingDaysIn(calendar, localDateAt(at), complaintDays.accept),
    earlier: null,
    version: 0,
  };
  return ok({ next, events: [event("town.complaint.filed.v1", next)] });
}

/** Whoever filed it, sits in one of the parties, or acts for one of them does not judge it. */
export function insistUnconcerned(complaint: Complaint, { by }: Pick<Act, "by">, sitsWithAParty: boolean): Result<true, ComplaintRefusal> {
  const { filedBy, complainantId, respondentId } = complaint;
  const concerned = sitsWithAParty || by.personId === filedBy || by.orgId === complainantId || by.orgId === respondentId;
  return concerned ? err({ kind: "forbidden", code: "town.complaint.own_concern" }) : ok(true);
}

/** What was opened again is looked at by somebody who did not answer it before. */
export const answeredBefore = ({ earlier }: Complaint, by: Act["by"]): boolean => earlier !== null && earlier.answer.by === by.personId;
const samePerson = err({ kind: "forbidden", code: "town.complaint.same_person" } as const);

export function accept(complaint: ComplaintIn<"filed" | "reopened">, calendar: TownCalendar, { by, at }: Act): Outcome<"accepted"> {
  if (answeredBefore(complaint, by)) return samePerson;
  const next: ComplaintIn<"accepted"> = {
    ...complaint,
    state: "accepted",
    acceptedBy: by.personId,
    acceptedAt: at,
    answerBy: plusWorkingDaysIn(calendar, localDateAt(at), complaintDays.answer),
    extension: null,
  };
  return ok({ next, events: [event("town.complaint.accepted.v1", next)] });
}

export function decline(complaint: ComplaintIn<"filed">, reason: string, { by, at }: Act): Outcome<"declined"> {
  const next: ComplaintIn<"declined"> = { ...complaint, state: "declined", declinedBy: by.personId, declinedAt: at, reason };
  return ok({ next, events: [event("town.complaint.declined.v1", next)] });
}

/** Once, before the day has passed, and with a reason that both sides read. */
export function extend(
  complaint: ComplaintIn<"accepted" | "hearing">,
  reason: string,
  calendar: TownCalendar,
  { by, at }: Act,
): Outcome<"accepted" | "hearing"> {
  const { answerBy, extension } = complaint;
  if (extension !== null) return err({ kind: "rule", code: "town.complaint.already_extended" });
  if (localDateAt(at) > answerBy) return err({ kind: "rule", code: "town.complaint.past_deadline", params: { by: answerBy } });
  const next = {
    ...complaint,
    answerBy: plusWorkingDaysIn(calendar, answerBy, complaintDays.extend),
    extension: { reason, by: by.personId, at, before: answerBy },
  };
  return ok({ next, events: [event("town.complaint.extended.v1", next)] });
}

export function hear(complaint: ComplaintIn<"accepted">, question: string, calendar: TownCalendar, { by, at }: Act): Outcome<"hearing"> {
  const stateBy = plusWorkingDaysIn(calendar, localDateAt(at), complaintDays.state);
  const next: ComplaintIn<"hearing"> = {
    ...complaint,
    state: "hearing",
    hearing: { question, by: by.personId, at, stateBy, statement: null },
  };
  return ok({ next, events: [event("town.complaint.heard.v1", next)] });
}

/** The other side's word; late it still counts until the answer is given. */
export function state(complaint: ComplaintIn<"hearing">, text: string, { by, at }: Act): Outcome<"hearing"> {
  if (complaint.hearing.statement !== null) return err({ kind: "rule", code: "town.complaint.already_stated" });
  const next = { ...complaint, hearing: { ...complaint.hearing, statement: { text, by: by.personId, at } } };
  return ok({ next, events: [event("town.complaint.stated.v1", next)] });
}

/** Nobody is judged unheard: the statement is in, or the days given for it are over. */
const heardBy = ({ hearing }: ComplaintIn<"hearing">, today: LocalDate): boolean => hearing.statement !== null || today > hearing.stateBy;

export function answer(
  complaint: ComplaintIn<"hearing">,
  given: { readonly outcome: ComplaintOutcome; readonly text: string },
  calendar: TownCalendar,
  { by, at }: Act,
): Outcome<"answered"> {
  if (answeredBefore(complaint, by)) return samePerson;
  const today = localDateAt(at);
  if (!heardBy(complaint, today)) return err({ kind: "rule", code: "town.complaint.not_heard", params: { by: complaint.hearing.stateBy } });
  const next: ComplaintIn<"answered"> = {
    ...complaint,
    state: "answered",
    answer: { ...given, by: by.personId, at },
    reopenBy: plusWorkingDaysIn(calendar, today, complaintDays.reopen),
  };
  return ok({ next, events: [event("town.complaint.answered.v1", next)] });
}

export function close(complaint: ComplaintIn<"answered">, { at }: Pick<Act, "at">): Outcome<"closed"> {
  return closed(complaint, "satisfied", at);
}

/** The clock closes what its complainant left as it is. */
export function lapse(complaint: ComplaintIn<"answered">, at: Date): Outcome<"closed"> {
  const { reopenBy } = complaint;
  if (localDateAt(at) <= reopenBy) return err({ kind: "rule", code: "town.complaint.not_due", params: { by: reopenBy } });
  return closed(complaint, "lapsed", at);
}

function closed(complaint: ComplaintIn<"answered">, closedHow: "satisfied" | "lapsed", at: Date): Outcome<"closed"> {
  const next: ComplaintIn<"closed"> = { ...complaint, state: "closed", closedAt: at, closedHow };
  return ok({ next, events: [event("town.complaint.closed.v1", next)] });
}

export function reopen(complaint: ComplaintIn<"answered">, reason: string, calendar: TownCalendar, { at }: Act): Outcome<"reopened"> {
  const { acceptedBy: _a, acceptedAt: _b, answerBy: _c, extension: _d, hearing: _e, answer: given, reopenBy, ...kept } = complaint;
  if (kept.earlier !== null) return err({ kind: "rule", code: "town.complaint.already_reopened" });
  const today = localDateAt(at);
  if (today > reopenBy) return err({ kind: "rule", code: "town.complaint.past_deadline", params: { by: reopenBy } });
  const next: ComplaintIn<"reopened"> = {
    ...kept,
    state: "reopened",
    acceptBy: plusWorkingDaysIn(calendar, today, complaintDays.accept),
    earlier: { answer: given, reason, at },
  };
  return ok({ next, events: [event("town.complaint.reopened.v1", next)] });
}
