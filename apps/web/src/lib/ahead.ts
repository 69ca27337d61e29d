import type * as asking from "./asked.ts";
import { workspaceNow } from "./workspace.ts";

/**
 * Asks what a page asks first as soon as its address is opened, so that the answer is under way while the page's own code is. The page
 * asks the same by itself and finds the answer; what goes wrong here is told there. A link that is only pointed at asks nothing.
 */
export function askAhead(cause: "enter" | "preload" | "stay", ask: (given: typeof asking) => readonly Promise<void>[]): void {
  if (cause !== "enter" || workspaceNow() === null) return;
  void import("./asked.ts").then(ask);
}
