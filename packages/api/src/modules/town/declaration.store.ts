import {
  Declaration,
  type DeclarationCell,
  type DeclarationEvent,
  type DeclarationId,
  type DeclarationState,
  type Permission,
  type Quarter,
} from "@jizhen/domain-town";
import type { Decision, OrgId } from "@jizhen/kernel";
import { record, type SystemAction } from "../../platform/audit.ts";
import { publish } from "../../platform/events.ts";
import { hint } from "../../platform/live.ts";
import { refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";

const absent = { returned: null, submittedBy: null, submittedAt: null, checkedBy: null, checkedAt: null };
const fieldsOf: Record<DeclarationState, readonly (keyof typeof absent)[]> = {
  open: ["returned"],
  submitted: ["submittedBy", "submittedAt"],
  checked: ["submittedBy", "submittedAt", "checkedBy", "checkedAt"],
};

/** The row is flat and nullable; the domain is not. */
export function toDeclaration(row: Readonly<Record<string, unknown>>): Declaration {
  const kept = new Set<string>(fieldsOf[row.state as DeclarationState]);
  return Declaration.parse(Object.fromEntries(Object.entries(row).filter(([name]) => !(name in absent) || kept.has(name))));
}

export async function getDeclaration(tx: Tx, id: DeclarationId): Promise<Declaration> {
  const row = await tx.db.declaration.findUnique({ where: { townId_id: { townId: tx.by.townId, id } } });
  return row ? toDeclaration(row) : refuse({ kind: "not_found", code: "town.declaration.unknown" });
}

export async function findOwn(tx: Tx, organisationId: OrgId, quarter: Quarter): Promise<Declaration | null> {
  const row = await tx.db.declaration.findFirst({ where: { townId: tx.by.townId, organisationId, quarter } });
  return row ? toDeclaration(row) : null;
}

/** The first save of a quarter lays the row; the table allows one for a firm, so two seats at once make one. */
export async function lay(tx: Tx, { townId, id, organisationId, quarter }: Declaration): Promise<void> {
  await tx.query(
    `insert into declaration (town_id, id, organisation_id, quarter, state, cells) values ($1, $2, $3, $4, 'open', '[]'::jsonb)
     on conflict (town_id, organisation_id, quarter) do nothing`,
    [townId, id, organisationId, quarter],
  );
}

/** The only way to change a declaration: state, history and announcements move together; every hand-in is kept as it was. */
export async function commit(
  tx: Tx,
  action: Permission | SystemAction,
  before: Declaration,
  { next, events }: Decision<Declaration, DeclarationEvent>,
): Promise<{ id: DeclarationId; version: number; state: DeclarationState }> {
  const { id, version, townId, ...fields } = next;
  const { count } = await tx.db.declaration.updateMany({
    where: { townId, id, version: before.version },
    data: { ...absent, ...fields, version: version + 1 },
  });
  if (count === 0) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  if (next.state === "submitted" && before.state === "open") {
    const data = {
      townId,
      declarationId: id,
      revision: next.revision,
      cells: next.cells,
      submittedBy: next.submittedBy,
      at: next.submittedAt,
    };
    await tx.db.declarationRevision.create({ data });
  }
  await record(tx, action, id, {
    organisationId: next.organisationId,
    quarter: next.quarter,
    from: before.state,
    state: next.state,
    revision: next.revision,
  });
  await publish(tx, events);
  hint(tx, { town: true }, `town.declaration:${id}`);
  return { id, version: version + 1, state: next.state };
}

/** A firm's earlier cells, for what is usual with it. */
export async function earlierCells(tx: Tx, organisationId: OrgId, quarters: readonly Quarter[]): Promise<DeclarationCell[]> {
  const where = { townId: tx.by.townId, organisationId, quarter: { in: [...quarters] }, state: { in: ["submitted", "checked"] } };
  const rows = await tx.db.declaration.findMany({ where, orderBy: { quarter: "asc" } });
  return rows.flatMap((row) => toDeclaration(row).cells);
}
