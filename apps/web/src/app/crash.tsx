import type { ErrorComponentProps } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { Problem } from "#ui/states.tsx";

const staleChunk = /dynamically imported module|Importing a module script failed/;

/** A page that broke. Drafts live in local storage, so a retry loses nothing; after a new release the old page's parts are gone and a reload finds the new ones. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  useEffect(() => {
    if (!staleChunk.test(String(error)) || sessionStorage.getItem("jizhen.reloaded") === location.pathname) return;
    sessionStorage.setItem("jizhen.reloaded", location.pathname);
    location.reload();
  }, [error]);
  return (
    <main className="k-page">
      <Problem message={t("shell.crash")} detail={t("shell.crash.detail")} onRetry={reset} />
    </main>
  );
}
