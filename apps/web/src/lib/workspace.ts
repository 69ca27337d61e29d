import { useSyncExternalStore } from "react";

const key = "jizhen.workspace";
const listeners = new Set<() => void>();

/** "<townId>/<orgId>": each tab keeps its own, a new tab starts where the last one was. */
export const workspaceNow = (): string | null => sessionStorage.getItem(key) ?? localStorage.getItem(key);

/** Chooses town and organisation. Everything shown belongs to a workspace, so the caller also clears what was read. */
export function chooseWorkspace(workspace: string | null): void {
  if (workspace === null) {
    sessionStorage.removeItem(key);
    localStorage.removeItem(key);
  } else {
    sessionStorage.setItem(key, workspace);
    localStorage.setItem(key, workspace);
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useWorkspace = (): string | null => useSyncExternalStore(subscribe, workspaceNow);
