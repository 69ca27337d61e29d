import { createWords, isLocale, type Locale, loadWords } from "@jizhen/i18n";
import type { i18n } from "i18next";

const storageKey = "jizhen.locale";
let held: i18n | null = null;

export const localeOf = (language: string): Locale => (language === "en" ? "en" : "zh-CN");

/** The words in use. `startWords` runs before the first render, so a screen never meets the gap. */
export function words(): i18n {
  if (held === null) throw new Error("words are used before startWords");
  return held;
}

/** Chosen earlier on this device, else the browser's first language. */
export async function startWords(): Promise<i18n> {
  const stored = localStorage.getItem(storageKey);
  const locale = isLocale(stored) ? stored : navigator.language.startsWith("zh") ? "zh-CN" : "en";
  held = await createWords(locale);
  document.documentElement.lang = locale;
  return held;
}

/** Loads the other catalogue when it is first asked for. */
export async function switchLocale(locale: Locale): Promise<void> {
  const instance = words();
  if (!instance.hasResourceBundle(locale, "translation")) instance.addResourceBundle(locale, "translation", await loadWords(locale));
  await instance.changeLanguage(locale);
  localStorage.setItem(storageKey, locale);
  document.documentElement.lang = locale;
}
