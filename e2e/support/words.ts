import { createWords, type Locale, type TextKey } from "@jizhen/i18n";

export type Say = (key: TextKey, params?: Record<string, string | number>) => string;

const catalogues = { "zh-CN": await createWords("zh-CN"), en: await createWords("en") };

/** The product's own sentences: a story finds buttons by the words a person reads, in the language of its screen. */
export const wordsOf = (locale: Locale): Say => {
  const { t } = catalogues[locale];
  return (key, params = {}) => t(key, params);
};
