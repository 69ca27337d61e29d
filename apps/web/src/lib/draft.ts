import { useEffect, useRef } from "react";

const prefix = "jizhen.draft:";
const keepFor = 30 * 86_400_000;

type Kept<T> = { readonly at: number; readonly value: T };

/** What was typed under this key on this device, else null. Drafts of people who share a device are kept apart by putting the workspace in the key. */
export function readDraft<T>(key: string, valid: (value: unknown) => value is T): T | null {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? "null") as Kept<unknown> | null;
    return kept !== null && Date.now() - kept.at < keepFor && valid(kept.value) ? kept.value : null;
  } catch {
    return null; // a draft that cannot be read is no draft
  }
}

export function writeDraft<T>(key: string, value: T): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), value } satisfies Kept<T>));
    return true;
  } catch {
    return false; // full or forbidden storage must not stop the typing
  }
}

type Keeper = { readonly key: () => string; readonly forget: () => void };
const keepers = new Set<Keeper>();

/** Ends a draft. A form that is still on the screen, about to be left, does not write it back. */
export function dropDraft(key: string): void {
  for (const keeper of keepers) if (keeper.key() === key) keeper.forget();
  localStorage.removeItem(prefix + key);
}

/** Saves `value` at most every two seconds, and at once when the page is hidden or left. `null` saves nothing. */
export function useDraft<T>(key: string, value: T | null): void {
  const latest = useRef<{ key: string; value: T | null }>({ key, value });
  const saved = useRef<T | null>(value);
  latest.current = { key, value };
  useEffect(() => {
    const save = () => {
      const now = latest.current;
      if (now.value === null || now.value === saved.current) return;
      saved.current = now.value;
      writeDraft(now.key, now.value);
    };
    const keeper: Keeper = {
      key: () => latest.current.key,
      forget: () => {
        saved.current = latest.current.value;
      },
    };
    keepers.add(keeper);
    const timer = setInterval(save, 2_000);
    window.addEventListener("pagehide", save);
    document.addEventListener("visibilitychange", save);
    return () => {
      save();
      keepers.delete(keeper);
      clearInterval(timer);
      window.removeEventListener("pagehide", save);
      document.removeEventListener("visibilitychange", save);
    };
  }, []);
}
