import { idOf, OrgId, PersonId, TownId } from "@jizhen/kernel";
import * as z from "zod";
import { type Definition, IndicatorKey } from "../indicator/model.ts";
import { Month, monthsOf, Quarter } from "../indicator/period.ts";
import { Decimal } from "../indicator/value.ts";

export const DeclarationId = idOf("decl");
export type DeclarationId = z.infer<typeof DeclarationId>;

/** One amount a firm writes: of an indicator or one of its parts, for a month or the quarter. Null is "not written yet", never zero. */
export const DeclarationCell = z.strictObject({
  key: IndicatorKey,
  part: IndicatorKey.nullable(),
  period: z.union([Month, Quarter]),
  amount: Decimal.nullable(),
  remark: z.string().trim().max(300),
});
export type DeclarationCell = z.infer<typeof DeclarationCell>;
export const DeclarationCells = z.array(DeclarationCell).max(400);

const Base = z.strictObject({
  id: DeclarationId,
  townId: TownId,
  organisationId: OrgId,
  quarter: Quarter,
  cells: DeclarationCells,
  /** Counts hand-ins: what was declared before stays in the history. */
  revision: z.int().min(0),
  version: z.int(),
});
const handedIn = { submittedBy: PersonId, submittedAt: z.date() };

export const Declaration = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("open"), returned: z.string().nullable() }),
  Base.extend({ state: z.literal("submitted"), ...handedIn }),
  Base.extend({ state: z.literal("checked"), ...handedIn, checkedBy: PersonId, checkedAt: z.date() }),
]);
export type Declaration = z.infer<typeof Declaration>;
export type DeclarationState = Declaration["state"];
export type DeclarationIn<S extends DeclarationState> = Extract<Declaration, { state: S }>;

export type CellPlace = Pick<DeclarationCell, "key" | "part" | "period">;
export const cellId = ({ key, part, period }: CellPlace): string => `${key}${part === null ? "" : `.${part}`}@${period}`;

/** Every cell of a quarter's form: monthly indicators have three, quarterly one; parts follow their whole. */
export function cellsAsked(definitions: readonly Definition[], quarter: Quarter): CellPlace[] {
  return definitions
    .filter(({ source }) => source === "declared")
    .flatMap(({ key, parts, grain }) => {
      const periods = grain === "month" ? monthsOf(quarter) : [quarter];
      return [null, ...parts.map((part) => part.key)].flatMap((part) => periods.map((period) => ({ key, part, period })));
    });
}
