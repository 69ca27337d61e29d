import { useTranslation } from "react-i18next";
import { Page } from "#ui/page.tsx";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main>
      <Page title={t("shell.not_found")}>
        <a href="/">{t("shell.not_found.home")}</a>
      </Page>
    </main>
  );
}
