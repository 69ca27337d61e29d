import i18next, { type i18n } from "i18next";
import type { Locale } from "./locale.ts";
import type { AllWords } from "./words.ts";

export * from "./locale.ts";
export type { AllWords, TextKey } from "./words.ts";

/** The parts of the catalogue: a screen waits for the words of its own part only, and for one language. */
export type Part = "everywhere" | "townHall";

const parts: Readonly<Record<Locale, Readonly<Record<Part, () => Promise<Readonly<Record<string, string>>>>>>> = {
  "zh-CN": {
    everywhere: async () => (await import("./zh-CN/everywhere.ts")).everywhere,
    townHall: async () => (await import("./zh-CN/town-hall.ts")).townHall,
  },
  en: {
    everywhere: async () => (await import("./en/everywhere.ts")).everywhere,
    townHall: async () => (await import("./en/town-hall.ts")).townHall,
  },
};

export const loadPart = (locale: Locale, part: Part): Promise<Readonly<Record<string, string>>> => parts[locale][part]();

const loadAll = async (locale: Locale): Promise<AllWords> =>
  locale === "zh-CN" ? (await import("./zh-CN/index.ts")).zhCN : (await import("./en/index.ts")).en;

/** Dotted keys are names, not paths; React and the documents escape for themselves. */
export async function createWords(
  locale: Locale,
  load: (locale: Locale) => Promise<Readonly<Record<string, string>>> = loadAll,
): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.init({
    lng: locale,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [locale]: { translation: await load(locale) } },
  });
  return instance;
}
