import { IconDownload, IconPrinter, IconRosetteDiscountCheck } from "@tabler/icons-react";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { Card, Facts, Quiet, Row } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { saveAs } from "../detail/use-download.ts";
import type { Mine } from "./quote-screen.tsx";

type Receipt = NonNullable<Mine["receipt"]>;
const short = (text: string) => (text.length > 24 ? `${text.slice(0, 20)}…` : text);

/** 回执: the server's signature under what it received and when. Whoever keeps it can prove later what was sent. */
export function ReceiptCard({ receipt, fresh }: { readonly receipt: Receipt; readonly fresh: boolean }) {
  const { t } = useTranslation();
  const save = () =>
    saveAs(`${receipt.requestNumber}-${receipt.sequence}.json`, new Blob([JSON.stringify(receipt, null, 2)], { type: "application/json" }));
  const title = (
    <span className="k-row k-gap-2">
      <IconRosetteDiscountCheck size={22} aria-hidden="true" />
      {t(fresh ? "procurement.quote.receipt.fresh" : "procurement.quote.receipt.title")}
    </span>
  );
  return (
    <div className="q-receipt">
      <Card
        title={title}
        actions={
          <Row>
            <Button small icon={<IconDownload size={16} aria-hidden="true" />} onClick={save}>
              {t("procurement.quote.receipt.save")}
            </Button>
            <Button small icon={<IconPrinter size={16} aria-hidden="true" />} onClick={() => window.print()}>
              {t("procurement.quote.receipt.print")}
            </Button>
          </Row>
        }
      >
        <Facts
          rows={[
            { name: t("procurement.quote.receipt.number"), value: <span className="k-figures">{receipt.requestNumber}</span> },
            { name: t("procurement.quote.receipt.sequence"), value: <strong className="k-figures">#{receipt.sequence}</strong> },
            { name: t("procurement.quote.receipt.received"), value: <Moment at={new Date(receipt.receivedAt)} /> },
            { name: t("procurement.quote.receipt.revision"), value: <span className="k-figures">{receipt.revision}</span> },
            {
              name: t("procurement.quote.receipt.commitment"),
              value: <CopyId text={receipt.commitment} label={short(receipt.commitment)} />,
            },
            { name: t("procurement.quote.receipt.signature"), value: <CopyId text={receipt.signature} label={short(receipt.signature)} /> },
          ]}
        />
        <Quiet>{t("procurement.quote.receipt.words")}</Quiet>
      </Card>
    </div>
  );
}
