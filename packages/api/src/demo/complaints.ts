import { newId, openTown } from "@jizhen/db";
import { type Complaint, ComplaintId, type ComplaintText, complaints as life, standardCalendar } from "@jizhen/domain-town";
import { type Actor, localDateAt, millisecondsIn, plus } from "@jizhen/kernel";
import { complaintColumns } from "../modules/town/complaint.store.ts";
import { orRefuse } from "../platform/refuse.ts";
import type { Platform } from "../platform/start.ts";
import { platformActor } from "../platform/tx.ts";
import type { LaidTown } from "./cast.ts";
import { complaintTexts, complaintWords as words } from "./complaints.data.ts";
import type { Player } from "./rows.ts";

const { day } = millisecondsIn;
type Told = keyof typeof complaintTexts;
/** How many days ago each was filed; the one that still waits is overdue. */
const agoOf: Record<Told, number> = { filed: 12, hearing: 6, answered: 16, closed: 40, declined: 25 };

/** Complaints of a town as the rules make them, each brought as far as its name says. */
function complaintsOf({ id: townId, administrator, reviewer, firms }: LaidTown, now: Date): Complaint[] {
  const calendar = standardCalendar;
  const [complainant, respondent] = [firms[0], firms[8]];
  if (complainant === undefined || respondent === undefined) return [];
  const step = (by: Player, at: Date): { by: Actor; at: Date } => ({ by: by.actor, at });
  const make = (told: Told, index: number): Complaint => {
    const at = (days: number) => plus(now, (days - agoOf[told]) * day);
    const text: ComplaintText = {
      ...complaintTexts[told],
      matter: told === "answered" ? "payment" : "delivery",
      nameShown: index % 2 === 0,
      files: [],
    };
    const birth = {
      id: ComplaintId.parse(newId("cmpl")),
      townId,
      originTown: townId,
      number: `TS-${localDateAt(now).slice(0, 4)}-${String(index + 1).padStart(6, "0")}`,
      about: "member" as const,
      respondentId: respondent.actor.orgId,
    };
    const filed = orRefuse(life.file(birth, text, calendar, step(complainant, at(0)))).next;
    if (told === "filed") return filed;
    if (told === "declined") return orRefuse(life.decline(filed, words.declined, step(reviewer, at(2)))).next;
    const accepted = orRefuse(life.accept(filed, calendar, step(reviewer, at(1)))).next;
    const heard = orRefuse(life.hear(accepted, words.question, calendar, step(reviewer, at(2)))).next;
    if (told === "hearing") return heard;
    const stated = orRefuse(life.state(heard, words.statement, step(respondent, at(5)))).next;
    const given = { outcome: "partly", text: words.answer } as const;
    const answered = orRefuse(life.answer(stated, given, calendar, step(administrator, at(9)))).next;
    return told === "answered" ? answered : orRefuse(life.close(answered, { at: at(12) })).next;
  };
  return (Object.keys(complaintTexts) as Told[]).map(make);
}

/** Five complaints in every populated town, one for each way they can stand. */
export async function layComplaints({ database }: Platform, laid: readonly LaidTown[], now: Date): Promise<void> {
  const year = Number(localDateAt(now).slice(0, 4));
  for (const town of laid) {
    const complaints = complaintsOf(town, now);
    await openTown(database, platformActor(town.id)).write(async ({ db }) => {
      await db.complaint.createMany({ data: complaints.map(complaintColumns) });
      await db.numberSeries.create({ data: { townId: town.id, series: "TS", year, last: complaints.length } });
    });
  }
}
