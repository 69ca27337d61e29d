import { momentText } from "./format.ts";
import { localeOf, words } from "./words.ts";

/** What a failed call carries, as far as this side relies on it. */
export type Failure = {
  readonly reason: {
    readonly kind: string;
    readonly code: string;
    readonly params?: Readonly<Record<string, unknown>>;
    readonly field?: string;
    readonly about?: readonly string[];
  } | null;
  readonly issues: readonly { readonly path: string; readonly code: string }[];
  readonly incident: string | null;
  /** Null when no answer came at all. */
  readonly status: number | null;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Neither an answer nor the network's silence: a mistake in these screens, which belongs into the browser's log. */
export const isOwnFault = (error: unknown): boolean =>
  !(error instanceof Error && ["TRPCClientError", "AbortError"].includes(error.name)) &&
  !isRecord(isRecord(error) ? error["data"] : null) &&
  !(error instanceof TypeError && /fetch/i.test(error.message));

/** Reads a thrown value: a refusal, an input error, a fault, or silence of the network. */
export function failureOf(error: unknown): Failure {
  const data = isRecord(error) && isRecord(error["data"]) ? error["data"] : null;
  if (data === null) return { reason: null, issues: [], incident: null, status: isOwnFault(error) ? 500 : null };
  const reason = isRecord(data["reason"]) && typeof data["reason"]["code"] === "string" ? (data["reason"] as Failure["reason"]) : null;
  const issues = Array.isArray(data["issues"]) ? data["issues"].flatMap(issueOf) : [];
  const incident = typeof data["incident"] === "string" ? data["incident"] : null;
  return { reason, issues, incident, status: typeof data["httpStatus"] === "number" ? data["httpStatus"] : 500 };
}

function issueOf(value: unknown): Failure["issues"] {
  if (!isRecord(value)) return [];
  const path = Array.isArray(value["path"]) ? value["path"].join(".") : typeof value["path"] === "string" ? value["path"] : "";
  return [{ path, code: typeof value["code"] === "string" ? value["code"] : "invalid" }];
}

function wordsFor(code: string, params: Readonly<Record<string, unknown>>): string | null {
  const catalogue = words();
  if (!catalogue.exists(code)) return null;
  const locale = localeOf(catalogue.language);
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value instanceof Date ? momentText(value, locale) : value]),
  );
  return catalogue.t(code, shown);
}

/** Words of a field error: zod's issue codes have their own keys, anything else says that the field needs a look. */
export const sayIssue = (code: string): string => wordsFor(`ui.issue.${code}`, {}) ?? words().t("ui.issue.invalid");

/** Any failure as a sentence for the person in front of the screen. A message from the machine is never shown. */
export function say(error: unknown): string {
  const failure = failureOf(error);
  const t = words().t;
  // An id that cannot exist came with the address: nobody typed it into a field that could be mended.
  if (failure.issues.length > 0 && failure.issues.every(({ path }) => /(^|\.)(id|\w+Id)$/.test(path))) return t("platform.address_unknown");
  if (failure.reason !== null) return wordsFor(failure.reason.code, failure.reason.params ?? {}) ?? t("ui.refused");
  if (failure.issues.length > 0) return t("ui.to_mend", { count: failure.issues.length });
  if (failure.status === null) return navigator.onLine ? t("ui.no_answer") : t("ui.offline.sentence");
  return failure.incident === null ? t("ui.fault") : t("ui.fault_with_number", { incident: failure.incident });
}

/** Not found and not permitted are answers, not accidents: trying again does not help. */
export const isRefusal = (error: unknown): boolean => failureOf(error).reason !== null;
