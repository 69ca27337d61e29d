import {
  type Act,
  type Decided,
  daysBetween,
  err,
  type LocalDate,
  localDateAt,
  type OrgId,
  ok,
  plusDays,
  type Result,
  startOf,
  type TownId,
} from "@jizhen/kernel";
import type { DocumentRefusal } from "./errors.ts";
import type { DocumentEvent } from "./events.ts";
import {
  type DocumentEntry,
  type DocumentId,
  type DocumentIn,
  type DocumentState,
  isGrade,
  type MemberDocument,
  reminderDays,
} from "./model.ts";

type Outcome<S extends DocumentState> = Decided<DocumentIn<S>, DocumentEvent, DocumentRefusal>;

/** The life of a document: what can be done in each state, and where it leads. */
export const documentSteps = {
  uploaded: { accept: "accepted", refuse: "refused", withdraw: "withdrawn" },
  accepted: { expire: "expired", replace: "replaced" },
  expired: { replace: "replaced" },
  refused: {},
  replaced: {},
  withdrawn: {},
} as const satisfies Record<DocumentState, Readonly<Record<string, DocumentState>>>;

const about = ({ id, organisationId, townId, type, validUntil }: MemberDocument) => ({
  documentId: id,
  organisationId,
  townId,
  documentType: type,
  validUntil,
});

export function insistDocumentState<S extends DocumentState>(
  document: MemberDocument,
  ...states: readonly S[]
): Result<DocumentIn<S>, DocumentRefusal> {
  if (states.some((state) => state === document.state)) return ok(document as DocumentIn<S>);
  return err({ kind: "rule", code: "town.document.wrong_state", params: { state: document.state } });
}

/** A paper has its number, a grade its end, and neither may be over on the day it is handed in. */
function soundEntry({ type, number, validUntil }: Omit<DocumentEntry, "file">, today: LocalDate): DocumentRefusal | null {
  if (isGrade(type) && validUntil === null) return { kind: "rule", code: "town.document.date_needed", field: "validUntil" };
  if (!isGrade(type) && number === null) return { kind: "rule", code: "town.document.number_needed", field: "number" };
  if (validUntil !== null && validUntil < today)
    return { kind: "rule", code: "town.document.expired", params: { on: validUntil }, field: "validUntil" };
  return null;
}

export type DocumentBirth = { readonly id: DocumentId; readonly townId: TownId; readonly organisationId: OrgId };

export function upload(birth: DocumentBirth, entry: DocumentEntry, { by, at }: Act): Outcome<"uploaded"> {
  const unsound = soundEntry(entry, localDateAt(at));
  if (unsound !== null) return err(unsound);
  const next: DocumentIn<"uploaded"> = { ...birth, ...entry, state: "uploaded", uploadedBy: by.personId, uploadedAt: at, version: 0 };
  return ok({ next, events: [{ type: "town.document.uploaded.v1", ...about(next) }] });
}

export const withdraw = (uploaded: DocumentIn<"uploaded">): Outcome<"withdrawn"> =>
  ok({ next: { ...uploaded, state: "withdrawn" }, events: [] });

/** Nobody judges what they or their organisation handed in. */
export function insistOther(document: MemberDocument, { by }: Act, hasSeatInFirm: boolean): Result<null, DocumentRefusal> {
  const own = hasSeatInFirm || by.orgId === document.organisationId || by.personId === document.uploadedBy;
  return own ? err({ kind: "forbidden", code: "town.document.own_upload" }) : ok(null);
}

/** The reviewer reads number and date on the paper itself, and accepts what stands there. */
export function accept(
  uploaded: DocumentIn<"uploaded">,
  read: Pick<DocumentEntry, "number" | "validUntil">,
  { by, at }: Act,
): Outcome<"accepted"> {
  const unsound = soundEntry({ ...uploaded, ...read }, localDateAt(at));
  if (unsound !== null) return err(unsound);
  const next: DocumentIn<"accepted"> = { ...uploaded, ...read, state: "accepted", decidedBy: by.personId, decidedAt: at };
  return ok({ next, events: [{ type: "town.document.accepted.v1", ...about(next) }] });
}

export function refuse(uploaded: DocumentIn<"uploaded">, reasonText: string, { by, at }: Act): Outcome<"refused"> {
  const next: DocumentIn<"refused"> = { ...uploaded, state: "refused", reasonText, decidedBy: by.personId, decidedAt: at };
  return ok({ next, events: [{ type: "town.document.refused.v1", ...about(next) }] });
}

/** A newer one of its type was accepted: of each type one counts. */
export function replace(held: DocumentIn<"accepted" | "expired">, by: DocumentId): Outcome<"replaced"> {
  const { id, townId, organisationId, type, number, validUntil, file, uploadedBy, uploadedAt, decidedBy, decidedAt, version } = held;
  const kept = { id, townId, organisationId, type, number, validUntil, file, uploadedBy, uploadedAt, decidedBy, decidedAt, version };
  return ok({ next: { ...kept, state: "replaced", replacedBy: by }, events: [] });
}

/** Counts to the end of its last day. */
export const isOver = ({ validUntil }: Pick<DocumentEntry, "validUntil">, at: Date): boolean =>
  validUntil !== null && localDateAt(at) > validUntil;

export function expire(accepted: DocumentIn<"accepted">, { at }: Pick<Act, "at">): Outcome<"expired"> {
  if (!isOver(accepted, at)) return err({ kind: "rule", code: "town.document.wrong_state", params: { state: accepted.state } });
  const next: DocumentIn<"expired"> = { ...accepted, state: "expired", expiredAt: at };
  return ok({ next, events: [{ type: "town.document.expired.v1", ...about(next) }] });
}

export type DueDates = { readonly reminders: readonly { readonly days: number; readonly at: Date }[]; readonly expiry: Date | null };

/** When the firm is told and when the paper stops counting; reminders that lie in the past are not sent late. */
export function dueDates(validUntil: LocalDate | null, at: Date): DueDates {
  if (validUntil === null) return { reminders: [], expiry: null };
  const left = daysBetween(localDateAt(at), validUntil);
  const reminders = reminderDays.filter((days) => days < left).map((days) => ({ days, at: startOf(plusDays(validUntil, -days)) }));
  return { reminders, expiry: startOf(plusDays(validUntil, 1)) };
}
