import { AwardFinal } from "@jizhen/domain-procurement";
import {
  MembershipActivated,
  MembershipAnswered,
  MembershipApplied,
  MembershipAsked,
  MembershipId,
  MembershipReinstated,
  MembershipRejected,
  MembershipSuspended,
  VisitingJoined,
} from "@jizhen/domain-town";
import { OrderId } from "@jizhen/domain-trade";
import * as z from "zod";
import { spreadReinstatement, spreadSuspension, tellAdministration, tellMember } from "./modules/town/membership.notices.ts";
import { reinstateWhenDue } from "./modules/town/membership.usecases.ts";
import { issueOrders, lapseOrder } from "./modules/trade/order.usecases.ts";
import type { DocumentMaker } from "./platform/documents.ts";
import { on, type Reaction } from "./platform/events.ts";
import type { MayReadFile } from "./platform/files.ts";
import { onJob, type Timer } from "./platform/timers.ts";

/** Every reaction of one module to another. If it is not here, it does not happen. */
export const reactions: readonly Reaction[] = [
  on(MembershipApplied, "town: tell the administration of an application", (tx, event, heard) =>
    tellAdministration(tx, "town.membership.applied", event, heard),
  ),
  on(MembershipAnswered, "town: tell the administration of an answer", (tx, event, heard) =>
    tellAdministration(tx, "town.membership.answered", event, heard),
  ),
  on(VisitingJoined, "town: tell the administration of a visitor", (tx, event, heard) =>
    tellAdministration(tx, "town.membership.visiting_joined", event, heard),
  ),
  on(MembershipAsked, "town: tell the applicant what is asked", (tx, event, heard) =>
    tellMember(tx, "town.membership.asked", event, heard),
  ),
  on(MembershipActivated, "town: tell the member of its admission", (tx, event, heard) =>
    tellMember(tx, "town.membership.activated", event, heard),
  ),
  on(MembershipRejected, "town: tell the applicant of the refusal", (tx, event, heard) =>
    tellMember(tx, "town.membership.rejected", event, heard),
  ),
  on(MembershipSuspended, "town: tell the member of its suspension", (tx, event, heard) =>
    tellMember(tx, "town.membership.suspended", event, heard),
  ),
  on(MembershipReinstated, "town: tell the member that it is back", (tx, event, heard) =>
    tellMember(tx, "town.membership.reinstated", event, heard),
  ),
  on(MembershipSuspended, "town: suspend the visits of a firm suspended at home", (tx, event) => spreadSuspension(tx, event)),
  on(MembershipReinstated, "town: lift what home had suspended", (tx, event) => spreadReinstatement(tx, event)),
  on(AwardFinal, "trade: issue the purchase order", (tx, event) => issueOrders(tx, event)),
];

/** Every timer: what happens when its instant has come. */
export const timers: readonly Timer[] = [
  onJob("town.membership.reinstate", z.strictObject({ membershipId: MembershipId }), (tx, { membershipId }) =>
    reinstateWhenDue(tx, membershipId),
  ),
  onJob("trade.order.lapse", z.strictObject({ orderId: OrderId }), (tx, about) => lapseOrder(tx, about)),
];

/** Who may read a file, by purpose, beside the organisation that uploaded it. */
export const mayReadFile: Readonly<Record<string, MayReadFile>> = {
  application: (_tx, _file, may) => may.has("town.membership.read"),
};

/** Documents at `/documents/<kind>/<id>.pdf`: orders: documentOf("trade.order.read", load, draw). */
export const documents: Readonly<Record<string, DocumentMaker>> = {};
