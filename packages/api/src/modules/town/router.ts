import { router } from "../../trpc/procedures.ts";
import { townAudit } from "./audit.router.ts";
import { townBoard, townPublication } from "./board.router.ts";
import { townComplaint } from "./complaint.router.ts";
import { townDeclaration } from "./declaration.router.ts";
import { townDocument } from "./document.router.ts";
import { townImport } from "./import.router.ts";
import { townIndicator } from "./indicator.router.ts";
import { townInvitation } from "./invitation.router.ts";
import { townMeasure } from "./measure.router.ts";
import { townMembership } from "./membership.router.ts";
import { townOrganisation } from "./organisation.router.ts";
import { townPolicy } from "./policy.router.ts";
import { townPortal } from "./portal.router.ts";
import { townReport } from "./report.router.ts";
import { townRoll } from "./roll.router.ts";
import { townSeat } from "./seat.router.ts";
import { townOfTown } from "./town.router.ts";
import { townUpgrade } from "./upgrade.router.ts";

export const townRouter = router({
  town: townOfTown,
  organisation: townOrganisation,
  membership: townMembership,
  seat: townSeat,
  invitation: townInvitation,
  document: townDocument,
  measure: townMeasure,
  audit: townAudit,
  roll: townRoll,
  import: townImport,
  indicator: townIndicator,
  declaration: townDeclaration,
  report: townReport,
  board: townBoard,
  publication: townPublication,
  policy: townPolicy,
  complaint: townComplaint,
  upgrade: townUpgrade,
  portal: townPortal,
});
