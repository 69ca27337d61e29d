import { IconPlus } from "@tabler/icons-react";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { FirstFirms } from "./first-firms.tsx";
import { NextSteps } from "./next-steps.tsx";
import { Recent } from "./recent.tsx";
import { TodoList } from "./todo-list.tsx";
import "./workbench.css";

/** Screen 8: what waits for this person, what to begin with, and what happened lately. */
export function WorkbenchPage() {
  const { t } = useTranslation();
  const { person, current, may } = useSession();
  const pending = current?.membership === "applied" || current?.membership === "under_review";
  const post = (
    <LinkButton to="/procurement/requests/new" kind="primary" icon={<IconPlus size={18} aria-hidden="true" />}>
      {t("shell.nav.post")}
    </LinkButton>
  );
  return (
    <Page title={t("shell.workbench.hello", { name: person?.name ?? "" })} primary={may("procurement.request.save") ? post : undefined}>
      {current?.membership === "suspended" && <Notice tone="doubt">{t("shell.workbench.suspended")}</Notice>}
      {pending && <Notice>{t("shell.workbench.applied")}</Notice>}
      {may("town.membership.admit") && <FirstFirms />}
      <TodoList />
      <NextSteps />
      <Recent />
    </Page>
  );
}
