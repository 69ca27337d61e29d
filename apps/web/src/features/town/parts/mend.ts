import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import type * as z from "zod";
import { sayIssue } from "#lib/say.ts";

/**
 * Reads a form's values by the domain's own schema. What does not fit is set on its field in words and the first is focused;
 * nothing typed is touched.
 */
export function mend<S extends z.ZodType, Form extends FieldValues>(
  form: UseFormReturn<Form>,
  schema: S,
  values: unknown,
  fieldOf: (path: string) => string = (path) => path,
): z.infer<S> | null {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  parsed.error.issues.forEach((issue, index) => {
    const empty = issue.code === "invalid_format" && "format" in issue && issue.format === "template_literal";
    const message = sayIssue(empty ? "invalid_type" : issue.code);
    form.setError(fieldOf(issue.path.map(String).join(".")) as Path<Form>, { type: "mend", message }, { shouldFocus: index === 0 });
  });
  return null;
}

/** What is left empty on the screen is "none" in the domain. */
export const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
