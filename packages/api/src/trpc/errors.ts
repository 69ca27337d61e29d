import { randomBytes } from "node:crypto";
import { Refusal } from "@jizhen/kernel";
import type { TRPCError } from "@trpc/server";
import * as z from "zod";
import type { Log } from "../platform/log.ts";
import type { KnownRefusal } from "../platform/refuse.ts";

export type InputIssue = { readonly path: string; readonly code: string };

/** All that a client learns of a "no". Nothing here is taken from an error that is not ours. */
export type ErrorData = {
  readonly code: string;
  readonly httpStatus: number;
  readonly path: string | null;
  readonly reason: KnownRefusal | null;
  readonly issues: readonly InputIssue[];
  /** Names the line in the log; only for faults. */
  readonly incident: string | null;
};

export const statusOf = {
  not_found: "NOT_FOUND",
  forbidden: "FORBIDDEN",
  conflict: "CONFLICT",
  rule: "UNPROCESSABLE_CONTENT",
  too_many: "TOO_MANY_REQUESTS",
} as const satisfies Record<KnownRefusal["kind"], TRPCError["code"]>;

export const httpStatusOf: Record<KnownRefusal["kind"], 403 | 404 | 409 | 422 | 429> = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  rule: 422,
  too_many: 429,
};

/** tRPC's own complaints about a request that never reached a procedure; everything else without our Refusal is a fault. */
const requestFaults: ReadonlySet<string> = new Set([
  "PARSE_ERROR",
  "BAD_REQUEST",
  "NOT_FOUND",
  "METHOD_NOT_SUPPORTED",
  "UNSUPPORTED_MEDIA_TYPE",
  "PAYLOAD_TOO_LARGE",
  "CLIENT_CLOSED_REQUEST",
]);

export type Told = {
  readonly message: string;
  readonly reason: KnownRefusal | null;
  readonly issues: readonly InputIssue[];
  readonly incident: string | null;
};

const incidents = new WeakMap<object, string>();

/** One fault has one incident id, however often it is formatted. */
export function incidentOf(error: object): string {
  const known = incidents.get(error);
  if (known !== undefined) return known;
  const incident = randomBytes(6).toString("hex");
  incidents.set(error, incident);
  return incident;
}

/** Splits errors into our refusals, bad requests and faults; only the first may speak. */
export function tell(error: TRPCError): Told {
  const { cause } = error;
  if (cause instanceof Refusal) {
    const reason = cause.reason as KnownRefusal;
    return { message: reason.code, reason, issues: [], incident: null };
  }
  if (error.code === "BAD_REQUEST" && cause instanceof z.ZodError) return invalidInput(cause);
  if (requestFaults.has(error.code)) return badRequest(error);
  return { message: "fault", reason: null, issues: [], incident: incidentOf(error) };
}

function invalidInput(error: z.ZodError): Told {
  const issues = error.issues.slice(0, 100).map((issue) => ({ path: issue.path.map(String).join("."), code: issue.code }));
  const field = issues[0]?.path;
  const params = { count: error.issues.length };
  const reason: KnownRefusal = {
    kind: "rule",
    code: "platform.invalid_input",
    params,
    ...(field !== undefined && field !== "" && { field }),
  };
  return { message: reason.code, reason, issues, incident: null };
}

function badRequest(error: TRPCError): Told {
  const reason: KnownRefusal =
    error.code === "NOT_FOUND"
      ? { kind: "not_found", code: "platform.address_unknown" }
      : { kind: "rule", code: "platform.invalid_input", params: { count: 1 } };
  return { message: reason.code, reason, issues: [], incident: null };
}

/** Logs a fault once, under the incident id that the person was shown. */
export function logFault(log: Log, error: TRPCError, fields: { path: string | null }): void {
  const told = tell(error);
  if (told.incident !== null) log.fault("procedure failed", error.cause ?? error, { incident: told.incident, path: fields.path });
}
