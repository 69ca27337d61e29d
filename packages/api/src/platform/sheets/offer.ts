import type { Permission } from "@jizhen/domain-town";
import type { Locale } from "@jizhen/i18n";
import { townFor } from "../../trpc/context.ts";
import type { Workspace } from "../actor.ts";
import { refuse } from "../refuse.ts";
import type { Services } from "../services.ts";
import type { ReadTx } from "../tx.ts";
import { writeCsv } from "./csv.ts";
import { sheetTypes } from "./sheet.ts";
import { type Cell, writeXlsx } from "./write-xlsx.ts";

export type SheetRows = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Further sheets of the workbook; in a file of text they stand below, each under its name. */
  readonly more?: readonly { readonly name: string; readonly rows: readonly (readonly Cell[])[] }[];
};
export type SheetAsked = { readonly filter: unknown; readonly locale: Locale };

/** A kind of list at `GET /sheets/<kind>.xlsx` and `.csv`: read behind the wall with the screen's own filter. */
export type SheetMaker = {
  readonly permission: Permission;
  readonly load: (tx: ReadTx, asked: SheetAsked) => Promise<SheetRows>;
};

const below = (rows: SheetRows["rows"], more: NonNullable<SheetRows["more"]>) => [
  ...rows,
  ...more.flatMap((sheet) => [[], [sheet.name], ...sheet.rows]),
];

export type SheetFile = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array };

export async function makeSheet(
  services: Services,
  workspace: Workspace | null,
  maker: SheetMaker | undefined,
  asked: SheetAsked & { readonly type: keyof typeof sheetTypes },
): Promise<SheetFile> {
  if (!maker) return refuse({ kind: "not_found", code: "platform.address_unknown" });
  if (!workspace) return refuse({ kind: "not_found", code: "platform.workspace_unknown" });
  const { permission } = maker;
  if (!workspace.permissions.has(permission)) return refuse({ kind: "forbidden", code: "platform.not_permitted", params: { permission } });
  const { name, rows, more = [] } = await townFor(services, workspace.actor, null).read((tx) => maker.load(tx, asked));
  const { mediaType, extension } = sheetTypes[asked.type];
  return {
    name: `${name}.${extension}`,
    mediaType,
    content: asked.type === "xlsx" ? writeXlsx([{ name, rows }, ...more]) : writeCsv(below(rows, more)),
  };
}
