import { useParams } from "@tanstack/react-router";
import { useOpenRead } from "#lib/open-read.ts";
import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { Answered } from "#ui/answered.tsx";
import { Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { PublicFrame } from "#ui/public-frame.tsx";
import { PolicyVersions } from "../policies/policy-versions.tsx";
import "../town.css";
import "./public.css";

/** A policy or notice, readable by everybody, with every version there was. */
export function PublicPolicyPage() {
  const { t } = useTranslation();
  const { slug, id } = useParams({ from: "/towns/$slug/policies/$id" });
  const answer = useOpenRead<Outputs["town"]["portal"]["policy"]>("town.portal.policy", { slug, policyId: id });
  return (
    <PublicFrame wide>
      <Stack gap={4}>
        <AppLink to="/towns/$slug" params={{ slug }}>
          {t("town.public.back")}
        </AppLink>
        <Answered answer={answer} unknown={t("town.town.unknown")}>
          {(policy) => <PolicyVersions policy={policy} titled />}
        </Answered>
      </Stack>
    </PublicFrame>
  );
}
