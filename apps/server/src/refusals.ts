import { type ErrorData, httpStatusOf, type KnownRefusal } from "@jizhen/api";
import type { Context } from "hono";

const dataOf = (reason: KnownRefusal, path: string | null): ErrorData => ({
  code: reason.kind.toUpperCase(),
  httpStatus: httpStatusOf[reason.kind],
  path,
  reason,
  issues: [],
  incident: null,
});

/** A "no" from before the API, in the shape the API's own refusals have. */
export function refuseCall(
  c: Context,
  reason: KnownRefusal,
  status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 = httpStatusOf[reason.kind],
): Response {
  const shape = { message: reason.code, code: -32600, data: { ...dataOf(reason, null), httpStatus: status } };
  return c.json({ error: { json: shape } }, status);
}

/** The same for plain routes: files, documents, sign-in links. */
export const refusePlainly = (
  c: Context,
  reason: KnownRefusal,
  status: 403 | 404 | 409 | 413 | 422 | 429 = httpStatusOf[reason.kind],
): Response => c.json(dataOf(reason, null), status);
