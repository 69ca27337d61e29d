import { IconLanguage, IconMoon, IconSun } from "@tabler/icons-react";
import { switchTheme, useTheme } from "#lib/theme.ts";
import { useTranslation } from "#lib/translation.tsx";
import { switchLocale } from "#lib/words.ts";
import { Button } from "./button.tsx";

/** To the other language, at once and everywhere. */
export function LanguageButton() {
  const { t, i18n } = useTranslation();
  return (
    <Button
      kind="quiet"
      icon={<IconLanguage size={18} aria-hidden="true" />}
      aria-label={t("shell.language_label")}
      onClick={() => void switchLocale(i18n.language === "en" ? "zh-CN" : "en")}
    >
      {t("shell.language")}
    </Button>
  );
}

/** Light or dark. */
export function ThemeButton() {
  const { t } = useTranslation();
  const theme = useTheme();
  const next = theme === "dark" ? "light" : "dark";
  return (
    <Button
      kind="quiet"
      icon={theme === "dark" ? <IconSun size={18} aria-hidden="true" /> : <IconMoon size={18} aria-hidden="true" />}
      onClick={() => switchTheme(next)}
    >
      {t(`shell.theme.${next}`)}
    </Button>
  );
}
