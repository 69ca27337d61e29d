import {
  AwardFinal,
  AwardId,
  CapabilityVerified,
  RequestAmended,
  RequestCancelled,
  RequestFrozen,
  RequestId,
  RequestPublished,
} from "@jizhen/domain-procurement";
import {
  ComplaintId,
  complaintEvents,
  DocumentAccepted,
  DocumentExpired,
  DocumentId,
  DocumentRefused,
  DocumentUploaded,
  MeasureConfirmed,
  MeasureProposed,
  MembershipActivated,
  MembershipAnswered,
  MembershipApplied,
  MembershipAsked,
  MembershipId,
  MembershipLeft,
  MembershipReinstated,
  MembershipRejected,
  MembershipSuspended,
  PolicyId,
  PolicyPublished,
  ReportApproved,
  ReportDecided,
  TownClosed,
  TownOpened,
  TownPaused,
  TownResumed,
  VisitingJoined,
} from "@jizhen/domain-town";
import { OfferPaused, OfferPublished, OfferWithdrawn, OrderId, OrderLapsed, OrderRefused } from "@jizhen/domain-trade";
import * as z from "zod";
import { drawBoard } from "./documents/board-paper.ts";
import { drawOrder } from "./documents/order-document.ts";
import { drawReport } from "./documents/report-paper.ts";
import { finaliseWhenDue, giveUpParts } from "./modules/procurement/award.usecases.ts";
import { tellVerified } from "./modules/procurement/capability.notices.ts";
import { copyAgain } from "./modules/procurement/market.usecases.ts";
import { matchRequest } from "./modules/procurement/match.usecases.ts";
import { dropOfferedSupply, listOfferedSupply } from "./modules/procurement/offered-supply.ts";
import { freezeWhenDue, holdWhenDue } from "./modules/procurement/opening.usecases.ts";
import { boundInProcurement, mayReadQuoteFile, mayReadRequestFile } from "./modules/procurement/public.ts";
import { boardSheet } from "./modules/town/board.sheets.ts";
import { boardForPaper } from "./modules/town/board.views.ts";
import { tellOfComplaint } from "./modules/town/complaint.notices.ts";
import { lapseWhenDue } from "./modules/town/complaint.usecases.ts";
import { mayReadComplaintFile } from "./modules/town/complaint.views.ts";
import { tellDesk, tellFirm } from "./modules/town/document.notices.ts";
import { expireWhenDue, remindWhenDue } from "./modules/town/document.usecases.ts";
import { ImportId, writeBatch } from "./modules/town/import.usecases.ts";
import { tellFormerOwners, tellSecondPerson } from "./modules/town/measure.notices.ts";
import { spreadLeaving, spreadReinstatement, spreadSuspension, tellAdministration, tellMember } from "./modules/town/membership.notices.ts";
import { memberSheet } from "./modules/town/membership.sheet.ts";
import { reinstateWhenDue } from "./modules/town/membership.usecases.ts";
import { remindOfDeadline, tellOfPolicy } from "./modules/town/policy.notices.ts";
import { reportListSheet } from "./modules/town/report.list.sheet.ts";
import { reportForPaper } from "./modules/town/report.paper.views.ts";
import { reportSheet } from "./modules/town/report.sheets.ts";
import { followDecision, receiveReport } from "./modules/town/report.usecases.ts";
import { importReport, rollSheet } from "./modules/town/roll.sheets.ts";
import { linkMember } from "./modules/town/roll.store.ts";
import { tellTown } from "./modules/town/town.notices.ts";
import { mayReadUpgradeFile } from "./modules/town/upgrade.views.ts";
import { takeDownOffers } from "./modules/trade/offer.leaving.usecases.ts";
import { issueOrders, lapseOrder } from "./modules/trade/order.usecases.ts";
import { orderForPaper } from "./modules/trade/order.views.ts";
import { boundInTrade } from "./modules/trade/public.ts";
import { type DocumentMaker, documentOf } from "./platform/documents.ts";
import { on, type Reaction, retired } from "./platform/events.ts";
import type { MayReadFile } from "./platform/files.ts";
import type { Services } from "./platform/services.ts";
import type { SheetMaker } from "./platform/sheets/offer.ts";
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
  on(MembershipActivated, "town: find the new member on the roll, or enter it", async (tx, event) => {
    if (event.kind === "firm" && !event.visiting) await linkMember(tx, event.organisationId);
  }),
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
  on(DocumentUploaded, "town: tell the administration of a paper to judge", (tx, event, heard) => tellDesk(tx, event, heard)),
  on(DocumentAccepted, "town: tell the firm that its paper counts", (tx, event, heard) =>
    tellFirm(tx, "town.document.accepted", event, heard),
  ),
  on(DocumentRefused, "town: tell the firm that its paper does not count", (tx, event, heard) =>
    tellFirm(tx, "town.document.refused", event, heard),
  ),
  on(DocumentExpired, "town: tell the firm that its paper has ended", (tx, event, heard) =>
    tellFirm(tx, "town.document.expired", event, heard),
  ),
  on(MembershipLeft, "town: tell the member of its end", (tx, event, heard) => tellMember(tx, "town.membership.left", event, heard)),
  on(MembershipLeft, "town: end the visits of a firm that left home", (tx, event) => spreadLeaving(tx, event)),
  on(MeasureProposed, "town: tell the administration that a second person is asked", (tx, event, heard) =>
    tellSecondPerson(tx, event, heard),
  ),
  on(MeasureConfirmed, "town: tell the owners that the firm has another one", (tx, event, heard) => tellFormerOwners(tx, event, heard)),
  on(ReportApproved, "town: show the province a town's report", (tx, event) => receiveReport(tx, event)),
  on(ReportDecided, "town: follow what the province decided of its report", (tx, event) => followDecision(tx, event)),
  on(TownOpened, "town: tell a town that it is open", (tx, event, heard) => tellTown(tx, "town.town.opened", event, heard)),
  on(TownPaused, "town: tell a town of its pause", (tx, event, heard) => tellTown(tx, "town.town.paused", event, heard)),
  on(TownResumed, "town: tell a town that it goes on", (tx, event, heard) => tellTown(tx, "town.town.resumed", event, heard)),
  on(TownClosed, "town: tell a town that it is closed", (tx, event, heard) => tellTown(tx, "town.town.closed", event, heard)),
  on(PolicyPublished, "town: tell whom a policy concerns", (tx, event, heard) => tellOfPolicy(tx, event, heard)),
  ...complaintEvents.map((event) => on(event, `town: tell the sides (${event.shape.type.value})`, tellOfComplaint)),
  on(AwardFinal, "trade: issue the purchase order", (tx, event) => issueOrders(tx, event)),
  on(MembershipLeft, "trade: take down the offers of a member that left", (tx, event) => takeDownOffers(tx, event.organisationId)),
  on(OfferPublished, "procurement: list the supply of an offer", (tx, event) => listOfferedSupply(tx, event)),
  on(OfferPaused, "procurement: take the supply of a paused offer out of matching", (tx, event) => dropOfferedSupply(tx, event)),
  on(OfferWithdrawn, "procurement: take the supply of a withdrawn offer out of matching", (tx, event) => dropOfferedSupply(tx, event)),
  on(OrderRefused, "procurement: free the lines of a refused order", (tx, event) => giveUpParts(tx, event)),
  on(OrderLapsed, "procurement: free the lines of an order that nobody answered", (tx, event) => giveUpParts(tx, event)),
  on(RequestPublished, "match: find who could supply and ask them", (tx, event) => matchRequest(tx, event.requestId)),
  on(RequestAmended, "match: look again at what was changed", async (tx, event) => {
    if (event.material) await matchRequest(tx, event.requestId);
  }),
  // The market follows a request in the request's own commit.
  retired(on(RequestPublished, "market: show the province", (tx, event) => copyAgain(tx, event.requestId))),
  retired(on(RequestAmended, "market: follow the change", (tx, event) => copyAgain(tx, event.requestId))),
  retired(on(RequestFrozen, "market: say that it is closed", (tx, event) => copyAgain(tx, event.requestId))),
  retired(on(RequestCancelled, "market: take away what is called off", (tx, event) => copyAgain(tx, event.requestId))),
  on(CapabilityVerified, "capability: tell the firm that the town vouches", (tx, event) => tellVerified(tx, event)),
];

