import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { encode } from "uqr";
import { say } from "#lib/say.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextField } from "#ui/field.tsx";
import { Quiet } from "#ui/layout.tsx";
import { Loading, Problem } from "#ui/states.tsx";

type Props = { readonly requestId: string; readonly opened: boolean; readonly onClose: () => void };

/** The address that suppliers open, as text to send and as a code to scan. */
export function ShareDialog({ requestId, opened, onClose }: Props) {
  const { t } = useTranslation();
  const query = useQuery({ ...useTRPC().procurement.request.share.queryOptions({ id: requestId as never }), enabled: opened });
  return (
    <Dialog opened={opened} onClose={onClose} title={t("procurement.request.share.title")} size="small">
      {query.isPending && <Loading lines={3} />}
      {query.isError && <Problem message={say(query.error)} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Shared {...query.data} />}
    </Dialog>
  );
}

function Shared({ url, title, number }: { readonly url: string; readonly title: string; readonly number: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const text = t("procurement.request.share.text", { title, number, url });
  return (
    <>
      <Qr text={url} label={t("procurement.request.share.code", { number })} />
      <TextField label={t("procurement.request.share.link")} readOnly value={url} onFocus={(event) => event.target.select()} />
      <Button
        kind="primary"
        wide
        icon={copied ? <IconCheck size={18} aria-hidden="true" /> : <IconCopy size={18} aria-hidden="true" />}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {copied ? t("ui.copied") : t("procurement.request.share.copy")}
      </Button>
      <Quiet>{t("procurement.request.share.words")}</Quiet>
    </>
  );
}

/** Dark squares on white in both modes: scanners need the contrast. */
function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="d-qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
