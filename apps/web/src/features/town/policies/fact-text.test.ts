import { createWords, locales } from "@jizhen/i18n";
import { allPacks, nameOf } from "@jizhen/spec";
import { expect, it } from "vitest";
import { factText } from "./fact-text.ts";

// Pages without the packs say a family in their own words: they must be the packs' words.
it.each(locales)("a condition on the family is said as the packs name it, in %s", async (locale) => {
  const { t } = await createWords(locale);
  for (const { code } of allPacks.flatMap(({ families }) => families)) {
    expect(factText(t as never, { fact: "family", anyOf: [code] } as never)).toContain(nameOf({ family: code }, locale));
  }
});
