import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { PolicyVersions } from "./policy-versions.tsx";

/** A policy or notice inside the workspace. */
export function PolicyPage() {
  const { t, i18n } = useTranslation();
  const { id } = useParams({ from: "/policies/$id" });
  const found = useQuery(useTRPC().town.policy.read.queryOptions({ policyId: id as never }));
  const content = found.data?.revisions[0]?.content;
  const title = (i18n.language === "en" ? content?.titleEn : null) ?? content?.titleZh ?? t("shell.nav.policies");
  return (
    <Page title={title} back={<AppLink to="/policies">{t("shell.nav.policies")}</AppLink>}>
      <Unread query={found} />
      {found.isSuccess && <PolicyVersions policy={found.data} titled={false} />}
    </Page>
  );
}
