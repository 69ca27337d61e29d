import { IconLanguage, IconLogout, IconMoon, IconSun } from "@tabler/icons-react";
import { useSession } from "#lib/session.ts";
import { signOut } from "#lib/sign-out.ts";
import { switchTheme, useTheme } from "#lib/theme.ts";
import { useTranslation } from "#lib/translation.tsx";
import { switchLocale } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { Row, Stack } from "#ui/layout.tsx";

/** Name, language, colours and the way out, as shown on phones. */
export function Person() {
  const { t } = useTranslation();
  const { person } = useSession();
  return (
    <Stack gap={3}>
      <div>
        <strong>{person?.name}</strong>
        <div className="k-quiet">{person?.email}</div>
      </div>
      <Row>
        <LanguageButton />
        <ThemeButton />
        <Button icon={<IconLogout size={18} aria-hidden="true" />} onClick={() => void signOut()}>
          {t("shell.sign_out")}
        </Button>
      </Row>
    </Stack>
  );
}

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
