export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];
export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text);
