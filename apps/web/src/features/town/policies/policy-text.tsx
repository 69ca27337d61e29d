import type { PolicyContent } from "@jizhen/domain-town";
import { dateText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { Facts, Quiet, Stack } from "#ui/layout.tsx";
import { factText } from "./fact-text.ts";
import "../public/public.css";

/** One version of a policy: its text, its dates, and who may apply. */
export function PolicyText({ content }: { readonly content: PolicyContent }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const english = i18n.language === "en" && content.textEn !== null;
  const until = content.validUntil === null ? t("town.policy.open_ended") : dateText(content.validUntil, locale);
  return (
    <Stack gap={3}>
      {i18n.language === "en" && content.textEn === null && <Quiet>{t("town.policy.not_translated")}</Quiet>}
      <div className="tp-text" lang={english ? "en" : "zh-CN"}>
        {english ? content.textEn : content.textZh}
      </div>
      <Facts
        rows={[
          { name: t("town.policy.valid"), value: `${dateText(content.validFrom, locale)} — ${until}` },
          ...(content.deadline === null ? [] : [{ name: t("town.policy.deadline"), value: dateText(content.deadline, locale) }]),
          {
            name: t("town.policy.who"),
            value:
              content.rules.length === 0
                ? t("town.policy.everybody")
                : content.rules.map((rule) => factText(t, rule)).join(i18n.language === "en" ? "; " : "；"),
          },
        ]}
      />
    </Stack>
  );
}
