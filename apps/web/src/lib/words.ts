import { createWords, isLocale, type Locale, loadPart, type Part } from "@jizhen/i18n";
import type { i18n } from "i18next";

const storageKey = "jizhen.locale";
let held: i18n | null = null;
const wanted = new Set<Part>(["everywhere"]);

export const localeOf = (language: string): Locale => (language === "en" ? "en" : "zh-CN");

/** The words in use. `startWords` runs before the first render, so a screen never meets the gap. */
export function words(): i18n {
  if (held === null) throw new Error("words are used before startWords");
  return held;
}

let starting: Promise<i18n> | null = null;

/** Loads the words once: in the language chosen earlier on this device, else the browser's first. */
export function startWords(): Promise<i18n> {
  starting ??= load();
  return starting;
}

async function load(): Promise<i18n> {
  const stored = localStorage.getItem(storageKey);
  const locale = isLocale(stored) ? stored : navigator.language.startsWith("zh") ? "zh-CN" : "en";
  held = await createWords(locale, (language) => loadPart(language, "everywhere"));
  document.documentElement.lang = locale;
  return held;
}

/** A page's chunk together with the words of the town hall, which no other page needs: it is not drawn before they are there. */
export async function withTownHall<Page>(page: Promise<Page>): Promise<Page> {
  wanted.add("townHall");
  const instance = await startWords();
  const locale = localeOf(instance.language);
  const [loaded, more] = await Promise.all([page, loadPart(locale, "townHall")]);
  instance.addResourceBundle(locale, "translation", more, false, true);
  return loaded;
}

/** Loads the other catalogue, in the parts that were in use so far. */
export async function switchLocale(locale: Locale): Promise<void> {
  const instance = words();
  for (const part of wanted) instance.addResourceBundle(locale, "translation", await loadPart(locale, part), false, true);
  await instance.changeLanguage(locale);
  localStorage.setItem(storageKey, locale);
  document.documentElement.lang = locale;
}
