import type { Permission } from "@jizhen/domain-town";
import type { Locale } from "@jizhen/i18n";
import { townFor } from "../trpc/context.ts";
import type { Workspace } from "./actor.ts";
import { refuse } from "./refuse.ts";
import type { Services } from "./services.ts";
import type { ReadTx } from "./tx.ts";

export type PdfDocument = { readonly name: string; readonly content: Uint8Array };

/** A kind of document at `GET /documents/<kind>/<id>.pdf`. It loads behind the wall and draws afterwards, when no connection is held. */
export type DocumentMaker = {
  readonly permission: Permission;
  readonly load: (tx: ReadTx, id: string, locale: Locale) => Promise<() => Promise<PdfDocument>>;
};

/** One registered kind: what is read and what is drawn from it stay of one type. */
export const documentOf = <Facts>(
  permission: Permission,
  load: (tx: ReadTx, id: string) => Promise<Facts>,
  draw: (facts: Facts, locale: Locale) => Promise<PdfDocument>,
): DocumentMaker => ({
  permission,
  load: async (tx, id, locale) => {
    const facts = await load(tx, id);
    return () => draw(facts, locale);
  },
});

export async function makeDocument(
  services: Services,
  workspace: Workspace | null,
  maker: DocumentMaker | undefined,
  id: string,
  locale: Locale,
): Promise<PdfDocument> {
  if (!maker) return refuse({ kind: "not_found", code: "platform.address_unknown" });
  if (!workspace) return refuse({ kind: "not_found", code: "platform.workspace_unknown" });
  const { permission } = maker;
  if (!workspace.permissions.has(permission)) return refuse({ kind: "forbidden", code: "platform.not_permitted", params: { permission } });
  const draw = await townFor(services, workspace.actor, null).read((tx) => maker.load(tx, id, locale));
  return draw();
}
