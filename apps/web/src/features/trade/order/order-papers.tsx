import type { OrderId } from "@jizhen/domain-trade";
import { type Locale, locales } from "@jizhen/i18n";
import { IconFileTypePdf, IconShare } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { useWorkspace } from "#lib/workspace.ts";
import { Button, buttonClass } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";

/** The paper in either language, whatever the language of the screen: the other party may read another. */
export function OrderPapers({ orderId, number }: { readonly orderId: OrderId; readonly number: string }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [failed, setFailed] = useState(false);
  const addressOf = (lang: Locale) => `/documents/orders/${orderId}.pdf?${new URLSearchParams({ lang, workspace: workspace ?? "" })}`;
  return (
    <Card title={t("trade.order.pdf.title")}>
      <div className="o-papers">
        {locales.map((lang) => (
          <a
            key={lang}
            href={addressOf(lang)}
            download={`${number}-${lang}.pdf`}
            lang={lang}
            className={buttonClass("secondary", true, false)}
          >
            <IconFileTypePdf size={18} aria-hidden="true" />
            <span>{t(lang === "zh-CN" ? "trade.order.pdf.zh" : "trade.order.pdf.en")}</span>
          </a>
        ))}
        {canShareFiles() &&
          locales.map((lang) => (
            <Share key={lang} lang={lang} address={addressOf(lang)} name={`${number}-${lang}.pdf`} onFailed={setFailed} />
          ))}
      </div>
      {failed && <Notice tone="bad">{t("trade.order.pdf.failed")}</Notice>}
    </Card>
  );
}

/** Phones hand a file to another app; most PCs cannot, and there the button would promise too much. */
const canShareFiles = (): boolean =>
  typeof navigator.canShare === "function" && navigator.canShare({ files: [new File([], "order.pdf", { type: "application/pdf" })] });

type ShareProps = { readonly lang: Locale; readonly address: string; readonly name: string; readonly onFailed: (failed: boolean) => void };

function Share({ lang, address, name, onFailed }: ShareProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const share = async () => {
    setBusy(true);
    onFailed(false);
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`the paper answered ${answer.status}`);
      await navigator.share({ title: name, files: [new File([await answer.blob()], name, { type: "application/pdf" })] });
    } catch (error) {
      // Closing the sheet of apps is no failure.
      onFailed(!(error instanceof DOMException && error.name === "AbortError"));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button wide busy={busy} icon={<IconShare size={18} aria-hidden="true" />} onClick={() => void share()}>
      {t("trade.order.pdf.share")} · {t(lang === "zh-CN" ? "trade.order.pdf.zh" : "trade.order.pdf.en")}
    </Button>
  );
}
