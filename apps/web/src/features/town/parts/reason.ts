import { useTranslation } from "#lib/translation.tsx";

/** The reason of a refusal or suspension in words; one that has none yet is "another reason". */
export function useReasonWords(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return (code) => {
    const key = `town.reason.${code}`;
    return i18n.exists(key) ? t(key as "town.reason.other") : t("town.reason.other");
  };
}
