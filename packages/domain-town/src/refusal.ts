import type { ComplaintRefusal } from "./complaint/errors.ts";
import type { DeclarationRefusal } from "./declaration/errors.ts";
import type { DocumentRefusal } from "./document/errors.ts";
import type { IndicatorRefusal } from "./indicator/errors.ts";
import type { InvitationRefusal } from "./invitation/errors.ts";
import type { MeasureRefusal } from "./measure/errors.ts";
import type { MembershipRefusal } from "./membership/errors.ts";
import type { OrganisationRefusal } from "./organisation/errors.ts";
import type { PolicyRefusal } from "./policy/errors.ts";
import type { ReportRefusal } from "./report/errors.ts";
import type { RollRefusal, RowOvertaken, RowQuestion, RowRefusal } from "./roll/errors.ts";
import type { SeatRefusal } from "./seat/errors.ts";
import type { TownStateRefusal } from "./town/errors.ts";
import type { UpgradeRefusal } from "./upgrade/errors.ts";

/** Every reason the town function can say no; each has words in both languages or the catalogues do not compile. */
export type TownRefusal =
  | TownStateRefusal
  | OrganisationRefusal
  | MeasureRefusal
  | MembershipRefusal
  | SeatRefusal
  | InvitationRefusal
  | PolicyRefusal
  | ComplaintRefusal
  | UpgradeRefusal
  | RollRefusal
  | RowRefusal
  | RowQuestion
  | RowOvertaken
  | IndicatorRefusal
  | DeclarationRefusal
  | DocumentRefusal
  | ReportRefusal;
