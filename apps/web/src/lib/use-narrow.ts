import { useSyncExternalStore } from "react";

const query = window.matchMedia("(max-width: 639px)");
const subscribe = (listener: () => void) => {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
};

/** Below 640 px lists are cards and editing happens in a bottom sheet. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
