import type { Locale, TextKey } from "@jizhen/i18n";
import type { i18n } from "i18next";
import type { JSX, ReactNode } from "react";

/**
 * What this app uses of react-i18next, typed by our catalogue. tsconfig's `paths` puts it before the library's own types,
 * whose inference over more than a thousand keys takes the compiler minutes.
 */
export type Say = (key: TextKey, params?: Readonly<Record<string, unknown>>) => string;
export function useTranslation(): {
  readonly t: Say;
  readonly i18n: Omit<i18n, "t" | "language"> & { readonly language: string; readonly t: Say };
};
export function I18nextProvider(props: { readonly i18n: i18n; readonly children: ReactNode }): JSX.Element;
