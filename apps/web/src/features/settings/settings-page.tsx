import { IconLogout } from "@tabler/icons-react";
import { nameIn, useSession } from "#lib/session.ts";
import { signOut } from "#lib/sign-out.ts";
import { switchTheme, useTheme } from "#lib/theme.ts";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf, switchLocale } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { Card, Facts, Grid } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";

/** Who is signed in, where and as what; and how this device shows it. */
export function SettingsPage() {
  const { t, i18n } = useTranslation();
  const { person, current } = useSession();
  const where = current === null ? "—" : `${nameIn(i18n.language, current.organisation)} · ${nameIn(i18n.language, current.town)}`;
  return (
    <Page title={t("shell.nav.settings")}>
      <Grid least={340}>
        <Card title={t("shell.settings.account")}>
          <Facts
            rows={[
              { name: t("shell.settings.name"), value: person?.name ?? "—" },
              { name: t("shell.settings.email"), value: person?.email ?? "—" },
              { name: t("shell.settings.where"), value: where },
              {
                name: t("shell.settings.roles"),
                value: (current?.roles ?? []).map((role) => t(`town.role.${role}`)).join(i18n.language === "en" ? ", " : "、"),
              },
            ]}
          />
          <div>
            <Button icon={<IconLogout size={18} aria-hidden="true" />} onClick={() => void signOut()}>
              {t("shell.sign_out")}
            </Button>
          </div>
        </Card>
        <Look />
      </Grid>
    </Page>
  );
}

function Look() {
  const { t, i18n } = useTranslation();
  const theme = useTheme();
  return (
    <Card title={t("shell.settings.look")}>
      <OptionField
        label="语言 Language"
        choices={[
          { value: "zh-CN", label: "中文" },
          { value: "en", label: "English" },
        ]}
        value={localeOf(i18n.language)}
        onChange={(locale) => void switchLocale(locale)}
      />
      <OptionField
        label={t("shell.settings.look")}
        labelHidden
        choices={(["light", "dark"] as const).map((value) => ({ value, label: t(`shell.theme.${value}`) }))}
        value={theme}
        onChange={switchTheme}
      />
    </Card>
  );
}
