import { summaryOf } from "@jizhen/spec";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { IconButton } from "#ui/button.tsx";
import { CheckField, SelectField } from "#ui/field.tsx";
import { QuantityText } from "#ui/figures.tsx";
import { Empty } from "#ui/states.tsx";
import type { OpenQuote } from "../detail/request.ts";
import type { CompareProps } from "./comparison-tab.tsx";
import { Cell, inRank, isOut, Total } from "./matrix.tsx";
import { QuoteHead } from "./quote-head.tsx";

/** On a phone one supplier at a time, the total first; or two beside each other. */
export function SupplierCards(props: CompareProps) {
  const { t, i18n } = useTranslation();
  const quotes = inRank(props);
  const [at, setAt] = useState(0);
  const [other, setOther] = useState<string | null>(null);
  const quote = quotes[Math.min(at, quotes.length - 1)];
  if (quote === undefined) return <Empty>{t("procurement.quote.compare.none")}</Empty>;
  const second = quotes.find(({ id }) => id === other && id !== quote.id) ?? null;
  const choices = quotes
    .filter(({ id }) => id !== quote.id)
    .map(({ id, supplier }) => ({ value: id, label: nameIn(i18n.language, supplier) }));
  return (
    <div className="k-stack k-gap-3">
      <div className="a-pager">
        <IconButton label={t("procurement.quote.compare.previous")} disabled={at === 0} onClick={() => setAt(at - 1)}>
          <IconChevronLeft aria-hidden="true" />
        </IconButton>
        <span className="k-figures" role="status">
          {at + 1} / {quotes.length}
        </span>
        <IconButton label={t("procurement.quote.compare.next")} disabled={at >= quotes.length - 1} onClick={() => setAt(at + 1)}>
          <IconChevronRight aria-hidden="true" />
        </IconButton>
      </div>
      {choices.length > 0 && (
        <CheckField
          label={t("procurement.quote.compare.two")}
          checked={second !== null}
          onChange={(event) => setOther(event.target.checked ? (choices[0]?.value ?? null) : null)}
        />
      )}
      {second === null ? (
        <OneSupplier {...props} quote={quote} />
      ) : (
        <>
          <SelectField
            label={t("procurement.quote.compare.with")}
            choices={choices}
            value={second.id}
            onChange={(event) => setOther(event.target.value)}
          />
          <TwoSuppliers {...props} pair={[quote, second]} />
        </>
      )}
    </div>
  );
}

function OneSupplier({ quote, ...props }: CompareProps & { readonly quote: OpenQuote }) {
  return (
    <div className={`a-card${isOut(quote, props) ? " a-out" : ""}`}>
      <div className="a-card-total">
        <Total quote={quote} {...props} />
      </div>
      <QuoteHead quote={quote} {...props} />
      <ol className="a-card-lines">
        {props.request.terms.lines.map((line) => (
          <li key={line.lineNo} className={props.choice.get(line.lineNo) === quote.id ? "a-chosen" : undefined}>
            <LineName {...props} lineNo={line.lineNo} />
            <Cell quote={quote} lineNo={line.lineNo} {...props} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function TwoSuppliers({ pair, ...props }: CompareProps & { readonly pair: readonly [OpenQuote, OpenQuote] }) {
  const { i18n } = useTranslation();
  return (
    <div className="a-two">
      {pair.map((quote) => (
        <div key={quote.id} className="a-two-name">
          <strong>{nameIn(i18n.language, quote.supplier)}</strong>
          <Total quote={quote} {...props} />
        </div>
      ))}
      {props.request.terms.lines.map((line) => (
        <div key={line.lineNo} className="a-two-line">
          <LineName {...props} lineNo={line.lineNo} />
          {pair.map((quote) => (
            <div key={quote.id} className={props.choice.get(line.lineNo) === quote.id ? "a-chosen" : undefined}>
              <Cell quote={quote} lineNo={line.lineNo} {...props} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function LineName({ request, lineNo }: Pick<CompareProps, "request"> & { readonly lineNo: number }) {
  const { i18n } = useTranslation();
  const line = request.terms.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined) return <></>;
  return (
    <p className="a-line-name">
      <span className="k-quiet k-figures">{lineNo}</span> {line.spec.byText ? line.text : summaryOf(line.spec, localeOf(i18n.language))}{" "}
      <span className="k-quiet">
        <QuantityText value={line.quantity.value} unit={line.quantity.unit} />
      </span>
    </p>
  );
}
