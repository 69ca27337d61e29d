import { type Act, type Decided, type Decision, err, type OrgId, ok, type Result, type TownId } from "@jizhen/kernel";
import type { Definition } from "../indicator/model.ts";
import { isOver, type Quarter } from "../indicator/period.ts";
import type { DeclarationRefusal } from "./errors.ts";
import type { DeclarationEvent } from "./events.ts";
import { cellId, type Declaration, type DeclarationCell, type DeclarationId, type DeclarationIn, type DeclarationState } from "./model.ts";
import { outliersOf, refuseCells } from "./validation.ts";

type Outcome<S extends DeclarationState> = Decided<DeclarationIn<S>, DeclarationEvent, DeclarationRefusal>;

const facts = ({ id, organisationId, townId, quarter }: Declaration) => ({ declarationId: id, organisationId, townId, quarter });

/** The life of a declaration as one table; all of it stands still while the town's report has been handed on. */
export const declarationSteps = {
  open: { save: "open", submit: "submitted" },
  submitted: { check: "checked", return: "open" },
  checked: { return: "open" },
} as const satisfies Record<DeclarationState, Readonly<Record<string, DeclarationState>>>;

export function insistState<S extends DeclarationState>(
  declaration: Declaration,
  ...states: readonly S[]
): Result<DeclarationIn<S>, DeclarationRefusal> {
  if (states.some((state) => state === declaration.state)) return ok(declaration as DeclarationIn<S>);
  return err({ kind: "rule", code: "town.declaration.wrong_state", params: { state: declaration.state } });
}

/** A quarter is declared when it is over and while the town has not handed it on. */
export function insistOpen(quarter: Quarter, reportOpen: boolean, at: Date): Result<null, DeclarationRefusal> {
  if (!isOver(quarter, at)) return err({ kind: "rule", code: "town.declaration.too_early" });
  return reportOpen ? ok(null) : err({ kind: "conflict", code: "town.declaration.locked" });
}

type Birth = { readonly id: DeclarationId; readonly townId: TownId; readonly organisationId: OrgId; readonly quarter: Quarter };
export const begin = (birth: Birth): DeclarationIn<"open"> => ({
  ...birth,
  state: "open",
  cells: [],
  returned: null,
  revision: 0,
  version: 0,
});

/** A draft keeps what was typed; only what can never be right is refused. */
export function save(open: DeclarationIn<"open">, definitions: readonly Definition[], cells: readonly DeclarationCell[]): Outcome<"open"> {
  const allowed = refuseCells(definitions, open.quarter, cells, false);
  return allowed.ok ? ok({ next: { ...open, cells: [...cells] }, events: [] }) : allowed;
}

/** Handing in: everything asked is there, the rules hold, and what is unusual is explained. */
export function submit(
  open: DeclarationIn<"open">,
  given: {
    readonly definitions: readonly Definition[];
    readonly cells: readonly DeclarationCell[];
    readonly earlier: readonly DeclarationCell[];
  },
  { by, at }: Act,
): Outcome<"submitted"> {
  const { cells } = given;
  const allowed = refuseCells(given.definitions, open.quarter, cells, true);
  if (!allowed.ok) return allowed;
  const remarked = new Set(cells.filter(({ remark }) => remark.length >= 4).map(cellId));
  const silent = outliersOf(cells, given.earlier).filter(({ id }) => !remarked.has(id));
  const [first] = silent;
  if (first) return err({ kind: "rule", code: "town.declaration.remark_needed", params: { count: silent.length }, field: first.id });
  const { returned: _, ...kept } = open;
  const next: DeclarationIn<"submitted"> = {
    ...kept,
    cells: [...cells],
    revision: open.revision + 1,
    state: "submitted",
    submittedBy: by.personId,
    submittedAt: at,
  };
  return ok({ next, events: [{ type: "town.declaration.submitted.v1", ...facts(next) }] });
}

/** Nobody checks what they, or their organisation, handed in. */
export function insistStranger(declaration: DeclarationIn<"submitted">, { by }: Act, hasSeat: boolean): Result<null, DeclarationRefusal> {
  const own = hasSeat || by.orgId === declaration.organisationId || by.personId === declaration.submittedBy;
  return own ? err({ kind: "forbidden", code: "town.declaration.own_declaration" }) : ok(null);
}

export function check(submitted: DeclarationIn<"submitted">, { by, at }: Act): Outcome<"checked"> {
  const next: DeclarationIn<"checked"> = { ...submitted, state: "checked", checkedBy: by.personId, checkedAt: at };
  return ok({ next, events: [{ type: "town.declaration.checked.v1", ...facts(next) }] });
}

/** Back to the firm with a reason: before it is checked, or again when the report was opened again. */
export function giveBack(
  declared: DeclarationIn<"submitted" | "checked">,
  reason: string,
): Decision<DeclarationIn<"open">, DeclarationEvent> {
  const { id, townId, organisationId, quarter, cells, revision, version } = declared;
  const next: DeclarationIn<"open"> = { id, townId, organisationId, quarter, cells, revision, version, state: "open", returned: reason };
  return { next, events: [{ type: "town.declaration.returned.v1", ...facts(next), reason }] };
}
