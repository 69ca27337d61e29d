import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark";
const attribute = "data-mantine-color-scheme";
const listeners = new Set<() => void>();
const themeNow = (): Theme => (document.documentElement.getAttribute(attribute) === "dark" ? "dark" : "light");
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The choice is written before the first paint by public/theme.js; here it is read and changed. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, themeNow);

export function switchTheme(theme: Theme): void {
  document.documentElement.setAttribute(attribute, theme);
  localStorage.setItem("jizhen.theme", theme);
  for (const listener of listeners) listener();
}
