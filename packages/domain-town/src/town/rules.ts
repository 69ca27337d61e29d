import { err, ok, type Result } from "@jizhen/kernel";
import type { TownStateRefusal } from "./errors.ts";
import type { TownState } from "./model.ts";

/** New dealings need an open town: paused is "read and fulfil only", closed is read-only. */
export function insistOpen(state: TownState): Result<"open", TownStateRefusal> {
  switch (state) {
    case "open":
      return ok("open");
    case "prepared":
      return err({ kind: "rule", code: "town.town.not_open" });
    case "paused":
      return err({ kind: "rule", code: "town.town.paused" });
    case "closed":
      return err({ kind: "rule", code: "town.town.closed" });
  }
}
