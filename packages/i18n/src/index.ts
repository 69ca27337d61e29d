import i18next, { type i18n } from "i18next";
import type { Locale } from "./locale.ts";
import type { Words } from "./words.ts";

export * from "./locale.ts";
export type { TextKey, Words } from "./words.ts";

/** The other language is loaded only when it is asked for. */
export const loadWords = async (locale: Locale): Promise<Words> =>
  locale === "zh-CN" ? (await import("./zh-CN/index.ts")).zhCN : (await import("./en/index.ts")).en;

/** Dotted keys are names, not paths; React and the documents escape for themselves. */
export async function createWords(locale: Locale): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.init({
    lng: locale,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [locale]: { translation: await loadWords(locale) } },
  });
  return instance;
}
