import type { Locale } from "@jizhen/i18n";
import { attributeOf, type Finding, heldOf, nameOf, type SpecContent, shownValue } from "@jizhen/spec";
import { words } from "#lib/words.ts";
import type { PostLine } from "./line.ts";

/** One value of an attribute as people read it. */
export function contentText(line: PostLine, attribute: string, value: SpecContent, locale: Locale): string {
  const unit = attributeOf(line.spec.family, attribute)?.unit ?? null;
  return shownValue(line.spec.family, { attribute, value, unit, asWritten: "", origin: "typed", state: "sure" }, locale);
}

export const attributeName = (line: PostLine, attribute: string, locale: Locale): string =>
  nameOf({ family: line.spec.family, attribute }, locale);

/** A finding as a sentence: codes among its parameters are named, the rest stands as it was written. */
export function sayFinding(line: PostLine, { code, params }: Finding, locale: Locale): string {
  const { family } = line.spec;
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name === "attribute") return [name, nameOf({ family, attribute: String(value) }, locale)];
      const held = heldOf(line.spec, name);
      return [name, held === null ? value : nameOf({ family, attribute: name, value: String(value) }, locale)];
    }),
  );
  return words().t(code, shown);
}
