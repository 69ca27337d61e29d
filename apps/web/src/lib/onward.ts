import { dropDraft, readDraft, writeDraft } from "./draft.ts";

const keyOf = (organisationId: string): string => `onward:${organisationId}`;
const isPath = (value: unknown): value is string => typeof value === "string" && /^\/(?![/\\])/.test(value);

/** Where somebody was going when an admission came in between: kept on this device until they have arrived. */
export const keepWay = (organisationId: string, path: string): boolean => writeDraft(keyOf(organisationId), path);
export const keptWay = (organisationId: string): string | null => readDraft(keyOf(organisationId), isPath);
export const arrive = (organisationId: string): void => dropDraft(keyOf(organisationId));
