import { eventOf, LocalDate, OrgId, TownId } from "@jizhen/kernel";
import type * as z from "zod";
import { DocumentId, DocumentType } from "./model.ts";

const about = {
  documentId: DocumentId,
  organisationId: OrgId,
  townId: TownId,
  documentType: DocumentType,
  validUntil: LocalDate.nullable(),
};

export const DocumentUploaded = eventOf("town.document.uploaded.v1", about);
export const DocumentAccepted = eventOf("town.document.accepted.v1", about);
export const DocumentRefused = eventOf("town.document.refused.v1", about);
export const DocumentExpired = eventOf("town.document.expired.v1", about);

export type DocumentEvent =
  | z.infer<typeof DocumentUploaded>
  | z.infer<typeof DocumentAccepted>
  | z.infer<typeof DocumentRefused>
  | z.infer<typeof DocumentExpired>;
