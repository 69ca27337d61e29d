import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { failureOf, isOwnFault, say, sayIssue } from "./say.ts";
import type { CallContext } from "./trpc.ts";

type SubmitOptions<Input, Answer, Form extends FieldValues> = {
  readonly send: (input: Input, call: CallContext) => Promise<Answer>;
  readonly onDone?: (answer: Answer) => void | Promise<void>;
  /** First names of the queries to read again after success and refusal alike, such as ["procurement"]. */
  readonly refresh?: readonly string[];
  /** Field errors are set here and the first is focused. */
  readonly form?: UseFormReturn<Form>;
  /** Where an input path lies in the form, when names differ; null keeps the error in the summary only. */
  readonly fieldOf?: (path: string) => string | null;
};

export type Submit<Input> = {
  readonly submit: (input: Input) => Promise<boolean>;
  readonly busy: boolean;
  /** Words of the last failure, null after a success or while none happened. */
  readonly problem: string | null;
  readonly error: unknown;
  readonly clear: () => void;
};

/**
 * Sends a form once: one idempotency key as long as the content is the same, so that a retry after silence cannot act twice.
 * Nothing typed is touched; what is wrong is set on its fields and the first of them gets the focus.
 */
export function useSubmit<Input, Answer, Form extends FieldValues = FieldValues>(
  options: SubmitOptions<Input, Answer, Form>,
): Submit<Input> {
  const queries = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; problem: string | null; error: unknown }>({
    busy: false,
    problem: null,
    error: null,
  });
  const attempt = useRef<{ content: string; key: string } | null>(null);
  const running = useRef(false);

  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const submit = useCallback(
    async (input: Input): Promise<boolean> => {
      if (running.current) return false;
      running.current = true;
      const asked = latest.current;
      const lookAgain = () => queries.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, asked.refresh ?? []) });
      const content = JSON.stringify(input) ?? "";
      if (attempt.current?.content !== content) attempt.current = { content, key: crypto.randomUUID() };
      const call: CallContext = { context: { idempotencyKey: attempt.current.key } };
      setState({ busy: true, problem: null, error: null });
      try {
        const answer = await persistently(() => asked.send(input, call));
        attempt.current = null;
        await lookAgain();
        setState({ busy: false, problem: null, error: null });
        await asked.onDone?.(answer);
        return true;
      } catch (error) {
        if (isOwnFault(error)) reportError(error);
        setState({ busy: false, problem: say(error), error });
        markFields(asked, error);
        if (failureOf(error).reason !== null) void lookAgain();
        return false;
      } finally {
        running.current = false;
      }
    },
    [queries],
  );

  return { submit, ...state, clear: () => setState({ busy: false, problem: null, error: null }) };
}

/** Silence of the network is met once more by itself: with the same key the second attempt cannot act twice. */
async function persistently<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (failureOf(error).status !== null || !navigator.onLine) throw error;
    await new Promise((resolve) => setTimeout(resolve, 800));
    return send();
  }
}

/** A tRPC query key starts with its path: [["procurement", "request", "get"], …]. */
export function touches(queryKey: readonly unknown[], names: readonly string[]): boolean {
  const [path] = queryKey;
  if (!Array.isArray(path)) return false;
  const dotted = path.join(".");
  return names.some((name) => dotted === name || dotted.startsWith(`${name}.`));
}

function markFields<Input, Answer, Form extends FieldValues>({ form, fieldOf }: SubmitOptions<Input, Answer, Form>, error: unknown): void {
  if (form === undefined) return;
  const { reason, issues } = failureOf(error);
  const found =
    issues.length > 0 || reason?.field === undefined
      ? issues.map(({ path, code }) => ({ path, words: sayIssue(code) }))
      : [{ path: reason.field, words: say(error) }];
  let first = true;
  for (const { path, words } of found) {
    const name = fieldOf === undefined ? path : fieldOf(path);
    if (name === null || name === "") continue;
    form.setError(name as Path<Form>, { type: "server", message: words }, { shouldFocus: first });
    first = false;
  }
}

/** How many fields of a form want mending, nested ones included: "2 处需要补充". */
export function countErrors(errors: unknown): number {
  if (typeof errors !== "object" || errors === null) return 0;
  if ("type" in errors && (typeof errors.type === "string" || typeof errors.type === "number")) return 1;
  return Object.values(errors).reduce<number>((count, part) => count + countErrors(part), 0);
}
