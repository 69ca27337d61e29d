import type { TextKey } from "@jizhen/i18n";
import type { FieldErrors, Resolver } from "react-hook-form";
import { set } from "react-hook-form";
import { sayIssue } from "#lib/say.ts";
import { words } from "#lib/words.ts";
import type { SuppliersRequest } from "../detail/request.ts";
import { check, type FieldProblem, type QuoteForm } from "./form.ts";

/** A rule of the domain in its own words, a hole in the form in the kit's. */
export function sayProblem({ code, refusal }: FieldProblem): string {
  if (refusal !== null) return words().t(code as TextKey, "params" in refusal ? refusal.params : {});
  return code === "missing" ? words().t("ui.issue.invalid_type") : sayIssue(code);
}

/** The domain's schema and rules behind react-hook-form, so that every finding stands at its field and the first gets the focus. */
export const resolverFor =
  (request: SuppliersRequest): Resolver<QuoteForm> =>
  (values) => {
    const { content, problems } = check(values, request);
    if (content !== null) return { values, errors: {} };
    const errors: FieldErrors<QuoteForm> = {};
    for (const found of problems) set(errors, found.path === "" ? "root" : found.path, { type: "check", message: sayProblem(found) });
    return { values: {}, errors };
  };
