import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Card } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { JoinLink } from "../../features/town/parts/join-link.tsx";

/** An empty town begins here: the list of its firms, the address they join by, and what comes after it. Gone with the first application. */
export function FirstFirms() {
  const { t } = useTranslation();
  const members = useQuery(useTRPC().town.membership.list.queryOptions({ state: "all", limit: 1 }));
  if (members.data?.found?.count.rows !== 0) return <></>;
  return (
    <Card title={t("shell.workbench.first.title")}>
      <p>{t("shell.workbench.first.words")}</p>
      <ol className="w-first">
        <li>
          <AppLink to="/town/imports">{t("shell.workbench.first.step.roll")}</AppLink>
        </li>
        <li>{t("shell.workbench.first.step.send")}</li>
        <li>
          <AppLink to="/town/members">{t("shell.workbench.first.step.admit")}</AppLink>
        </li>
        <li>{t("shell.workbench.first.step.post")}</li>
      </ol>
      <JoinLink />
    </Card>
  );
}
