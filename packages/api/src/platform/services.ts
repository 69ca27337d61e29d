import type { Database } from "@jizhen/db";
import type { OpenPromises } from "@jizhen/domain-town";
import type { OrgId } from "@jizhen/kernel";
import type { AnyTx } from "./ask.ts";
import type { Reaction } from "./events.ts";
import type { FileStore, MayReadFile } from "./files.ts";
import type { Jobs } from "./jobs.ts";
import type { Keys } from "./keys.ts";
import type { Live } from "./live.ts";
import type { Log } from "./log.ts";
import type { Mail } from "./mail.ts";

/** How many things of an organisation are still open in one function of this town. */
export type CountPromises = (tx: AnyTx, organisationId: OrgId) => Promise<number>;

/** What one process offers to every request; built once at start and handed along, never imported as a singleton. */
export type Services = {
  readonly database: Database;
  readonly jobs: Jobs;
  /** `wiring.ts`: who hears which event. */
  readonly reactions: readonly Reaction[];
  readonly files: FileStore;
  /** For each purpose of a file, who may read it; modules register theirs in `wiring.ts`. */
  readonly mayReadFile: Readonly<Record<string, MayReadFile>>;
  /** `wiring.ts`: what each function still holds an organisation to, asked before its membership ends. */
  readonly openPromises: Readonly<Record<keyof OpenPromises, CountPromises>>;
  readonly keys: Keys;
  /** null: no SMTP_URL, so notifications stay inside the product. */
  readonly mail: Mail | null;
  readonly live: Live;
  readonly log: Log;
  /** Without a slash at the end: "https://jizhen.example". */
  readonly publicUrl: string;
};
