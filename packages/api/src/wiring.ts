import type { Reaction } from "./platform/events.ts";
import type { MayReadFile } from "./platform/files.ts";
import type { Timer } from "./platform/timers.ts";

/** Every reaction of one module to another. If it is not here, it does not happen. */
export const reactions: readonly Reaction[] = [];

/** Every timer: what happens when its instant has come. */
export const timers: readonly Timer[] = [];

/** Who may read a file, by purpose, beside the organisation that uploaded it. */
export const mayReadFile: Readonly<Record<string, MayReadFile>> = {
  application: (_tx, _file, may) => may.has("town.membership.read"),
};
