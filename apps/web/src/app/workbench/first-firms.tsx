import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameIn, useSession } from "#lib/session.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Card } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";

/** An empty town begins here: the address firms join by, and what comes after it. Gone with the first application. */
export function FirstFirms() {
  const { t, i18n } = useTranslation();
  const { current } = useSession();
  const [copied, setCopied] = useState(false);
  const members = useQuery(useTRPC().town.membership.list.queryOptions({ state: "all", limit: 1 }));
  if (members.data?.found?.count.rows !== 0) return <></>;
  const url = `${window.location.origin}/join`;
  const text = t("shell.workbench.first.text", { town: current === null ? "" : nameIn(i18n.language, current.town), url });
  return (
    <Card title={t("shell.workbench.first.title")}>
      <p>{t("shell.workbench.first.words")}</p>
      <ol className="w-first">
        <li>{t("shell.workbench.first.step.send")}</li>
        <li>
          <AppLink to="/town/members">{t("shell.workbench.first.step.admit")}</AppLink>
        </li>
        <li>{t("shell.workbench.first.step.post")}</li>
      </ol>
      <TextField label={t("shell.workbench.first.address")} readOnly value={url} onFocus={(event) => event.target.select()} />
      <Button
        kind="primary"
        icon={copied ? <IconCheck size={18} aria-hidden="true" /> : <IconCopy size={18} aria-hidden="true" />}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {copied ? t("ui.copied") : t("shell.workbench.first.copy")}
      </Button>
    </Card>
  );
}
