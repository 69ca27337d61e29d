import type { Complaint, ComplaintEvent } from "@jizhen/domain-town";
import type { Heard } from "../../platform/events.ts";
import { notify } from "../../platform/notify.ts";
import { platformActor, type Tx } from "../../platform/tx.ts";
import { townFor } from "../../trpc/context.ts";
import { getComplaint } from "./complaint.store.ts";
import { townHere } from "./town.views.ts";

type Audience = "desk" | "complainant" | "respondent";
const audienceOf: Record<ComplaintEvent["type"], readonly Audience[]> = {
  "town.complaint.filed.v1": ["desk"],
  "town.complaint.accepted.v1": ["complainant"],
  "town.complaint.declined.v1": ["complainant"],
  "town.complaint.heard.v1": ["respondent"],
  "town.complaint.stated.v1": ["desk"],
  "town.complaint.extended.v1": ["complainant"],
  "town.complaint.answered.v1": ["complainant", "respondent"],
  "town.complaint.reopened.v1": ["desk", "respondent"],
  "town.complaint.closed.v1": ["respondent"],
};

/** Everybody whose turn it is, or who was waiting, is told; the words name the number, never a party. */
export async function tellOfComplaint(tx: Tx, { type, complaintId }: ComplaintEvent, { eventId }: Heard): Promise<void> {
  const complaint = await getComplaint(tx, complaintId);
  for (const audience of audienceOf[type]) await tell(tx, complaint, audience, type.slice(0, -".v1".length), eventId);
}

async function tell(tx: Tx, complaint: Complaint, audience: Audience, kind: string, source: string): Promise<void> {
  const { id, number, title, originTown, townId } = complaint;
  const telling = {
    kind: audience === "respondent" ? `${kind}.other` : kind,
    params: { number, title },
    link: audience === "desk" ? `/town/complaints/${id}` : `/complaints/${id}`,
    source,
  };
  if (audience === "desk") {
    const { administrationId } = await townHere(tx);
    if (administrationId !== null)
      await notify(tx, { to: { organisationId: administrationId, permission: "town.complaint.review" }, ...telling });
    return;
  }
  const organisationId = audience === "complainant" ? complaint.complainantId : complaint.respondentId;
  const party = { to: { organisationId, permission: "town.complaint.read" }, ...telling } as const;
  // People look at their messages where they are members, wherever the complaint lies.
  if (originTown === townId) await notify(tx, party);
  else await townFor(tx.services, platformActor(originTown), null).write((there) => notify(there, party));
}
