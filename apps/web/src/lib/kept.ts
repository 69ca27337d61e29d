import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import { dropDraft, readDraft, useDraft } from "./draft.ts";
import { useWorkspace } from "./workspace.ts";

/** A text where a text is expected, an object with the same fields where an object is: what an older version kept is no draft. */
export function alike<T>(start: T, value: unknown): value is T {
  if (typeof start !== "object" || start === null) return typeof value === typeof start;
  if (typeof value !== "object" || value === null || Array.isArray(start) !== Array.isArray(value)) return false;
  return Array.isArray(start) || Object.keys(start).every((key) => key in value);
}

/**
 * State of a form that survives a reload, a lost line and a closed dialog on this device. The third part forgets it, once it was sent.
 * `key` names the form and what it is about; workspaces that share a device are kept apart here.
 */
export function useKept<T>(key: string, start: T | (() => T)): readonly [T, Dispatch<SetStateAction<T>>, () => void] {
  const whole = `${key}:${useWorkspace() ?? ""}`;
  const [first] = useState(start);
  const [value, setValue] = useState<T>(() => readDraft(whole, (held): held is T => alike(first, held)) ?? first);
  const untouched = JSON.stringify(value) === JSON.stringify(first);
  useDraft(whole, untouched ? null : value);
  useEffect(() => {
    // Typed and taken back: nothing is to come back after a reload.
    if (untouched) dropDraft(whole);
  }, [untouched, whole]);
  const forget = () => {
    dropDraft(whole);
    setValue(first);
  };
  return [value, setValue, forget];
}
