import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextField } from "#ui/field.tsx";
import { Quiet } from "#ui/layout.tsx";
import { Loading } from "#ui/states.tsx";

/** The code comes when it is asked for: most who look at a request never share it. */
const Qr = lazy(async () => ({ default: (await import("./qr.tsx")).Qr }));

type Props = { readonly requestId: string; readonly opened: boolean; readonly onClose: () => void };

/** The address that suppliers open, as text to send and as a code to scan. */
export function ShareDialog({ requestId, opened, onClose }: Props) {
  const { t } = useTranslation();
  const query = useQuery({ ...useTRPC().procurement.request.share.queryOptions({ id: requestId as never }), enabled: opened });
  return (
    <Dialog opened={opened} onClose={onClose} title={t("procurement.request.share.title")} size="small">
      <Unread query={query} lines={3} />
      {query.data !== undefined && <Shared {...query.data} />}
    </Dialog>
  );
}

function Shared({ url, title, number, shown }: Outputs["procurement"]["request"]["share"]) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const text = t("procurement.request.share.text", { title, number, url });
  return (
    <>
      <Suspense fallback={<Loading lines={6} />}>
        <Qr text={url} label={t("procurement.request.share.code", { number })} />
      </Suspense>
      <TextField label={t("procurement.request.share.link")} readOnly value={url} onFocus={(event) => event.target.select()} />
      <Button
        kind="primary"
        wide
        icon={copied ? <IconCheck size={18} aria-hidden="true" /> : <IconCopy size={18} aria-hidden="true" />}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {copied ? t("ui.copied") : t("procurement.request.share.copy")}
      </Button>
      <Quiet>{t(shown ? "procurement.link.share_words" : "procurement.request.share.words")}</Quiet>
    </>
  );
}
