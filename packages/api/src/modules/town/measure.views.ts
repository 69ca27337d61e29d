import { InvitationId, measures as life, type Measure, type MeasureAction } from "@jizhen/domain-town";
import * as z from "zod";
import type { Workspace } from "../../platform/actor.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { tokenOf } from "./invitation.store.ts";
import { measureColumns, toMeasure } from "./measure.store.ts";

export const MeasureFilter = z.strictObject({ which: z.enum(["open", "all"]).default("open") });

export type MeasureLine = {
  readonly measure: Measure;
  readonly organisation: { readonly nameZh: string; readonly nameEn: string | null };
  readonly proposer: string | null;
  readonly decider: string | null;
  readonly letter: { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number } | null;
  /** The page where an invited owner accepts, while the invitation is open. */
  readonly invitation: string | null;
  readonly actions: readonly MeasureAction[];
};

type Row = Parameters<typeof toMeasure>[0] & {
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly proposer: string | null;
  readonly decider: string | null;
  readonly letter: MeasureLine["letter"];
  readonly invitationId: string | null;
  readonly seated: boolean;
};

const line = `${measureColumns}, o.name_zh as "nameZh", o.name_en as "nameEn", p.name as proposer, d.name as decider,
  (select json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) from stored_file f
    where f.town_id = m.town_id and f.id = m.content->>'letter') as letter,
  (select i.id from invitation i where m.state = 'confirmed' and m.content->>'kind' = 'recover_owner' and i.organisation_id = m.organisation_id
      and i.email = m.content->>'email' and i.state = 'sent' and i.sent_at >= m.proposed_at and i.expires_at > jizhen_clock() order by i.id desc limit 1) as "invitationId",
  exists (select 1 from seat s where s.person_id = $2 and s.organisation_id = m.organisation_id and s.state = 'active') as seated`;
const from = `measure m join organisation o on o.id = m.organisation_id left join person p on p.id = m.proposed_by left join person d on d.id = m.decided_by`;

function toLine(tx: ReadTx, { permissions }: Workspace, row: Row): MeasureLine {
  const { nameZh, nameEn, proposer, decider, letter, invitationId, seated, ...rest } = row;
  const measure = toMeasure(rest);
  const open = seated ? [] : life.measureActionsOn(measure, tx.by.personId, tx.at);
  return {
    measure,
    organisation: { nameZh, nameEn },
    proposer,
    decider,
    letter,
    invitation: invitationId === null ? null : `/invitations/${tokenOf(tx.services, InvitationId.parse(invitationId))}`,
    actions: open.filter((action) => permissions.has(`town.measure.${action}`)),
  };
}

/** What waits for a second person, or the last two hundred measures of this town. */
export async function listMeasures(tx: ReadTx, workspace: Workspace, { which }: z.infer<typeof MeasureFilter>): Promise<MeasureLine[]> {
  const where = which === "open" ? "m.state = 'proposed'" : "true";
  const rows = await tx.query<Row>(
    `town.measure.list.${which}`,
    `select ${line} from ${from} where m.town_id = $1 and ${where} order by m.id desc limit 200`,
    [tx.by.townId, tx.by.personId],
  );
  return rows.map((row) => toLine(tx, workspace, row));
}

/** Those that concern one firm, for its file. */
export async function measuresOf(tx: ReadTx, workspace: Workspace, organisationId: string): Promise<MeasureLine[]> {
  const rows = await tx.query<Row>(
    "town.measure.of",
    `select ${line} from ${from} where m.town_id = $1 and m.organisation_id = $3 order by m.id desc limit 20`,
    [tx.by.townId, tx.by.personId, organisationId],
  );
  return rows.map((row) => toLine(tx, workspace, row));
}
