import { type Act, type Decided, type Decision, err, type OrgId, ok, type Result, type TownId } from "@jizhen/kernel";
import { regionName } from "../organisation/region.ts";
import type { TownStateRefusal } from "./errors.ts";
import type { TownEvent } from "./events.ts";
import { defaultTownRules, type Town, type TownEntry, type TownIn, type TownRules, type TownState } from "./model.ts";

type Outcome<S extends TownState> = Decided<TownIn<S>, TownEvent, TownStateRefusal>;

/** The life of a town as one table. */
export const townSteps = {
  prepared: { open: "open", close: "closed" },
  open: { pause: "paused" },
  paused: { resume: "open", close: "closed" },
  closed: {},
} as const satisfies Record<TownState, Readonly<Record<string, TownState>>>;
export type TownStep = "open" | "pause" | "resume" | "close";

export function stepsOn(state: TownState): TownStep[] {
  return Object.keys(townSteps[state]) as TownStep[];
}

export function insistTownState<S extends TownState>(town: Town, ...states: readonly S[]): Result<TownIn<S>, TownStateRefusal> {
  if (states.some((state) => state === town.state)) return ok(town as TownIn<S>);
  return err({ kind: "rule", code: "town.town.wrong_state", params: { state: town.state } });
}

const about = ({ id, administrationId }: Town) => ({ subjectTown: id, administrationId });

export type TownBirth = { readonly id: TownId; readonly administrationId: OrgId; readonly demo: boolean };

/** A town is written down before it opens: nobody but its administration can act in it yet. */
export function prepare(entry: TownEntry, birth: TownBirth, packs: readonly string[], { at }: Act): Outcome<"prepared"> {
  const { countyCode } = entry;
  if (countyCode !== null && regionName(countyCode) === null)
    return err({ kind: "rule", code: "town.town.county_unknown", field: "town.countyCode" });
  if (!packs.includes(entry.pack)) return err({ kind: "rule", code: "town.town.pack_unknown", field: "town.pack" });
  const next: TownIn<"prepared"> = {
    ...entry,
    ...birth,
    kind: "town",
    state: "prepared",
    connected: false,
    rules: defaultTownRules,
    createdAt: at,
    version: 0,
  };
  return ok({ next, events: [{ type: "town.town.prepared.v1", ...about(next) }] });
}

/** One administrator could open, admit and answer all alone: a town begins with two. */
const administratorsNeeded = 2;

export function open(prepared: TownIn<"prepared">, administrators: number): Outcome<"open"> {
  if (administrators < administratorsNeeded)
    return err({ kind: "rule", code: "town.town.administrators_missing", params: { count: administratorsNeeded - administrators } });
  const next: TownIn<"open"> = { ...prepared, state: "open", connected: true };
  return ok({ next, events: [{ type: "town.town.opened.v1", ...about(next) }] });
}

export function pause(town: TownIn<"open">, reason: string): Outcome<"paused"> {
  const next: TownIn<"paused"> = { ...town, state: "paused", reason };
  return ok({ next, events: [{ type: "town.town.paused.v1", ...about(next), reason }] });
}

export function resume({ reason: _, ...kept }: TownIn<"paused">): Outcome<"open"> {
  const next: TownIn<"open"> = { ...kept, state: "open" };
  return ok({ next, events: [{ type: "town.town.resumed.v1", ...about(next) }] });
}

export type Running = { readonly requests: number; readonly orders: number };

/** Closed out of a pause only, so that nothing begins while what runs is counted; who goes on with the firms must be there to do so. */
export function close(
  town: TownIn<"prepared" | "paused">,
  why: { readonly reason: string; readonly successor: Town | null },
  running: Running,
): Outcome<"closed"> {
  if (running.requests > 0 || running.orders > 0) return err({ kind: "rule", code: "town.town.still_running", params: { ...running } });
  const { reason, successor } = why;
  if (successor !== null && (successor.id === town.id || successor.kind !== "town" || successor.state === "closed"))
    return err({ kind: "rule", code: "town.town.successor_unfit", field: "successorId" });
  const successorId = successor?.id ?? null;
  const next: TownIn<"closed"> = { ...town, state: "closed", reason, successorId };
  return ok({ next, events: [{ type: "town.town.closed.v1", ...about(next), reason, successorId }] });
}

/** Rules bind what happens from now on; what runs keeps the terms it began with. */
export function changeRules(town: Town, rules: TownRules): Decided<Town, TownEvent, TownStateRefusal> {
  if (town.state === "closed") return err({ kind: "rule", code: "town.town.closed" });
  const decision: Decision<Town, TownEvent> = { next: { ...town, rules }, events: [] };
  return ok(decision);
}
