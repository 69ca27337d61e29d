import { type Decided, err, ok } from "@jizhen/kernel";
import type { IndicatorRefusal } from "./errors.ts";
import type { DefinitionAdded } from "./events.ts";
import type { Definition } from "./model.ts";
import { isOver } from "./period.ts";

/** What an indicator means is written once and then only in further versions: it has no end. */
export const indicatorSteps = { unknown: { define: "defined" }, defined: { define: "defined" } } as const;

/** A new definition, or the next version of one: it begins with a quarter that is still to be reported, so no meaning changes behind a figure. */
export function define(known: readonly Definition[], next: Definition, at: Date): Decided<Definition, DefinitionAdded, IndicatorRefusal> {
  const earlier = known.filter(({ key }) => key === next.key).sort((a, b) => b.version - a.version)[0];
  if (next.version !== (earlier?.version ?? 0) + 1) {
    return err({ kind: "conflict", code: "town.indicator.version_taken", params: { version: earlier?.version ?? 0 } });
  }
  if (isOver(next.validFrom, at) || (earlier !== undefined && next.validFrom <= earlier.validFrom)) {
    return err({
      kind: "rule",
      code: "town.indicator.not_later",
      params: { from: earlier?.validFrom ?? next.validFrom },
      field: "validFrom",
    });
  }
  // Another unit is another indicator: no series could show both.
  if (earlier !== undefined && earlier.unit !== next.unit) return err({ kind: "rule", code: "town.indicator.unit_changed", field: "unit" });
  if (next.formula.kind === "ratio") {
    for (const [field, key] of [
      ["formula.numerator", next.formula.numerator],
      ["formula.denominator", next.formula.denominator],
    ] as const) {
      const part = known.find((one) => one.key === key);
      if (!part || part.formula.kind === "ratio" || part.formula.kind === "median") {
        return err({ kind: "rule", code: "town.indicator.part_unknown", params: { key }, field });
      }
    }
  }
  const { key, version, validFrom } = next;
  return ok({ next, events: [{ type: "town.indicator.defined.v1", key, version, validFrom }] });
}
