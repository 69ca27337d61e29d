import { createWords, type Locale, type TextKey } from "@jizhen/i18n";
import { draw } from "./draw.ts";
import { everyday, fontsFor } from "./fonts.ts";
import type { Paper } from "./paper.ts";
import { recorder, type Typesetter, typesetter } from "./runs.ts";

export type Say = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

/** Everything a paper is made with: one language, one set of fonts. */
export type Press = { readonly locale: Locale; readonly say: Say; readonly type: Typesetter; readonly font: string; readonly madeAt: Date };

/** A paper as PDF: made once to learn which signs it needs, then with the fonts that hold them. */
export async function printed(make: (press: Press) => Paper, locale: Locale, madeAt: Date): Promise<Uint8Array> {
  const words = await createWords(locale);
  const say: Say = (key, params = {}) => words.t(key, { ...params });
  const press = { locale, say, font: everyday, madeAt };
  const read = recorder();
  make({ ...press, type: read.type });
  const fonts = await fontsFor(read.text());
  return draw(make({ ...press, type: typesetter(fonts) }), fonts);
}
