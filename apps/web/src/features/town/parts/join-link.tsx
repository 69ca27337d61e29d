import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { nameIn, useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";

/** The address by which firms join this town, with the words to send along; it opens with the town already chosen. */
export function JoinLink() {
  const { t, i18n } = useTranslation();
  const { current } = useSession();
  const [copied, setCopied] = useState(false);
  if (current === null) return <></>;
  const url = `${window.location.origin}/join?town=${current.town.slug}`;
  const text = t("shell.workbench.first.text", { town: nameIn(i18n.language, current.town), url });
  return (
    <>
      <TextField label={t("shell.workbench.first.address")} readOnly value={url} onFocus={(event) => event.target.select()} />
      <div>
        <Button
          kind="primary"
          icon={copied ? <IconCheck size={18} aria-hidden="true" /> : <IconCopy size={18} aria-hidden="true" />}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {copied ? t("ui.copied") : t("shell.workbench.first.copy")}
        </Button>
      </div>
    </>
  );
}
