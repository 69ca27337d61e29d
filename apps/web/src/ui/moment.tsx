import { serverNow } from "#lib/clock.ts";
import { dateText, momentText, relativeText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";

/** An instant in the town's zone; `relative` adds how long ago or in how long. */
export function Moment({ at, relative = false }: { readonly at: Date; readonly relative?: boolean }) {
  const { i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const exact = momentText(at, locale);
  return (
    <time dateTime={at.toISOString()} title={exact} className="k-figures">
      {relative ? relativeText(at, serverNow(), locale) : exact}
    </time>
  );
}

/** A calendar date. */
export function DateText({ date }: { readonly date: string }) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={date} className="k-figures">
      {dateText(date, localeOf(i18n.language))}
    </time>
  );
}
