import { type Act, type Decided, type Decision, err, type OrgId, ok, plus, type Result, type TownId } from "@jizhen/kernel";
import type { MeasureRefusal } from "./errors.ts";
import type { MeasureEvent } from "./events.ts";
import { type Measure, type MeasureContent, type MeasureId, type MeasureIn, type MeasureState, measureLife } from "./model.ts";

type Outcome<S extends MeasureState> = Decided<MeasureIn<S>, MeasureEvent, MeasureRefusal>;

export const measureSteps = {
  proposed: { confirm: "confirmed", decline: "declined" },
  confirmed: {},
  declined: {},
} as const satisfies Record<MeasureState, Readonly<Record<string, MeasureState>>>;

const about = ({ id, organisationId, townId, content: { kind } }: Measure) => ({ measureId: id, organisationId, townId, kind });

export function insistProposed(measure: Measure): Result<MeasureIn<"proposed">, MeasureRefusal> {
  if (measure.state === "proposed") return ok(measure);
  return err({ kind: "rule", code: "town.measure.wrong_state", params: { state: measure.state } });
}

/** Whoever has a seat in the firm takes no part in what is done to it. */
export function insistStranger(hasSeatInFirm: boolean): Result<null, MeasureRefusal> {
  return hasSeatInFirm ? err({ kind: "forbidden", code: "town.measure.own_concern" }) : ok(null);
}

export type MeasureBirth = {
  readonly id: MeasureId;
  readonly townId: TownId;
  readonly organisationId: OrgId;
  readonly content: MeasureContent;
  readonly reasonText: string;
};

export function propose(birth: MeasureBirth, { by, at }: Act): Decision<MeasureIn<"proposed">, MeasureEvent> {
  const next: MeasureIn<"proposed"> = { ...birth, state: "proposed", proposedBy: by.personId, proposedAt: at, version: 0 };
  return { next, events: [{ type: "town.measure.proposed.v1", ...about(next) }] };
}

/** A second person: whoever proposed cannot also confirm, in whatever role. */
export function confirm(proposed: MeasureIn<"proposed">, { by, at }: Act): Outcome<"confirmed"> {
  if (by.personId === proposed.proposedBy) return err({ kind: "forbidden", code: "town.measure.same_person" });
  const lapses = plus(proposed.proposedAt, measureLife);
  if (at >= lapses) return err({ kind: "rule", code: "town.measure.lapsed", params: { on: lapses } });
  const next: MeasureIn<"confirmed"> = { ...proposed, state: "confirmed", decidedBy: by.personId, decidedAt: at };
  return ok({ next, events: [{ type: "town.measure.confirmed.v1", ...about(next) }] });
}

/** Laid aside: by a second person, or by the one who proposed it. */
export function decline(proposed: MeasureIn<"proposed">, { by, at }: Act): Outcome<"declined"> {
  const next: MeasureIn<"declined"> = { ...proposed, state: "declined", decidedBy: by.personId, decidedAt: at };
  return ok({ next, events: [{ type: "town.measure.declined.v1", ...about(next) }] });
}

export type MeasureAction = "confirm" | "decline";

/** What a person of the administration may do with a measure now. */
export function measureActionsOn(measure: Measure, personId: string, at: Date): MeasureAction[] {
  if (measure.state !== "proposed") return [];
  const ripe = personId !== measure.proposedBy && at < plus(measure.proposedAt, measureLife);
  return ripe ? ["confirm", "decline"] : ["decline"];
}
