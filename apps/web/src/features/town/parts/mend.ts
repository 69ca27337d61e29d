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
    const message = sayIssue(isEmpty(values, issue.path) ? "invalid_type" : issue.code);
    form.setError(fieldOf(issue.path.map(String).join(".")) as Path<Form>, { type: "mend", message }, { shouldFocus: index === 0 });
  });
  return null;
}

/** An empty field is missing, whatever the schema then says of its form. */
function isEmpty(values: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? (part as Record<PropertyKey, unknown>)[key] : undefined),
    values,
  );
  return found === "" || found === undefined || found === null;
}

/** What is left empty on the screen is "none" in the domain. */
export const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
