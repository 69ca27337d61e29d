import { useTranslation } from "#lib/translation.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/states.tsx";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main>
      <Page title={t("shell.product")}>
        <Refused message={t("shell.not_found")} action={<LinkButton to="/">{t("shell.not_found.home")}</LinkButton>} />
      </Page>
    </main>
  );
}