/** Every timer: what happens when its instant has come. */
export const timers: readonly Timer[] = [
  onJob("town.membership.reinstate", z.strictObject({ membershipId: MembershipId }), (tx, { membershipId }) =>
    reinstateWhenDue(tx, membershipId),
  ),
  onJob("town.document.remind", z.strictObject({ documentId: DocumentId, days: z.int() }), (tx, about) => remindWhenDue(tx, about)),
  onJob("town.document.expire", z.strictObject({ documentId: DocumentId }), (tx, { documentId }) => expireWhenDue(tx, documentId)),
  onJob("town.import.write", z.strictObject({ importId: ImportId }), (tx, { importId }) => writeBatch(tx, importId)),
  onJob("town.complaint.lapse", z.strictObject({ complaintId: ComplaintId }), (tx, { complaintId }) => lapseWhenDue(tx, complaintId)),
  onJob("town.policy.remind", z.strictObject({ policyId: PolicyId, revision: z.int() }), (tx, about) => remindOfDeadline(tx, about)),
  onJob("procurement.request.freeze", z.strictObject({ requestId: RequestId }), (tx, about) => freezeWhenDue(tx, about)),
  onJob("procurement.request.hold", z.strictObject({ requestId: RequestId }), (tx, about) => holdWhenDue(tx, about)),
  onJob("procurement.award.finalise", z.strictObject({ awardId: AwardId }), (tx, about) => finaliseWhenDue(tx, about)),
  onJob("trade.order.lapse", z.strictObject({ orderId: OrderId }), (tx, about) => lapseOrder(tx, about)),
];

/** Who may read a file, by purpose, beside the organisation that uploaded it. */
export const mayReadFile: Readonly<Record<string, MayReadFile>> = {
  // The firm's own evidence: for the administration that vouches for it.
  capability: (_tx, _file, may) => may.has("procurement.capability.review"),
  request: mayReadRequestFile,
  quote: mayReadQuoteFile,
  measure: (_tx, _file, may) => may.has("town.measure.read"),
  document: (_tx, _file, may) => may.has("town.document.accept"),
  complaint: mayReadComplaintFile,
  upgrade: mayReadUpgradeFile,
  application: (_tx, _file, may) => may.has("town.membership.read"),
};

/** What each function still holds an organisation to: with something open nobody leaves a town. */
export const openPromises: Services["openPromises"] = { procurement: boundInProcurement, trade: boundInTrade };

/** Lists at `/sheets/<kind>.xlsx` and `.csv`. */
export const sheets: Readonly<Record<string, SheetMaker>> = {
  members: memberSheet,
  roll: rollSheet,
  "roll-import": importReport,
  board: boardSheet,
  "town-report": reportSheet,
  reports: reportListSheet,
};

/** Documents at `/documents/<kind>/<id>.pdf`. */
export const documents: Readonly<Record<string, DocumentMaker>> = {
  orders: documentOf("trade.order.read", orderForPaper, drawOrder),
  board: documentOf("town.board.compare", boardForPaper, drawBoard),
  "town-reports": documentOf("town.report.read", reportForPaper, drawReport),
};
