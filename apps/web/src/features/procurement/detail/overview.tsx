import { IconFile } from "@tabler/icons-react";
import { useTranslation } from "#lib/translation.tsx";
import { MoneyText } from "#ui/figures.tsx";
import { Card, Facts, Stack } from "#ui/layout.tsx";
import { DateText } from "#ui/moment.tsx";
import { LineSpecChips } from "./line-spec.tsx";
import type { RequestLineShown, SeenRequest } from "./request.ts";
import { useDownload } from "./use-download.ts";

/** What is asked and on which terms; frozen at the publication. Both sides read the same sheet. */
export function Overview({ request }: { readonly request: SeenRequest }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Card title={t("procurement.request.detail.lines", { count: request.terms.lines.length })}>
        <Lines lines={request.terms.lines} />
      </Card>
      <Terms request={request} />
      <Attachments files={request.terms.attachments} />
    </Stack>
  );
}

export const Lines = ({ lines }: { readonly lines: readonly RequestLineShown[] }) => (
  <ol className="d-lines">
    {lines.map((line) => (
      <li key={line.lineNo}>
        <span className="k-line-no k-figures">{line.lineNo}</span>
        <LineSpecChips line={line} />
      </li>
    ))}
  </ol>
);

export function Terms({ request }: { readonly request: SeenRequest }) {
  const { t } = useTranslation();
  return (
    <Card title={t("procurement.request.detail.terms")}>
      <Facts rows={useTermRows(request)} />
      {request.terms.note.trim() !== "" && (
        <div>
          <h3>{t("procurement.request.detail.words")}</h3>
          <p className="d-text">{request.terms.note}</p>
        </div>
      )}
      <Rates request={request} />
    </Card>
  );
}

function useTermRows({ terms }: SeenRequest) {
  const { t } = useTranslation();
  const { delivery, criteria } = terms;
  const yes = (held: boolean) => t(held ? "procurement.request.detail.yes" : "procurement.request.detail.no");
  const place = [delivery.incoterm, delivery.place, delivery.port].filter((part) => part !== null).join(" · ");
  const points = criteria.kind === "points" ? `（${t("procurement.request.detail.weights", criteria.weights)}）` : "";
  return [
    { name: t("procurement.request.detail.place"), value: place },
    {
      name: t("procurement.request.detail.method"),
      value: `${t(`procurement.request.method.${terms.method}`)} · ${t(`procurement.request.visibility.${terms.visibility}`)}`,
    },
    { name: t("procurement.request.detail.criteria"), value: `${t(`procurement.request.criteria.${criteria.kind}`)}${points}` },
    { name: t("procurement.request.detail.award_by"), value: t(`procurement.request.award_by.${terms.awardBy}`) },
    {
      name: t("procurement.request.detail.tax"),
      value: t(terms.taxIncluded ? "procurement.quote.compare.with_tax" : "procurement.quote.compare.without_tax"),
    },
    {
      name: t("procurement.request.detail.currency"),
      value: `${terms.currency}${terms.quoteCurrencies.length > 1 ? ` · ${t("procurement.request.detail.accepts", { list: terms.quoteCurrencies.join(" / ") })}` : ""}`,
    },
    ...(terms.ceiling === null
      ? []
      : [{ name: t("procurement.request.detail.ceiling"), value: <MoneyText amount={terms.ceiling} currency={terms.currency} /> }]),
    ...(terms.paymentDays === null
      ? []
      : [{ name: t("procurement.request.detail.payment"), value: t("procurement.request.detail.days", { count: terms.paymentDays }) }]),
    { name: t("procurement.request.detail.firm_date"), value: yes(terms.firmDate) },
    {
      name: t("procurement.request.detail.standstill"),
      value:
        terms.standstillDays === 0
          ? t("procurement.request.detail.no_standstill")
          : t("procurement.request.detail.days", { count: terms.standstillDays }),
    },
  ];
}

/** Rates stand since the publication; whoever compares sees where they come from. */
export function Rates({ request }: { readonly request: SeenRequest }) {
  const { t } = useTranslation();
  const { fx, currency } = request.terms;
  if (fx.length === 0) return <></>;
  return (
    <ul className="d-rates k-quiet">
      {fx.map((rate) => (
        <li key={rate.currency}>
          <span className="k-figures">
            1 {rate.currency} = {rate.rate} {currency}
          </span>{" "}
          · {t(`procurement.request.detail.rate_${rate.source}`)} · <DateText date={rate.date} />
        </li>
      ))}
    </ul>
  );
}

function Attachments({ files }: { readonly files: readonly string[] }) {
  const { t } = useTranslation();
  if (files.length === 0) return <></>;
  return (
    <Card title={t("procurement.request.detail.attachments")}>
      <ul className="k-files">
        {files.map((id, index) => (
          <li key={id}>
            <IconFile size={18} aria-hidden="true" />
            <span>{t("procurement.request.detail.attachment", { number: index + 1 })}</span>
            <FileLink id={id} label={t("procurement.request.detail.download")} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A link to a file cannot carry the workspace header, so the file is fetched and handed over. */
export function FileLink({ id, label }: { readonly id: string; readonly label: string }) {
  const { fetchFile, failed } = useDownload();
  const { t } = useTranslation();
  return (
    <>
      <button type="button" className="k-button k-button-quiet k-button-small" onClick={() => void fetchFile(id)}>
        <span>{label}</span>
      </button>
      {failed && <span role="alert">{t("ui.no_answer")}</span>}
    </>
  );
}
