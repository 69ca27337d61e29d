import { newId } from "@jizhen/db";
import type { DocumentType } from "@jizhen/domain-town";
import { FileId, localDateAt, millisecondsIn, type PersonId, plus, plusDays } from "@jizhen/kernel";
import type { Player, Rows } from "./rows.ts";

type Paper = { readonly type: DocumentType; readonly days: number; readonly waits?: true };

/** Grades and papers of a town's first firms: some end soon, two wait for a reviewer. */
function papersOf(count: number): Paper[] {
  if (count > 12) return [];
  return [
    { type: count % 3 === 0 ? "above_scale" : "small_micro", days: 200 + count },
    ...(count % 5 === 1 ? [{ type: "specialised", days: 700 } as const] : []),
    ...(count === 6 ? [{ type: "little_giant", days: 900 } as const] : []),
    ...(count <= 4 ? [{ type: "quality_system", days: 18 * count } as const] : []),
    ...(count === 5 || count === 7 ? [{ type: "special_equipment", days: 1_000, waits: true } as const] : []),
  ];
}

/** Lays the papers of firm number `count`; each has a scan that can be looked at. */
export function layPapers(rows: Rows, now: Date, by: Player, count: number, decider: PersonId): void {
  const { townId, orgId: organisationId, personId } = by.actor;
  for (const { type, days, waits } of papersOf(count)) {
    const [id, file, at] = [newId("docu"), FileId.parse(newId("file")), plus(now, -(waits ? 1 : 40) * millisecondsIn.day)];
    rows.licence.get(townId)?.push({ id: file, organisationId, personId, subject: id, at, purpose: "document" });
    rows.memberDocument.get(townId)?.push({
      townId,
      id,
      organisationId,
      type,
      number: `演示证照-${String(count).padStart(3, "0")}`,
      validUntil: new Date(`${plusDays(localDateAt(now), days)}T00:00:00.000Z`),
      file,
      state: waits ? "uploaded" : "accepted",
      uploadedBy: personId,
      uploadedAt: at,
      ...(waits ? {} : { decidedBy: decider, decidedAt: plus(at, millisecondsIn.day) }),
    });
  }
}
