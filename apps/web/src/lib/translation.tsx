import type { TextKey } from "@jizhen/i18n";
import type { i18n } from "i18next";
import { createContext, type ReactNode, use, useEffect, useState } from "react";

export type Say = (key: TextKey, params?: Readonly<Record<string, unknown>>) => string;
type Translation = {
  readonly t: Say;
  readonly i18n: Omit<i18n, "t" | "language"> & { readonly language: string; readonly t: Say };
};

/** Words without values are looked up once a language: a list says the same ones in every row. */
export function translationBy(catalogue: i18n): Translation {
  const said = new Map<string, string>();
  // As plain text: the library's types would compare each of some thousand keys.
  const t = (key: string, params?: Readonly<Record<string, unknown>>): string => {
    if (params !== undefined) return catalogue.t(key, params);
    const known = said.get(key);
    if (known !== undefined) return known;
    const text = catalogue.t(key);
    // The words of a part that has not come yet are not missing for ever.
    if (catalogue.exists(key)) said.set(key, text);
    return text;
  };
  return { t, i18n: catalogue as unknown as Translation["i18n"] };
}

const Spoken = createContext<Translation | null>(null);

/** Everything below speaks one language; a change of it draws all of it anew. */
export function WordsProvider({ catalogue, children }: { readonly catalogue: i18n; readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState(() => translationBy(catalogue));
  useEffect(() => {
    const onChange = () => setSpoken(translationBy(catalogue));
    catalogue.on("languageChanged", onChange);
    return () => catalogue.off("languageChanged", onChange);
  }, [catalogue]);
  return <Spoken value={spoken}>{children}</Spoken>;
}

/** The words of the language in use. Hundreds of small parts ask on every page, so that asking is one look at the context. */
export function useTranslation(): Translation {
  const spoken = use(Spoken);
  if (spoken === null) throw new Error("words are used outside of WordsProvider");
  return spoken;
}
