import { newId } from "@jizhen/db";
import {
  type Declaration,
  DeclarationCells,
  DeclarationId,
  inForce,
  declarations as life,
  Quarter,
  quarterPlus,
} from "@jizhen/domain-town";
import * as z from "zod";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import * as store from "./declaration.store.ts";
import { allDefinitions } from "./indicator.store.ts";
import { hasSeat } from "./membership.store.ts";
import { lockReport, reportOf } from "./report.store.ts";

const cells = { quarter: Quarter, cells: DeclarationCells, version: z.int().min(0) };
export const SaveDeclaration = z.strictObject(cells);
export const OnDeclaration = z.strictObject({ declarationId: DeclarationId, version: z.int().min(0) });
export const ReturnDeclaration = OnDeclaration.extend({ reason: z.string().trim().min(4).max(300) });

type Moved = ReturnType<typeof store.commit>;

/** Taken in while the town still works at its report; the row lock puts a hand-in before or after the report, never beside it. */
async function insistOpenReport(tx: Tx, quarter: Quarter): Promise<void> {
  await reportOf(tx, tx.by.townId, quarter);
  await lockReport(tx, quarter);
  const report = await reportOf(tx, tx.by.townId, quarter);
  orRefuse(life.insistOpen(quarter, report.state === "open", tx.at));
}

async function own(tx: Tx, quarter: Quarter, version: number): Promise<Declaration> {
  await insistOpenReport(tx, quarter);
  const found = await store.findOwn(tx, tx.by.orgId, quarter);
  if (!found) await store.lay(tx, life.begin({ id: newId("decl"), townId: tx.by.townId, organisationId: tx.by.orgId, quarter }));
  const declaration = found ?? (await store.findOwn(tx, tx.by.orgId, quarter));
  if (!declaration) return refuse({ kind: "not_found", code: "town.declaration.unknown" });
  if (declaration.version !== version) return refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  return declaration;
}

export async function saveDeclaration(tx: Tx, input: z.infer<typeof SaveDeclaration>): Moved {
  const open = orRefuse(life.insistState(await own(tx, input.quarter, input.version), "open"));
  const definitions = inForce(await allDefinitions(tx), input.quarter);
  return store.commit(tx, "town.declaration.save", open, orRefuse(life.save(open, definitions, input.cells)));
}

export async function submitDeclaration(tx: Tx, input: z.infer<typeof SaveDeclaration>): Moved {
  const open = orRefuse(life.insistState(await own(tx, input.quarter, input.version), "open"));
  const definitions = inForce(await allDefinitions(tx), input.quarter);
  const earlier = await store.earlierCells(
    tx,
    tx.by.orgId,
    [-4, -3, -2, -1].map((steps) => quarterPlus(input.quarter, steps)),
  );
  return store.commit(tx, "town.declaration.submit", open, orRefuse(life.submit(open, { definitions, cells: input.cells, earlier }, tx)));
}

async function load(tx: Tx, { declarationId, version }: z.infer<typeof OnDeclaration>): Promise<Declaration> {
  const declaration = await store.getDeclaration(tx, declarationId);
  if (declaration.version !== version) refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
  await insistOpenReport(tx, declaration.quarter);
  return declaration;
}

export async function checkDeclaration(tx: Tx, input: z.infer<typeof OnDeclaration>): Moved {
  const submitted = orRefuse(life.insistState(await load(tx, input), "submitted"));
  orRefuse(life.insistStranger(submitted, tx, await hasSeat(tx, tx.by.personId, submitted.organisationId)));
  return store.commit(tx, "town.declaration.check", submitted, orRefuse(life.check(submitted, tx)));
}

/** Back to the firm: an open question before the check, or a figure to be restated after the report was opened again. */
export async function returnDeclaration(tx: Tx, input: z.infer<typeof ReturnDeclaration>): Moved {
  const declared = orRefuse(life.insistState(await load(tx, input), "submitted", "checked"));
  return store.commit(tx, "town.declaration.return", declared, life.giveBack(declared, input.reason));
}
