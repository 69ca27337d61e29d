import { useTranslation } from "react-i18next";
import { useSession } from "#lib/session.ts";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { NextSteps } from "./next-steps.tsx";

/** Screen 8: what waits for this person, each count a link to the list it counts. */
export function WorkbenchPage() {
  const { t } = useTranslation();
  const { person, current } = useSession();
  return (
    <Page title={t("shell.workbench.hello", { name: person?.name ?? "" })}>
      {current?.membership === "suspended" && <Notice tone="doubt">{t("shell.workbench.suspended")}</Notice>}
      {(current?.membership === "applied" || current?.membership === "under_review") && <Notice>{t("shell.workbench.applied")}</Notice>}
      <NextSteps />
    </Page>
  );
}
