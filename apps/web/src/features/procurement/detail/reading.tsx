import { readingsIn } from "@jizhen/spec";
import { useMemo } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";

/** Under a text in Chinese, for who reads English: the terms in it that our dictionaries know. The text itself stands untouched. */
export function Reading({ text }: { readonly text: string }) {
  const { t, i18n } = useTranslation();
  const readings = useMemo(() => (localeOf(i18n.language) === "en" ? readingsIn(text) : []), [text, i18n.language]);
  if (readings.length === 0) return <></>;
  return <small className="k-quiet d-reading">{t("procurement.request.reading", { terms: readings.join(" · ") })}</small>;
}
