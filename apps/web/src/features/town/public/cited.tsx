import { useTranslation } from "#lib/translation.tsx";
import { Card, Quiet, Stack } from "#ui/layout.tsx";

/** What the press reported, with source and date: beside the platform's figures and never in one series with them. */
export function Cited() {
  const { t } = useTranslation();
  return (
    <Card title={t("town.public.cited")}>
      <Stack gap={2}>
        <Quiet>{t("town.public.cited_lead")}</Quiet>
        <blockquote className="tp-cited">
          <p>{t("town.public.cited_text")}</p>
          <footer className="k-quiet">{t("town.public.cited_source")}</footer>
        </blockquote>
      </Stack>
    </Card>
  );
}
