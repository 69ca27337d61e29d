import { momentText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { Card, Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { PolicyText } from "./policy-text.tsx";

type PolicyPage = Outputs["town"]["policy"]["read"];

/** The version in force, and below it all that came before. */
export function PolicyVersions({ policy, titled }: { readonly policy: PolicyPage; readonly titled: boolean }) {
  const { t, i18n } = useTranslation();
  const [newest, ...earlier] = policy.revisions;
  const titleOf = ({ titleZh, titleEn }: { titleZh: string; titleEn: string | null }) =>
    i18n.language === "en" ? (titleEn ?? titleZh) : titleZh;
  // A public page receives the instant as text.
  const moment = (at: Date | string) => momentText(new Date(at), localeOf(i18n.language));
  if (newest === undefined) return <Notice tone="bad">{t("town.policy.unknown")}</Notice>;
  return (
    <Stack gap={4}>
      {titled && <h1 tabIndex={-1}>{titleOf(newest.content)}</h1>}
      {policy.reason !== null && <Notice tone="doubt">{t("town.policy.withdrawn", { reason: policy.reason })}</Notice>}
      <Card>
        <Quiet>
          {t(`town.policy.form.${policy.form}`)} · {policy.number} · {t("town.policy.revision", { revision: newest.revision })} ·{" "}
          {moment(newest.at)}
        </Quiet>
        <PolicyText content={newest.content} />
      </Card>
      {earlier.length > 0 && (
        <Card title={t("town.policy.history")}>
          {earlier.map(({ revision, at, content }) => (
            <details key={revision}>
              <summary>
                {t("town.policy.revision", { revision })} · {moment(at)} · {titleOf(content)}
              </summary>
              <PolicyText content={content} />
            </details>
          ))}
        </Card>
      )}
    </Stack>
  );
}
